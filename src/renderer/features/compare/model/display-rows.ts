import type { Row } from '../../../../shared/diff/rows/row.ts'
import type { Range } from '../../../../shared/text/range.ts'

/**
 * One row as the screen draws it. Both columns run in the order of their own text, so a moved row is drawn twice: where its
 * text stood (`origin`, left cell only) and where it stands now (`destination`, right cell only).
 */
export interface DisplayRow {
  /** Index in Comparison.rows. */
  readonly row: number
  readonly part: 'whole' | 'origin' | 'destination'
  /** null is a gap. */
  readonly left: Range | null
  readonly right: Range | null
  /** Index of the other part of a moved row. */
  readonly partner: number | null
}

type Draft = { -readonly [K in keyof DisplayRow]: DisplayRow[K] }

function spanOf(ranges: readonly Range[]): Range | null {
  const first = ranges[0]
  const last = ranges.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

/** Rows whose left stands before the left of a row already placed cannot stand beside their right: they cross, as a moved row does. */
function findCrossing(rows: readonly Row[]): Set<number> {
  const crossing = new Set<number>()
  let reached = -1
  rows.forEach((row, index) => {
    const left = spanOf(row.left)
    if (!left || row.moved) return
    if (left.start < reached) crossing.add(index)
    else reached = left.start
  })
  return crossing
}

/** Puts the left parts of moved rows where their text stood: before the next row of the left text. */
function placeOrigins(placed: readonly Draft[], origins: readonly Draft[]): Draft[] {
  const waiting = [...origins].sort((a, b) => (a.left?.start ?? 0) - (b.left?.start ?? 0))
  const result: Draft[] = []
  for (const draft of placed) {
    while (draft.left && waiting[0]?.left && waiting[0].left.start < draft.left.start) {
      result.push(waiting.shift() as Draft)
    }
    result.push(draft)
  }
  return [...result, ...waiting]
}

/** The rows of a comparison in the order in which both columns can be drawn. */
export function toDisplayRows(rows: readonly Row[]): DisplayRow[] {
  const crossing = findCrossing(rows)
  const placed: Draft[] = []
  const origins: Draft[] = []
  rows.forEach((row, index) => {
    const left = spanOf(row.left)
    const right = spanOf(row.right)
    const apart = (row.moved || crossing.has(index)) && left !== null && right !== null
    if (!apart) placed.push({ row: index, part: 'whole', left, right, partner: null })
    else {
      placed.push({ row: index, part: 'destination', left: null, right, partner: null })
      origins.push({ row: index, part: 'origin', left, right: null, partner: null })
    }
  })
  const result = placeOrigins(placed, origins)
  const originOf = new Map(result.flatMap((draft, index) => (draft.part === 'origin' ? [[draft.row, index]] : [])))
  result.forEach((draft, index) => {
    const origin = draft.part === 'destination' ? originOf.get(draft.row) : undefined
    if (origin === undefined) return
    draft.partner = origin
    ;(result[origin] as Draft).partner = index
  })
  return result
}
