import type { FormatRun } from './formatting.ts'
import type { PieceText } from './pieces.ts'
import { CODE, type Property, valueOf } from './properties.ts'

/** A range of characters that is not plain text. */
export interface FlaggedRange {
  readonly start: number
  readonly end: number
  readonly deleted: boolean
  readonly hidden: boolean
  /** What signs of a symbol font stand for; null where the characters are letters. */
  readonly symbol: string | null
}

/** Finds the characters that are hidden, deleted by a tracked change, or signs of a symbol font; in order. */
export function flaggedRanges(runs: readonly FormatRun[], pieces: PieceText): FlaggedRange[] {
  const flagged: FlaggedRange[] = []
  for (const { from, to, properties } of runs) {
    const deleted = isOn(properties, CODE.deleted)
    const hidden = isOn(properties, CODE.hidden)
    const symbol = symbolOf(properties)
    if (!deleted && !hidden && symbol === null) continue
    for (const range of pieces.rangesOf(from, to)) flagged.push({ ...range, deleted, hidden, symbol })
  }
  return flagged.toSorted((a, b) => a.start - b.start)
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
