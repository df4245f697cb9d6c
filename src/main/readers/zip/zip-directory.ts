import { decodeName } from './entry-name.ts'

/** One entry of a zip file's central directory (APPNOTE.TXT 6.3.10, 4.3.12). */
export interface ZipEntry {
  /** As written, decoded: folders with `/` or, from some Windows programs, with a backslash. */
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  /** A link to another path instead of a file. */
  readonly link: boolean
  readonly checksum: number
  readonly size: number
  readonly unpackedSize: number
  readonly offset: number
}

const END = 0x06054b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const UNICODE_PATH = 0x7075
const UNIX = 3
const LINK_MODE = 0xa000

const ENCRYPTED = 1
const UTF8 = 1 << 11

/** Thrown for a zip file whose directory cannot be followed. */
export class ZipError extends Error {}

/**
 * Lists the entries of a zip file from its central directory. Archives above 4 GiB (ZIP64) are not followed: no file
 * that is opened is that large.
 * @throws ZipError
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) throw new ZipError('directory broken')
    const length =
      ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (at + length > end) throw new ZipError('directory broken')
    entries.push(readEntry(bytes.subarray(at, at + length)))
    at += length
  }
  return entries
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new ZipError('no directory')
}

function readEntry(record: Uint8Array): ZipEntry {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  const flags = view.getUint16(8, true)
  const nameEnd = ENTRY_LENGTH + view.getUint16(28, true)
  const extra = record.subarray(nameEnd, nameEnd + view.getUint16(30, true))
  const name = unicodePath(extra) ?? decodeName(record.subarray(ENTRY_LENGTH, nameEnd), (flags & UTF8) !== 0)
  const mode = view.getUint32(38, true) >>> 16
  return {
    name,
    method: view.getUint16(10, true),
    encrypted: (flags & ENCRYPTED) !== 0,
    link: view.getUint8(5) === UNIX && (mode & 0xf000) === LINK_MODE,
    checksum: view.getUint32(16, true),
    size: view.getUint32(20, true),
    unpackedSize: view.getUint32(24, true),
    offset: view.getUint32(42, true),
  }
}

/** The name in UTF-8 that some programs write beside the old one (APPNOTE.TXT 4.6.9). */
function unicodePath(extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true)
    const body = extra.subarray(at + 4, at + 4 + length)
    if (view.getUint16(at, true) === UNICODE_PATH && body[0] === 1 && body.length > 5)
      return decodeName(body.subarray(5), true)
    at += 4 + length
  }
  return null
}

/**
 * The packed bytes of an entry.
 * @throws ZipError
 */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.offset
  if (at + LOCAL_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL) throw new ZipError('entry not found')
  const start = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + entry.size > bytes.length) throw new ZipError('entry cut off')
  return bytes.subarray(start, start + entry.size)
}

/** True when the bytes of two entries are partly the same. */
export function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset)
  return inOrder.some((entry, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && entry.offset + LOCAL_LENGTH + entry.size > next.offset
  })
}
