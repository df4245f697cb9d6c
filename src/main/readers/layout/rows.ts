import { isChinese } from '../../../shared/text/characters.ts'
import type { Fragment } from './fragment.ts'

/** All text on one baseline, from left to right; or, in its place, the rows of a ruled table. */
export interface Row {
  readonly y: number
  readonly pieces: readonly Fragment[]
  readonly table?: PageTable
}

/** The part of a ruled table that stands on one page. */
export interface PageTable {
  /** The texts of the cells, row by row; a merged cell stands in its first row and column. */
  readonly cells: readonly (readonly string[])[]
  /** For each column, whether the text in the last row fills its last line, so that it may go on on the next page. */
  readonly open: readonly boolean[]
}

/** Pieces beside each other without a gap that columns or cells leave. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly size: number
}

/** Baselines this share of the font size apart are one: raised and lowered signs belong to their line. */
const SAME_LINE = 0.4
/** A gap of this many font sizes parts columns and cells. */
const COLUMN_GAP = 1.5
/** Within a table cells stand closer; they begin where those above do. */
const CELL_GAP = 0.5
const SAME_EDGE = 0.2
/**
 * Gaps that stand for a blank, in font sizes: between Latin letters, beside Chinese (where type is set off by a quarter
 * without a blank), between Chinese characters (which justified lines move apart).
 */
const LATIN_GAP = 0.2
const MIXED_GAP = 0.35
const CHINESE_GAP = 0.9

/** Sorts the fragments of a page, or of a cell, into rows from top to bottom. */
export function toRows(fragments: readonly Fragment[]): Row[] {
  const sorted = fragments.toSorted((a, b) => b.y - a.y || a.x - b.x)
  const groups: { largest: Fragment; pieces: Fragment[] }[] = []
  for (const fragment of sorted) {
    const group = groups.at(-1)
    if (group !== undefined && isSameLine(group.largest, fragment)) {
      group.pieces.push(fragment)
      if (fragment.size > group.largest.size) group.largest = fragment
    } else groups.push({ largest: fragment, pieces: [fragment] })
  }
  return groups.map(({ largest, pieces }) => ({
    y: largest.y,
    pieces: withoutShadows(pieces.toSorted((a, b) => a.x - b.x)),
  }))
}

/** A line's own baseline is that of its largest text: a raised sign that comes first must not move it. */
function isSameLine(largest: Fragment, fragment: Fragment): boolean {
  const [small, large] = [Math.min(largest.size, fragment.size), Math.max(largest.size, fragment.size)]
  const share = small <= large * SMALL_SIGN ? RAISED_SIGN : SAME_LINE
  return Math.abs(largest.y - fragment.y) <= share * large
}

/** Much smaller signs are raised by up to half a font size (LibreOffice sets notes of 58 % so); lines of text are never that close. */
const SMALL_SIGN = 0.7
const RAISED_SIGN = 0.55

/** Bold and shadowed type is often printed twice, a hair apart; it is read once. */
function withoutShadows(sorted: readonly Fragment[]): Fragment[] {
  return sorted.filter((fragment, index) => {
    const before = sorted[index - 1]
    return before === undefined || before.text !== fragment.text || fragment.x - before.x > fragment.size * 0.15
  })
}

/** The segments of a row. At the `edges` where cells of a table begin a smaller gap parts them too. */
export function segmentsOf(row: Row, edges: readonly number[] = []): Segment[] {
  const segments: { text: string; left: number; right: number; size: number }[] = []
  for (const { text, x, width, size } of row.pieces) {
    const last = segments.at(-1)
    const gap = last === undefined ? 0 : x - last.right
    const isCell = gap > CELL_GAP * size && edges.some((edge) => Math.abs(edge - x) <= SAME_EDGE * size)
    if (last === undefined || isCell || gap > COLUMN_GAP * Math.max(last.size, size)) {
      segments.push({ text, left: x, right: x + width, size })
    } else {
      last.text += blankBetween(last.text, text, gap / size) + text
      last.right = Math.max(last.right, x + width)
      last.size = Math.max(last.size, size)
    }
  }
  return segments
}

function blankBetween(before: string, after: string, gap: number): string {
  const a = before.charAt(before.length - 1)
  const b = after.charAt(0)
  if (a === '' || /\s/.test(a) || /\s/.test(b)) return ''
  const chinese = Number(isChinese(a)) + Number(isChinese(b))
  return gap > (chinese === 2 ? CHINESE_GAP : chinese === 1 ? MIXED_GAP : LATIN_GAP) ? ' ' : ''
}

/** The text of a row in one piece, two blanks for the gap of a column. */
export function rowText(row: Row): string {
  return segmentsOf(row)
    .map((segment) => segment.text)
    .join('  ')
}

/** All text of a row, that of a table included. */
export function allText(row: Row): string {
  return [rowText(row), ...(row.table?.cells.flat() ?? [])].join('\n')
}
