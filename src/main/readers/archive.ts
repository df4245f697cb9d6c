import { crc32 } from 'node:zlib'
import { inflateSync } from 'fflate'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '../../shared/text/limits.ts'
import { readErrors } from './read-errors.ts'
import { safePath } from './zip/entry-name.ts'
import { overlap, packedBytes, readZipDirectory, type ZipEntry, ZipError } from './zip/zip-directory.ts'

/** Why an entry of an archive is not handed over. */
export const SKIP_REASONS = [
  /** What operating systems and editors leave behind: `__MACOSX`, `.DS_Store`, `Thumbs.db`, `desktop.ini`, `~$…` of an open file. */
  'system-file',
  /** Needs a password. */
  'encrypted',
  /** Of a kind that no reader reads. */
  'unsupported',
  /** An archive within an archive within the archive. */
  'nested',
  /** Larger than a file may be. */
  'too-large',
  /** A path that leads out of the archive, or a link. */
  'bad-path',
  /** Its bytes are not those that were packed. */
  'damaged',
  'empty',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** A file out of an archive; `name` is its path there, `a/b.docx`, and of a file in an inner archive `inner.zip/b.docx`. */
export interface UnpackedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface UnpackedArchive {
  /** In the order of the archive's directory. */
  readonly files: readonly UnpackedFile[]
  readonly skipped: readonly { readonly name: string; readonly reason: SkipReason }[]
}

export interface UnpackOptions {
  /** The most entries that an archive and those in it may have. */
  readonly maxEntries?: number
  /** The most bytes that all files together may unpack to. */
  readonly maxTotal?: number
}

/** A working group's year of documents is a few hundred files. */
const MAX_ENTRIES = 5000
const MAX_TOTAL = 256 * 1024 * 1024
/** Texts pack 3–10 times, Word XML up to 40; an entry that packs 300 times and is large is a bomb. */
const MAX_RATIO = 300
const RATIO_FROM = 4 * 1024 * 1024

/** Files that a reader exists for, by their names. */
export const READABLE =
  /\.(?:docx|docm|dotx|doc|dot|wps|wpt|pdf|ofd|html?|shtml|xhtml|mht|mhtml|txt|text|md|markdown|xls|xlsx|xlsm|et)$/i
export const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/i
/** Entries by which a zip file is a document itself, not a batch of documents. */
const DOCUMENT_PARTS: ReadonlySet<string> = new Set([
  '[Content_Types].xml',
  'OFD.xml',
  'META-INF/manifest.xml',
  'mimetype',
])

/**
 * Unpacks a batch of documents. A zip file that is a document itself (.docx, .xlsx, .ofd) comes back as the only file.
 * Archives in the archive are unpacked one level deep. Nothing is written to disk.
 * @throws DuigaoError `file-empty`, `file-damaged`, `file-too-large` or `file-unsupported`; one bad entry is skipped instead
 */
export function unpackArchive(bytes: Uint8Array, fileName: string, options: UnpackOptions = {}): UnpackedArchive {
  if (bytes.length === 0) throw readErrors.empty(fileName)
  if (bytes.length > MAX_TOTAL) throw readErrors.tooLarge(fileName, `${MAX_TOTAL / 1024 / 1024} MB`)
  const task: Task = {
    fileName,
    maxEntries: options.maxEntries ?? MAX_ENTRIES,
    maxTotal: options.maxTotal ?? MAX_TOTAL,
    entries: 0,
    total: 0,
    files: [],
    skipped: [],
  }
  try {
    unpackInto(task, bytes, '')
  } catch (error) {
    if (error instanceof DuigaoError) throw error
    throw readErrors.damaged(fileName, '压缩包结构不完整', error)
  }
  return { files: task.files, skipped: task.skipped }
}

interface Task {
  readonly fileName: string
  readonly maxEntries: number
  readonly maxTotal: number
  entries: number
  total: number
  readonly files: UnpackedFile[]
  readonly skipped: { name: string; reason: SkipReason }[]
}

/** `folder` is the path of an inner archive with a slash; empty for the archive itself. */
function unpackInto(task: Task, bytes: Uint8Array, folder: string): void {
  const entries = directory(task, bytes)
  if (folder === '' && entries.some(({ name }) => DOCUMENT_PARTS.has(name))) {
    task.files.push({ name: task.fileName, bytes })
    return
  }
  for (const entry of entries) {
    if (/[\\/]$/.test(entry.name)) continue
    const path = safePath(entry.name)
    const name = folder + (path ?? entry.name)
    const found = path === null || entry.link ? 'bad-path' : readEntry(task, bytes, entry, name, folder !== '')
    if (typeof found === 'string') task.skipped.push({ name, reason: found })
    else if (!isArchive(name)) task.files.push({ name, bytes: found })
    else unpackInner(task, found, name)
  }
}

function directory(task: Task, bytes: Uint8Array): ZipEntry[] {
  const entries = readZipDirectory(bytes)
  task.entries += entries.length
  if (task.entries > task.maxEntries) throw readErrors.tooLarge(task.fileName, `${task.maxEntries} 个文件`)
  // Entries that share the same bytes are how a small file unpacks to anything (David Fifield, A better zip bomb, 2019).
  if (overlap(entries)) throw readErrors.damaged(task.fileName, '压缩包内的文件互相重叠')
  return entries
}

function unpackInner(task: Task, bytes: Uint8Array, name: string): void {
  try {
    unpackInto(task, bytes, `${name}/`)
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    task.skipped.push({ name, reason: 'damaged' })
  }
}

function readEntry(
  task: Task,
  bytes: Uint8Array,
  entry: ZipEntry,
  name: string,
  inner: boolean,
): Uint8Array | SkipReason {
  if (SYSTEM_FILE.test(name)) return 'system-file'
  if (isArchive(name) ? inner : !READABLE.test(name)) return isArchive(name) ? 'nested' : 'unsupported'
  if (entry.encrypted) return 'encrypted'
  if (entry.unpackedSize === 0) return 'empty'
  if (entry.unpackedSize > MAX_FILE_BYTES) return 'too-large'
  if (entry.unpackedSize > RATIO_FROM && entry.unpackedSize > entry.size * MAX_RATIO) {
    throw readErrors.damaged(task.fileName, '压缩比异常，可能是压缩炸弹')
  }
  task.total += entry.unpackedSize
  if (task.total > task.maxTotal) {
    throw readErrors.tooLarge(task.fileName, `解压后 ${Math.round(task.maxTotal / 1024 / 1024)} MB`)
  }
  return unpack(bytes, entry)
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | SkipReason {
  if (entry.method !== STORED && entry.method !== DEFLATED) return 'unsupported'
  try {
    const packed = packedBytes(bytes, entry)
    const out =
      entry.method === STORED ? packed.slice() : inflateSync(packed, { out: new Uint8Array(entry.unpackedSize) })
    return out.length === entry.unpackedSize && crc32(out) === entry.checksum ? out : 'damaged'
  } catch {
    return 'damaged'
  }
}

const STORED = 0
const DEFLATED = 8

function isArchive(name: string): boolean {
  return /\.zip$/i.test(name)
}
