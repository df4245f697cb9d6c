import type { Output } from '../../shared/contract/contract.ts'
import { type ErrorCode, toErrorReply } from '../../shared/contract/errors.ts'
import { assertOpenable } from '../services/assert-openable.ts'
import { isArchive } from '../services/unpack-files.ts'
import { type BatchEntry, type BatchFile, batchFiles } from './batch-files.ts'
import { type Call, withLibrary } from './open-app.ts'

export interface Imported {
  readonly file: string
  readonly documentId: string
  readonly versionId: string
  readonly title: string
  /** Whether it opened a new document; else it is a further version of one. */
  readonly added: boolean
  readonly characters: number
  readonly comments: number
  readonly warnings: readonly string[]
}
export interface Skipped {
  readonly file: string
  readonly reason: string
}
export interface Failed {
  readonly file: string
  readonly code: ErrorCode
  readonly message: string
}
export type Outcome =
  | ({ readonly outcome: 'imported' } & Imported)
  | ({ readonly outcome: 'skipped' } & Skipped)
  | ({ readonly outcome: 'failed' } & Failed)

/** Errors that are not the file's: the next file would meet them too. */
const STOPPING: ReadonlySet<ErrorCode> = new Set(['write-failed', 'disk-full', 'library-locked', 'library-damaged'])

function failure(file: string, error: unknown): Outcome {
  const { code, message } = toErrorReply(error)
  if (STOPPING.has(code)) throw error
  return { outcome: 'failed', file, code, message }
}

/** Reads one document and saves it as its text suggests; what the library has already is left out. */
async function importOne(call: Call, file: string, name: string, bytes: Uint8Array): Promise<Outcome> {
  const { item } = await call('files:add', { name, bytes: new Uint8Array(bytes) })
  const { reading, error } = item
  if (!reading) {
    const code = (error?.code ?? 'internal') as ErrorCode
    return { outcome: 'failed', file, code, message: error?.message ?? '' }
  }
  try {
    if (reading.duplicateOf) {
      await call('import:discard', { importId: item.id })
      return { outcome: 'skipped', file, reason: `文库里已有同样的内容（《${reading.duplicateOf.title}》）。` }
    }
    const { fields, version, suggestedDocumentId: documentId, text, comments } = reading
    const { versionId, ...saved } = await call('import:save', { importId: item.id, documentId, fields, version })
    return {
      outcome: 'imported',
      file,
      documentId: saved.documentId,
      versionId,
      title: fields.title,
      added: documentId === null,
      characters: text.length,
      comments: comments.length,
      warnings: reading.warnings.map((warning) => warning.message),
    }
  } catch (failed) {
    await call('import:discard', { importId: item.id })
    throw failed
  }
}

/** A file, or each document of an archive. */
async function* importFile(call: Call, entry: BatchFile): AsyncGenerator<Outcome> {
  const { file, name, size } = entry
  try {
    assertOpenable(file, size)
    const bytes = await entry.read()
    if (!isArchive(name)) {
      yield await importOne(call, file, name, bytes)
      return
    }
    const { files, skipped } = await call('files:unpack', { name, bytes: new Uint8Array(bytes) })
    for (const left of skipped) yield { outcome: 'skipped', file: `${file}/${left.name}`, reason: left.reason }
    for (const inside of files) yield* importInside(call, `${file}/${inside.name}`, inside)
  } catch (error) {
    yield failure(file, error)
  }
}

type Inside = Output<'files:unpack'>['files'][number]

async function* importInside(call: Call, file: string, { name, bytes }: Inside): AsyncGenerator<Outcome> {
  try {
    yield await importOne(call, file, name, bytes)
  } catch (error) {
    yield failure(file, error)
  }
}

async function* importEntry(call: Call, entry: BatchEntry): AsyncGenerator<Outcome> {
  if (entry.type === 'file') yield* importFile(call, entry)
  else if (entry.type === 'failed') yield failure(entry.file, entry.error)
  else yield { outcome: 'skipped', file: entry.file, reason: entry.reason }
}

/**
 * Brings files, folders and archives into a library, each document with what its text says of itself, as a further version where
 * the library has its document. One after the other, so that a batch may be of any size; `tell` hears of each as it is done. A file
 * that cannot be read does not hold up the others; when the library itself fails, everything stops with its error.
 */
export async function importBatch(
  path: string,
  words: readonly string[],
  directory: string,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  // In a thread, so that a file that hangs or eats the memory ends as it does in the app.
  await withLibrary(path, 1, async (call) => {
    for await (const entry of batchFiles(words, directory))
      for await (const outcome of importEntry(call, entry)) tell(outcome)
  })
}

/** Documents with their versions, as the app lists them. */
export async function listLibrary(path: string): Promise<Output<'library:list'>['documents']> {
  return withLibrary(path, 0, async (call) => (await call('library:list', {})).documents)
}
