import type { Handlers, ParsedInput } from '../../shared/contract/contract.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_UPLOAD_BYTES } from '../../shared/contract/schemas.ts'
import type { RawDocument } from '../../shared/text/raw-document.ts'
import { readClipboard } from '../readers/clipboard-reader.ts'
import { readRaw } from '../readers/read-raw.ts'
import { prepareVersion } from './add-version.ts'
import type { Analyst } from './analyst.ts'
import type { Context } from './context.ts'
import { failedItem, type ImportItem, readyItem } from './import-item.ts'
import { getDocument } from './lookup.ts'
import { mediaTypeOf } from './media-types.ts'
import { createPendingImports, type PendingImport, type PendingImports } from './pending-imports.ts'
import type { ChosenFile } from './platform.ts'
import { cleanDocument } from './read-document.ts'
import { fieldsOf } from './summaries.ts'

type ImportHandlers = Pick<
  Handlers,
  'files:choose' | 'files:add' | 'import:paste' | 'import:reclean' | 'import:save' | 'import:discard'
>

/** Name of a pasted text in the queue and in the library. */
const CLIPBOARD_NAME = '剪贴板'

interface Found {
  readonly file: string
  readonly bytes: Uint8Array
  readonly read: () => Promise<RawDocument> | RawDocument
}

/** Reads one file into the queue. Whatever goes wrong becomes a failed item that says so; the other files go on. */
async function add(context: Context, pending: PendingImports, { file, bytes, read }: Found): Promise<ImportItem> {
  const id = context.newId()
  try {
    pending.assertRoomFor(file, bytes.byteLength)
    const raw = await read()
    const item = { id, file, bytes, raw, disabled: [], reading: cleanDocument(raw, bytes, file) }
    pending.put(item)
    return await readyItem(context, item)
  } catch (error) {
    pending.remove(id)
    return failedItem(id, file, error)
  }
}

const asFile = (file: string, bytes: Uint8Array): Found => ({ file, bytes, read: () => readRaw(bytes, file) })

/** Gone, locked or on a stick that was pulled out: a matter between the user and the disk, not a fault of ours. */
async function readBytes(chosen: ChosenFile): Promise<Uint8Array> {
  try {
    return await chosen.read()
  } catch (error) {
    const { name } = chosen
    const message = `“${name}”打不开。请检查文件是否还在、U 盘是否已拔出、是否有权读取，然后重新选择。`
    throw new DuigaoError({ code: 'not-found', message, file: name }, error)
  }
}

async function addChosen(context: Context, pending: PendingImports, chosen: ChosenFile): Promise<ImportItem> {
  const { name: file, size } = chosen
  try {
    if (size > MAX_UPLOAD_BYTES)
      throw new DuigaoError({
        code: 'file-too-large',
        message: `“${file}”有 ${Math.ceil(size / 1048576)} MB，超过 ${MAX_UPLOAD_BYTES / 1048576} MB 的上限。请拆分后再试。`,
        file,
        detail: { size, limit: MAX_UPLOAD_BYTES },
      })
    pending.assertRoomFor(file, size)
    return await add(context, pending, asFile(file, await readBytes(chosen)))
  } catch (error) {
    return failedItem(context.newId(), file, error)
  }
}

async function addAllChosen(context: Context, pending: PendingImports): Promise<ImportItem[]> {
  const files = await context.platform.openFiles()
  const items: ImportItem[] = []
  for (const [index, file] of files.entries()) {
    context.platform.notify('progress', { task: 'import', done: index, total: files.length, label: file.name })
    items.push(await addChosen(context, pending, file))
  }
  if (files.length > 0)
    context.platform.notify('progress', { task: 'import', done: files.length, total: files.length, label: '' })
  return items
}

function sourceOf(context: Context, { file, bytes, disabled, reading }: PendingImport) {
  const { format, sha256 } = reading.source
  const { log, warnings } = reading
  return {
    id: context.newId(),
    file,
    format,
    mediaType: mediaTypeOf(format),
    sha256,
    content: bytes,
    disabled,
    log,
    warnings,
  }
}

async function save(
  context: Context,
  analyst: Analyst,
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
  const prepared = await prepareVersion(context, analyst, {
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
  return { documentId, versionId }
}

/** Files and pasted texts on their way into the library: read, shown, cleaned anew, then saved or dropped. */
export function importService(context: Context, analyst: Analyst): ImportHandlers {
  const pending = createPendingImports()
  return {
    'files:choose': async () => ({ items: await addAllChosen(context, pending) }),
    'files:add': async ({ name, bytes }) => ({ item: await add(context, pending, asFile(name, bytes)) }),
    'import:paste': async ({ text }) => ({
      item: await add(context, pending, {
        file: CLIPBOARD_NAME,
        bytes: new TextEncoder().encode(text),
        read: () => readClipboard(text),
      }),
    }),
    'import:reclean': async ({ importId, disabled }) => {
      const item = pending.get(importId)
      const reading = cleanDocument(item.raw, item.bytes, item.file, { disabled })
      const recleaned = { ...item, disabled, reading }
      pending.put(recleaned)
      return { item: await readyItem(context, recleaned) }
    },
    'import:save': ({ importId, ...input }) =>
      context.serially(async () => {
        const saved = await save(context, analyst, pending.get(importId), input)
        pending.remove(importId)
        context.changed()
        return saved
      }),
    'import:discard': ({ importId }) => {
      pending.remove(importId)
      return {}
    },
  }
}
