import type { FormatRun } from './formatting.ts'
import type { PieceText } from './pieces.ts'
import { CODE, type Property, valueOf } from './properties.ts'

/** A range of characters that is not plain text. */
export interface FlaggedRange {
  readonly start: number
  readonly end: number
  /** The tracked changes that deleted and that inserted the characters; null for none. */
  readonly deleted: Revision | null
  readonly inserted: Revision | null
  readonly hidden: boolean
  /** What signs of a symbol font stand for; null where the characters are letters. */
  readonly symbol: string | null
}

/** Who made a tracked change and when (MS-DOC 2.6.1: sprmCIbstRMark, sprmCDttmRMark and their kind). */
export interface Revision {
  /** Index into the document's list of authors. */
  readonly author: number
  /** ISO 8601; null when it is not stated. */
  readonly date: string | null
}

/** Finds the characters that are hidden, deleted or inserted by a tracked change, or signs of a symbol font; in order. */
export function flaggedRanges(runs: readonly FormatRun[], pieces: PieceText): FlaggedRange[] {
  const flagged: FlaggedRange[] = []
  for (const { from, to, properties } of runs) {
    const deleted = revisionOf(properties, CODE.deleted, CODE.deletedBy, CODE.deletedAt)
    const inserted = revisionOf(properties, CODE.inserted, CODE.insertedBy, CODE.insertedAt)
    const hidden = isOn(properties, CODE.hidden)
    const symbol = symbolOf(properties)
    if (deleted === null && inserted === null && !hidden && symbol === null) continue
    for (const range of pieces.rangesOf(from, to)) flagged.push({ ...range, deleted, inserted, hidden, symbol })
  }
  return flagged.toSorted((a, b) => a.start - b.start)
}

function revisionOf(properties: readonly Property[], mark: number, by: number, at: number): Revision | null {
  if (!isOn(properties, mark)) return null
  return { author: valueOf(properties, by) ?? 0, date: dateOf(valueOf(properties, at) ?? 0) }
}

/** A date in the bits of a DTTM (MS-DOC 2.9.74); null for zero and for none. */
function dateOf(bits: number): string | null {
  const [minute, hour, day, month] = [bits & 63, (bits >> 6) & 31, (bits >> 11) & 31, (bits >> 16) & 15]
  const year = 1900 + ((bits >> 20) & 511)
  if (day === 0 || month === 0 || month > 12 || hour > 23 || minute > 59) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`
}

/** On, or the opposite of a style that seldom says anything of it (MS-DOC 2.9.327, ToggleOperand). */
function isOn(properties: readonly Property[], code: number): boolean {
  const value = valueOf(properties, code)
  return value === 1 || value === 0x81
}

/** Signs of symbol fonts in the private use area have no meaning outside their font. */
function symbolOf(properties: readonly Property[]): string | null {
  const operand = properties.findLast((property) => property.code === CODE.symbol)?.operand
  if (operand === undefined || operand.length < 4) return null
  const code = operand.u16(2)
  if (code < 0x20) return ''
  return code >= 0xe000 && code <= 0xf8ff ? '□' : String.fromCharCode(code)
}
