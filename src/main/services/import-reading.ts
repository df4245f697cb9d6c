import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { Context } from './context.ts'
import { given } from './given.ts'
import { failedItem, type ImportItem, readyItem } from './import-item.ts'
import { mediaTypeOf } from './media-types.ts'
import type { PendingImport, PendingImports } from './pending-imports.ts'
import type { Readings } from './readings.ts'
import { partOf } from './tasks/source-part.ts'
import { type ReadChoice, type ReadSource, WHOLE_SOURCE } from './tasks/tasks.ts'

export interface Desk {
  readonly context: Context
  readonly pending: PendingImports
  readonly readings: Readings
}

interface Found {
  readonly id: string
  readonly file: string
  readonly source: ReadSource
}

function sizeOf(source: ReadSource): number {
  if (source.type === 'file') return source.bytes.byteLength
  return Buffer.byteLength(source.text) + Buffer.byteLength(source.html ?? '')
}

/** Reads off the main thread and tells how far it is, by the id that the item will have. */
async function readSource(
  { tasks, platform }: Context,
  { id, file, source }: Found,
  choice: ReadChoice,
  signal?: AbortSignal,
): Promise<PendingImport> {
  const onProgress = (done: number, total: number) =>
    platform.notify('progress', { task: 'read', done, total, label: file, importId: id })
  const { reading, part } = await tasks.run('read', { key: id, file, source, choice }, { signal, onProgress })
  const mediaType = part === 'html' ? mediaTypeOf('html') : mediaTypeOf(reading.source.format)
  return { id, file, source, choice, reading, mediaType, content: partOf(source, part) }
}

/** Reads one file into the queue. Whatever goes wrong becomes a failed item that says so; the other files go on. */
export async function addSource({ context, pending, readings }: Desk, found: Found): Promise<ImportItem> {
  const { id, file, source } = found
  try {
    pending.assertRoomFor(file, sizeOf(source))
    const item = await readings.run(id, (signal) => readSource(context, found, WHOLE_SOURCE, signal))
    pending.put(item)
    return await readyItem(context, item)
  } catch (error) {
    pending.remove(id)
    return failedItem(id, file, error)
  }
}

function sameChoice(a: ReadChoice, b: ReadChoice): boolean {
  const sameSteps = a.disabled.length === b.disabled.length && a.disabled.every((code) => b.disabled.includes(code))
  return sameSteps && a.sheet === b.sheet && a.range === b.range
}

/**
 * Cleans an item anew with other steps switched off, or reads another part of its workbook. With the same choice the text stays
 * as it is and only what the library says of it (duplicates, the document it belongs to) is looked up again. When the choice
 * cannot be read the item stays as it was.
 */
export async function recleanItem(
  { context, pending }: Desk,
  id: string,
  changed: Pick<ParsedInput<'import:reclean'>, 'disabled' | 'sheet' | 'range'>,
): Promise<ImportItem> {
  const before = pending.get(id)
  const choice: ReadChoice = { ...before.choice, ...given(changed) }
  if (sameChoice(before.choice, choice)) return readyItem(context, before)
  const recleaned = await readSource(context, before, choice)
  // Taken out meanwhile: then it is not-found, as it would have been a moment later.
  pending.get(id)
  pending.put(recleaned)
  return readyItem(context, recleaned)
}
