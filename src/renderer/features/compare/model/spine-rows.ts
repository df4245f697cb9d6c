import type { DecisionStatus } from '../../../../shared/review/decision.ts'
import type { RowDecisions } from '../../../../shared/review/match-decisions.ts'
import type { TagKind } from '../../../ui/kind-tag.tsx'
import type { Filters } from './filters.ts'
import { shownItemAt, shownItems, type ViewModel } from './view-model.ts'
import type { VisualRows } from './visual-rows.ts'

/** What the spine shows of one visual row. */
export interface SpineRow {
  readonly visual: number
  readonly display: number
  readonly fold: boolean
  readonly tag: TagKind | null
  /** The place a moved row left. */
  readonly ghost: boolean
  /** Position among the shown changes, from 1; 0 when there is none. */
  readonly number: number
  readonly status: DecisionStatus | null
  readonly approximated: boolean
}

/** The spine, row by row. */
export function spineRows(
  model: ViewModel,
  filters: Filters,
  visual: VisualRows,
  decisions: readonly (RowDecisions | null)[],
): SpineRow[] {
  const numbers = new Map(shownItems(model, filters).map((item, index) => [item.display, index + 1]))
  return visual.rows.map(({ display, fold }, index) => {
    const item = fold ? null : shownItemAt(model, filters, display)
    const row = model.rows[display]
    const ghost = row?.part === 'origin'
    return {
      visual: index,
      display,
      fold: fold !== null,
      tag: item ? (ghost ? 'moved' : item.tag) : null,
      ghost,
      number: item ? (numbers.get(item.display) ?? 0) : 0,
      status: item && !ghost ? (decisions[item.row]?.decision.status ?? null) : null,
      approximated: row !== undefined && model.comparison.rows[row.row]?.precise === false,
    }
  })
}

/** A dashed line between the two places of a moved row, in the lane that keeps it off the others. */
export interface MoveLine {
  readonly from: number
  readonly to: number
  readonly lane: number
}

/** Lanes beside the tags; further lines share the last one. */
const LANES = 3

/** The move lines of a comparison, by visual rows, shorter ones further in. */
export function moveLines(model: ViewModel, filters: Filters, visual: VisualRows): MoveLine[] {
  const lines = model.items.flatMap((item) => {
    if (item.origin === null || !shownItemAt(model, filters, item.display)) return []
    const a = visual.ofDisplay[item.origin]
    const b = visual.ofDisplay[item.display]
    return a === undefined || b === undefined ? [] : [{ from: Math.min(a, b), to: Math.max(a, b) }]
  })
  const ends: number[] = []
  return lines
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((line) => {
      let lane = ends.findIndex((end) => end <= line.from)
      if (lane < 0) lane = Math.min(ends.length, LANES - 1)
      ends[lane] = Math.max(ends[lane] ?? 0, line.to)
      return { ...line, lane }
    })
}
