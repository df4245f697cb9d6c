import { TextDecoder } from 'node:util'
import type { Bytes } from '../ole/bytes.ts'
import { OleError } from '../ole/compound-file.ts'
import { type BiffRecord, readRecords, TYPE } from './biff-records.ts'
import { readContinuedText, readSharedStrings, readUnicodeString } from './biff-strings.ts'
import { BUILT_IN, formatNumberCell } from './number-format.ts'
import { type CellRange, MAX_CELLS, putCell, type Sheet } from './sheet.ts'

/** What all sheets of a workbook share. */
interface Globals {
  readonly strings: readonly string[]
  /** The number format of each cell style. */
  readonly formats: readonly string[]
  readonly from1904: boolean
  /** Reads a string with its length in one or two bytes; Excel 95 wrote them in the machine's code page. */
  readonly text: (bytes: Bytes, at: number, lengthSize: 1 | 2) => string
}

/** Why a workbook is not read. */
export type BiffRefusal = 'encrypted' | 'old' | 'too-large'

const BIFF8 = 0x0600
const BIFF5 = 0x0500
const WORKSHEET = 0
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gbk',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1200: 'utf-16le',
}

/** Reads the sheets of a workbook stream (MS-XLS, Excel 97 to 2003, and the older one of Excel 95). */
export function readBiffSheets(stream: Uint8Array): Sheet[] | BiffRefusal {
  const records = readRecords(stream, 0)
  const begin = records[0]
  if (begin === undefined || begin.type !== TYPE.begin) throw new OleError('no workbook')
  const version = begin.data.u16(0)
  if (version !== BIFF8 && version !== BIFF5) return 'old'
  if (records.some((record) => record.type === TYPE.filePass)) return 'encrypted'
  const globals = readGlobals(records, version)
  const sheets: Sheet[] = []
  let cells = 0
  for (const { type, data } of records) {
    if (type !== TYPE.boundSheet || data.u8(5) !== WORKSHEET) continue
    const sheet = readSheet(readRecords(stream, data.u32(0)), globals, {
      name: globals.text(data, 6, 1),
      hidden: (data.u8(4) & 3) !== 0,
    })
    cells += [...sheet.rows.values()].reduce((sum, row) => sum + row.size, 0)
    if (cells > MAX_CELLS) return 'too-large'
    sheets.push(sheet)
  }
  return sheets
}

function readGlobals(records: readonly BiffRecord[], version: number): Globals {
  const find = (type: number) => records.find((record) => record.type === type)
  const shared = find(TYPE.strings)
  const codePage = find(TYPE.codePage)?.data.u16(0) ?? 936
  const decoder = new TextDecoder(CODE_PAGES[codePage] ?? 'windows-1252')
  const text: Globals['text'] = (bytes, at, lengthSize) => {
    if (version === BIFF8) return readUnicodeString(bytes, at, lengthSize)
    const length = lengthSize === 1 ? bytes.u8(at) : bytes.u16(at)
    return decoder.decode(bytes.part(at + lengthSize, Math.min(length, bytes.length - at - lengthSize)))
  }
  const own = new Map<number, string>()
  for (const { type, data } of records) {
    if (type === TYPE.format) own.set(data.u16(0), text(data, 2, version === BIFF8 ? 2 : 1))
  }
  const formats = records
    .filter((record) => record.type === TYPE.style)
    .map(({ data }) => own.get(data.u16(2)) ?? BUILT_IN[data.u16(2)] ?? '')
  const from1904 = find(TYPE.dateMode)?.data.u16(0) === 1
  return { strings: shared === undefined ? [] : readSharedStrings(shared), formats, from1904, text }
}

function readSheet(
  records: readonly BiffRecord[],
  globals: Globals,
  { name, hidden }: { name: string; hidden: boolean },
): Sheet {
  const rows = new Map<number, Map<number, string>>()
  const merged: CellRange[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const outside: { reason: string; text: string }[] = []
  records.forEach((record, index) => {
    const { type, data } = record
    if (type === TYPE.merged) merged.push(...mergedRanges(data))
    else if (type === TYPE.row && (data.u16(12) & 0x20) !== 0) hiddenRows.add(data.u16(0))
    else if (type === TYPE.columns && (data.u16(8) & 1) !== 0) {
      for (let column = data.u16(0); column <= Math.min(data.u16(2), 255); column += 1) hiddenColumns.add(column)
    } else if (type === TYPE.text && data.length >= 12 && record.continued.length > 0) {
      outside.push({ reason: 'comment', text: readContinuedText(record.continued, data.u16(10)) })
    } else if (type === TYPE.multipleRk) {
      for (let at = 4, column = data.u16(2); at + 6 <= data.length - 2; at += 6, column += 1) {
        putCell(rows, data.u16(0), column, numberText(rkValue(data.u32(at + 2)), data.u16(at), globals))
      }
    } else {
      const text = cellText(record, records[index + 1], globals)
      if (text !== null) putCell(rows, data.u16(0), data.u16(2), text)
    }
  })
  return { name, hidden, rows, merged, hiddenRows, hiddenColumns, outside }
}

function mergedRanges(data: Bytes): CellRange[] {
  const count = Math.min(data.u16(0), Math.floor((data.length - 2) / 8))
  return Array.from({ length: count }, (_, index) => {
    const at = 2 + index * 8
    return { top: data.u16(at), bottom: data.u16(at + 2), left: data.u16(at + 4), right: data.u16(at + 6) }
  })
}

/** The text of a record that holds one cell; null for other records. */
function cellText({ type, data }: BiffRecord, next: BiffRecord | undefined, globals: Globals): string | null {
  switch (type) {
    case TYPE.sharedString:
      return globals.strings[data.u32(6)] ?? ''
    case TYPE.label:
    case TYPE.richString:
      return globals.text(data, 6, 2)
    case TYPE.number:
      return numberText(data.f64(6), data.u16(4), globals)
    case TYPE.rk:
      return numberText(rkValue(data.u32(6)), data.u16(4), globals)
    case TYPE.bool:
      return logical(data.u8(6), data.u8(7) === 1)
    case TYPE.formula:
      return formulaText(data, next, globals)
    default:
      return null
  }
}

function numberText(value: number, style: number, { formats, from1904 }: Globals): string {
  return formatNumberCell(value, formats[style] ?? '', from1904)
}

/** A number in 30 bits: an integer or the high bits of a float, perhaps in hundredths (MS-XLS 2.5.217). */
function rkValue(rk: number): number {
  const float = new DataView(new ArrayBuffer(8))
  float.setUint32(4, rk & 0xfffffffc, true)
  const value = (rk & 2) === 0 ? float.getFloat64(0, true) : rk >> 2
  return (rk & 1) === 0 ? value : value / 100
}

function logical(value: number, isError: boolean): string {
  if (isError) return ERRORS[value] ?? '#N/A'
  return value === 1 ? 'TRUE' : 'FALSE'
}

/** The last result of a formula: a number, or by the marks in its last bytes a text (in the next record), a truth or an error. */
function formulaText(data: Bytes, next: BiffRecord | undefined, globals: Globals): string {
  if (data.u16(12) !== 0xffff) return numberText(data.f64(6), data.u16(4), globals)
  switch (data.u8(6)) {
    case 0:
      return next?.type === TYPE.string ? globals.text(next.data, 0, 2) : ''
    case 1:
      return logical(data.u8(8), false)
    case 2:
      return logical(data.u8(8), true)
    default:
      return ''
  }
}
