import { TYPE } from './biff-records.ts'

/** A record: its type and its bytes. */
export function record(type: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)))
  return Buffer.concat([u16(type), u16(data.length), data])
}

export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16LE(value & 0xffff, index * 2))
  return bytes
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

export function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

/** A string with its length in one or two bytes, in two bytes a character. */
export function wide(text: string, lengthSize: 1 | 2): Buffer {
  const length = lengthSize === 1 ? Buffer.from([text.length]) : u16(text.length)
  return Buffer.concat([length, Buffer.from([1]), Buffer.from(text, 'utf16le')])
}

/** The shared strings in one record, or broken over several where `cuts` say (bytes of the record). */
export function sharedStrings(strings: readonly string[]): Buffer {
  return record(TYPE.strings, u32(strings.length), u32(strings.length), ...strings.map((text) => wide(text, 2)))
}

export interface SheetToMake {
  readonly name: string
  readonly records: readonly Buffer[]
  readonly hidden?: boolean
}

const BEGIN = [0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
const BEGIN_SHEET = [0x00, 0x06, 0x10, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

/** Makes a workbook stream of Excel 97. */
export function makeWorkbook(globals: readonly Buffer[], sheets: readonly SheetToMake[]): Buffer {
  const bodies = sheets.map((sheet) =>
    Buffer.concat([record(TYPE.begin, BEGIN_SHEET), ...sheet.records, record(TYPE.end)]),
  )
  const headOf = (offsets: readonly number[]) =>
    Buffer.concat([
      record(TYPE.begin, BEGIN),
      ...globals,
      ...sheets.map((sheet, index) =>
        record(TYPE.boundSheet, u32(offsets[index] ?? 0), [sheet.hidden === true ? 1 : 0, 0], wide(sheet.name, 1)),
      ),
      record(TYPE.end),
    ])
  const start = headOf([]).length
  const offsets = bodies.map((_, index) => start + bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0))
  return Buffer.concat([headOf(offsets), ...bodies])
}
