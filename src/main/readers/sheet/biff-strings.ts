import type { Bytes } from '../ole/bytes.ts'
import type { BiffRecord } from './biff-records.ts'

const WIDE = 1
const EXTENDED = 4
const RICH = 8
const MAX_STRINGS = 1_000_000

/** Where a reading of bytes in several parts has come to. */
interface Cursor {
  readonly parts: readonly Uint8Array[]
  part: number
  at: number
}

/** Reads the shared strings (MS-XLS 2.4.265, SST). A string may run over into the next part, which then says anew how wide its characters are. */
export function readSharedStrings(record: BiffRecord): string[] {
  const count = Math.min(record.data.length < 8 ? 0 : record.data.u32(4), MAX_STRINGS)
  const cursor: Cursor = { parts: [record.data.part(0, record.data.length), ...record.continued], part: 0, at: 8 }
  const strings: string[] = []
  while (strings.length < count && !isAtEnd(cursor)) strings.push(readString(cursor))
  return strings
}

/** A string in a record of its own: length, flags, characters (MS-XLS 2.5.294, XLUnicodeString). */
export function readUnicodeString(bytes: Bytes, at: number, lengthSize: 1 | 2): string {
  const length = lengthSize === 1 ? bytes.u8(at) : bytes.u16(at)
  const wide = (bytes.u8(at + lengthSize) & WIDE) !== 0
  const start = at + lengthSize + 1
  const fits = Math.min(length, Math.floor((bytes.length - start) / (wide ? 2 : 1)))
  return wide ? bytes.text(start, fits) : latin(bytes.part(start, fits))
}

/** The characters that follow a record (of a text object): the first byte says how wide they are. */
export function readContinuedText(parts: readonly Uint8Array[], length: number): string {
  return readCharacters({ parts, part: 0, at: 0 }, length, null)
}

function isAtEnd(cursor: Cursor): boolean {
  return cursor.part >= cursor.parts.length
}

function readByte(cursor: Cursor): number {
  skipEmpty(cursor)
  const value = cursor.parts[cursor.part]?.[cursor.at] ?? 0
  cursor.at += 1
  return value
}

function skipEmpty(cursor: Cursor): void {
  while (!isAtEnd(cursor) && cursor.at >= (cursor.parts[cursor.part]?.length ?? 0)) {
    cursor.at -= cursor.parts[cursor.part]?.length ?? 0
    cursor.part += 1
  }
}

function readNumber(cursor: Cursor, size: 2 | 4): number {
  let value = 0
  for (let i = 0; i < size; i += 1) value += readByte(cursor) * 256 ** i
  return value
}

function readString(cursor: Cursor): string {
  const length = readNumber(cursor, 2)
  const flags = readByte(cursor)
  const runs = (flags & RICH) === 0 ? 0 : readNumber(cursor, 2)
  const extension = (flags & EXTENDED) === 0 ? 0 : readNumber(cursor, 4)
  const text = readCharacters(cursor, length, flags)
  cursor.at += runs * 4 + extension
  skipEmpty(cursor)
  return text
}

/** `flags` is null where they have not been read yet. */
function readCharacters(cursor: Cursor, length: number, flags: number | null): string {
  let text = ''
  let wide = ((flags ?? 0) & WIDE) !== 0
  let fresh = flags === null
  while (text.length < length && !isAtEnd(cursor)) {
    const part = cursor.parts[cursor.part]
    if (part === undefined || cursor.at >= part.length) {
      skipEmpty(cursor)
      fresh = true
      continue
    }
    if (fresh) {
      wide = (readByte(cursor) & WIDE) !== 0
      fresh = false
      continue
    }
    const fits = Math.min(length - text.length, Math.floor((part.length - cursor.at) / (wide ? 2 : 1)))
    if (fits === 0) {
      cursor.at = part.length
      continue
    }
    const bytes = part.subarray(cursor.at, cursor.at + fits * (wide ? 2 : 1))
    text += wide ? new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes) : latin(bytes)
    cursor.at += bytes.length
  }
  return text
}

/** One byte a character: the low bytes of UTF-16. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
