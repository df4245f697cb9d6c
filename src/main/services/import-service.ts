import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { prepareVersion } from './add-version.ts'
import type { Context } from './context.ts'
import { addAllChosen } from './import-batch.ts'
import { addSource, type Desk, recleanItem } from './import-reading.ts'
import { fieldsOf, getDocument } from './lookup.ts'
import { createPendingImports, type PendingImport } from './pending-imports.ts'
import { createReadings } from './readings.ts'
import { SKIPPED } from './unpack-files.ts'

type ImportHandlers = Pick<
  Handlers,
  | 'files:choose'
  | 'files:add'
  | 'files:unpack'
  | 'import:paste'
  | 'import:cancel'
  | 'import:reclean'
  | 'import:save'
  | 'import:discard'
>

/** Name of a pasted text in the queue and in the library. */
const CLIPBOARD_NAME = '剪贴板'

function sourceOf(context: Context, { file, content, mediaType, choice, reading }: PendingImport) {
  const { format, sha256 } = reading.source
  const { log, warnings } = reading
  return { id: context.newId(), file, format, mediaType, sha256, content, disabled: choice.disabled, log, warnings }
}

async function save(
  context: Context,
  pending: PendingImport,
  input: Pick<ParsedInput<'import:save'>, 'documentId' | 'fields' | 'version'>,
) {
  const existing = input.documentId === null ? null : await getDocument(context, input.documentId)
  if (existing?.removed)
    throw new DuigaoError({
      code: 'not-found',
      message: `《${existing.title}》已移出文库。请先恢复它，或另建一份文件。`,
    })
  const documentId = existing?.id ?? context.newId()
  const versionId = context.newId()
  const { reading } = pending
  const prepared = await prepareVersion(context, {
    id: versionId,
    documentId,
    document: existing ? fieldsOf(existing) : input.fields,
    fields: input.version,
    text: reading.text,
    blocks: reading.blocks,
    source: sourceOf(context, pending),
    basedOn: null,
    truncated: reading.warnings.some((warning) => warning.code === 'truncated'),
  })
  await context.library.versions.add({ ...prepared, newDocument: existing ? null : input.fields })
  return { documentId, versionId, beforeVersionId: null }
}

/** The id that the page gave its item, which must be new, or one of ours. */
function idFor({ context, pending, readings }: Desk, given: string | undefined): string {
  if (given === undefined) return context.newId()
  if (pending.has(given) || readings.has(given))
    throw new DuigaoError({ code: 'bad-request', message: '这个文件已在待导入的队列里。' })
  return given
}

/** Files and pasted texts on their way into the library: read, shown, cleaned anew, then saved or dropped. */
export function importService(context: Context): ImportHandlers {
  const pending = createPendingImports()
  const readings = createReadings()
  const desk: Desk = { context, pending, readings }
  return {
    'files:choose': async () => ({ items: await addAllChosen(desk) }),
    'files:add': async ({ name, bytes, importId }) => ({
      item: await addSource(desk, { id: idFor(desk, importId), file: name, source: { type: 'file', bytes } }),
    }),
    'files:unpack': ({ name: file, bytes, importId }) =>
      readings.run(idFor(desk, importId), async (signal) => {
        const { files, skipped } = await context.tasks.run('unpack', { file, bytes }, { signal })
        const said = skipped.map(({ name, reason }) => ({ name, reason: SKIPPED[reason].message }))
        return {
          files: files.map(({ name, bytes: content }) => ({ name, bytes: new Uint8Array(content) })),
          skipped: said,
        }
      }),
    'import:paste': async ({ text, html, importId }) => {
      const source = { type: 'paste', text, html } as const
      return { item: await addSource(desk, { id: idFor(desk, importId), file: CLIPBOARD_NAME, source }) }
    },
    'import:cancel': ({ importId }) => {
      readings.cancel(importId)
      return {}
    },
    'import:reclean': async ({ importId, ...choice }) => ({ item: await recleanItem(desk, importId, choice) }),
    'import:save': ({ importId, ...input }) =>
      context.serially(async () => {
        const saved = await save(context, pending.get(importId), input)
        pending.remove(importId)
        context.changed()
        return saved
      }),
    'import:discard': ({ importId }) => {
      readings.cancel(importId)
      pending.remove(importId)
      return {}
    },
  }
}
