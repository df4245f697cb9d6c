import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Handlers } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { parseOutline } from '../../shared/outline/parse.ts'
import type { VersionFields, VersionRecord } from '../db/records.ts'
import type { Analyst } from './analyst.ts'
import type { Context } from './context.ts'
import { given, type Loose } from './given.ts'
import { getVersion, getVersionWithDocument } from './lookup.ts'
import { replan, setVersionRemoved } from './replan.ts'
import { type DocumentSummary, fieldsOf, summariseDocument, summariseVersion } from './summaries.ts'

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

async function listDocuments(context: Context, analyst: Analyst): Promise<DocumentSummary[]> {
  const { documents, versions, drafts } = context.library
  const [records, allVersions, allDrafts] = await Promise.all([documents.list(), versions.list(), drafts.list()])
  const byDocument = new Map<string, VersionRecord[]>(records.map((document) => [document.id, []]))
  for (const version of allVersions) byDocument.get(version.documentId)?.push(version)
  const draftOf = new Map(allDrafts.map((draft) => [draft.documentId, draft]))
  const listed: DocumentSummary[] = []
  for (const record of records.filter((document) => !document.removed)) {
    const own = byDocument.get(record.id) ?? []
    listed.push(await summariseDocument(context, analyst, record, own, draftOf.get(record.id) ?? null))
  }
  return listed
}

async function updateVersion(context: Context, analyst: Analyst, id: string, fields: Loose<VersionFields>) {
  const version = await getVersion(context, id)
  const { stage, date, author, note } = { ...version, ...given(fields) }
  const changed = { ...version, stage, date, author, note }
  await context.library.versions.update(id, { stage, date, author, note }, await replan(context, analyst, changed))
  context.changed()
  return {}
}

async function setRemoved(
  context: Context,
  analyst: Analyst,
  ids: { documentId: string; versionId: string | null },
  removed: boolean,
) {
  const { library } = context
  if (ids.versionId === null) await library.documents.setRemoved(ids.documentId, removed, context.now())
  else {
    const version = await getVersion(context, ids.versionId)
    if (version.documentId !== ids.documentId)
      throw new DuigaoError({ code: 'bad-request', message: '这个版本不属于这份文件。' })
    await setVersionRemoved(context, analyst, version, removed)
  }
  context.changed()
  return {}
}

/** The library as it is listed and tidied. Hiding is undone by showing again; nothing is deleted. */
export function libraryService(context: Context, analyst: Analyst): LibraryHandlers {
  const { library, platform, serially } = context
  return {
    'app:info': async () => ({
      version: context.version,
      shell: platform.shell,
      libraryName: basename(library.path),
      libraryBytes: await sizeOf(library.path),
    }),
    'library:list': async () => ({ documents: await listDocuments(context, analyst) }),
    'library:update-document': ({ documentId, fields }) =>
      serially(async () => {
        await library.documents.update(documentId, given(fields), context.now())
        context.changed()
        return {}
      }),
    'library:update-version': ({ versionId, fields }) =>
      serially(() => updateVersion(context, analyst, versionId, fields)),
    'library:remove': (ids) => serially(() => setRemoved(context, analyst, ids, true)),
    'library:restore': (ids) => serially(() => setRemoved(context, analyst, ids, false)),
    'library:version-text': async ({ versionId }) => {
      const { version, document: record } = await getVersionWithDocument(context, versionId)
      const document = fieldsOf(record)
      const text = (await library.versions.text(versionId)) ?? ''
      return {
        version: await summariseVersion(context, analyst, version, document),
        document: { ...document, id: record.id },
        text,
        blocks: [...((await library.versions.blocks(versionId)) ?? parseOutline(text))],
      }
    },
  }
}
