import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Handlers } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { parseOutline } from '../../shared/outline/parse.ts'
import type { DocumentFields, VersionFields, VersionRecord } from '../db/records.ts'
import type { Context } from './context.ts'
import { given, type Loose } from './given.ts'
import { fieldsOf, getDocument, getVersion, getVersionWithDocument } from './lookup.ts'
import { countsDependOn, dependents, recount } from './recount.ts'
import { replan, setVersionRemoved } from './replan.ts'
import { type DocumentSummary, summariseDocument, summariseVersion } from './summaries.ts'

type LibraryHandlers = Pick<
  Handlers,
  | 'app:info'
  | 'library:list'
  | 'library:update-document'
  | 'library:update-version'
  | 'library:remove'
  | 'library:restore'
  | 'library:version-text'
>

async function sizeOf(path: string): Promise<number> {
  const sizes = await Promise.all([path, `${path}-wal`].map((file) => stat(file).catch(() => null)))
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0)
}

async function listDocuments(context: Context): Promise<DocumentSummary[]> {
  const { documents, versions, drafts } = context.library
  const [records, allVersions, allDrafts] = await Promise.all([documents.list(), versions.list(), drafts.list()])
  const byDocument = new Map<string, VersionRecord[]>(records.map((document) => [document.id, []]))
  for (const version of allVersions) byDocument.get(version.documentId)?.push(version)
  const draftOf = new Map(allDrafts.map((draft) => [draft.documentId, draft]))
  return records
    .filter((document) => !document.removed)
    .map((record) =>
      summariseDocument(context, record, byDocument.get(record.id) ?? [], draftOf.get(record.id) ?? null),
    )
}

async function updateDocument(context: Context, id: string, fields: Loose<DocumentFields>) {
  const before = fieldsOf(await getDocument(context, id))
  const changes = Object.entries(given(fields)).filter(
    ([name, value]) => value !== before[name as keyof DocumentFields],
  )
  const changed: Partial<DocumentFields> = Object.fromEntries(changes)
  await context.library.documents.update(id, changed, context.now(), countsDependOn(changed))
  recount(context, id)
  context.changed()
  return {}
}

async function updateVersion(context: Context, id: string, fields: Loose<VersionFields>) {
  const { versions } = context.library
  const version = await getVersion(context, id)
  const { stage, date, author, note } = { ...version, ...given(fields) }
  const changed = { ...version, stage, date, author, note }
  const line = (await versions.listOfDocument(version.documentId)).map((each) => (each.id === id ? changed : each))
  const stale = stage === version.stage && date === version.date ? [] : dependents(changed, line)
  await versions.update(id, { stage, date, author, note }, await replan(context, changed), stale)
  recount(context, version.documentId)
  context.changed()
  return {}
}

async function setRemoved(context: Context, ids: { documentId: string; versionId: string | null }, removed: boolean) {
  const { library } = context
  if (ids.versionId === null) await library.documents.setRemoved(ids.documentId, removed, context.now())
  else {
    const version = await getVersion(context, ids.versionId)
    if (version.documentId !== ids.documentId)
      throw new DuigaoError({ code: 'bad-request', message: '这个版本不属于这份文件。' })
    await setVersionRemoved(context, version, removed)
  }
  // What is shown again may have been corrected while it was hidden.
  if (!removed) recount(context, ids.documentId)
  context.changed()
  return {}
}

/** The library as it is listed and tidied. Hiding is undone by showing again; nothing is deleted. */
export function libraryService(context: Context): LibraryHandlers {
  const { library, platform, serially } = context
  return {
    'app:info': async () => ({
      version: context.version,
      shell: platform.shell,
      libraryName: basename(library.path),
      libraryBytes: await sizeOf(library.path),
      firstRun: (await library.documents.list()).length === 0,
    }),
    'library:list': async () => ({ documents: await listDocuments(context) }),
    'library:update-document': ({ documentId, fields }) => serially(() => updateDocument(context, documentId, fields)),
    'library:update-version': ({ versionId, fields }) => serially(() => updateVersion(context, versionId, fields)),
    'library:remove': (ids) => serially(() => setRemoved(context, ids, true)),
    'library:restore': (ids) => serially(() => setRemoved(context, ids, false)),
    'library:version-text': async ({ versionId }) => {
      const { version, document: record } = await getVersionWithDocument(context, versionId)
      const text = (await library.versions.text(versionId)) ?? ''
      return {
        version: summariseVersion(context, version),
        document: { ...fieldsOf(record), id: record.id },
        text,
        blocks: [...((await library.versions.blocks(versionId)) ?? parseOutline(text))],
      }
    },
  }
}
