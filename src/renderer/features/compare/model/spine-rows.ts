import type { DecisionStatus } from '../../../../shared/review/decision.ts'
import type { RowDecisions } from '../../../../shared/review/match-decisions.ts'
import type { TagKind } from '../../../ui/kind-tag.tsx'
import type { Filters } from './filters.ts'
import { rememberLast } from './remember.ts'
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

/** What of a comparison the spine is made of. */
export interface SpineInput {
  readonly model: ViewModel
  readonly filters: Filters
  readonly visual: VisualRows
  readonly decisions: readonly (RowDecisions | null)[]
}

/** Positions of the shown changes by the display rows they stand at, from 1. */
const numbersOf = rememberLast(
  (model: ViewModel, filters: Filters) => new Map(shownItems(model, filters).map((item, at) => [item.display, at + 1])),
)

/** The spine of some visual rows, row by row; `to` is exclusive. */
export function spineRows({ model, filters, visual, decisions }: SpineInput, from: number, to: number): SpineRow[] {
  const numbers = numbersOf(model, filters)
  return visual.rows.slice(from, to).map(({ display, fold }, index) => {
    const item = fold ? null : shownItemAt(model, filters, display)
    const row = model.rows[display]
    const ghost = row?.part === 'origin'
    return {
      visual: from + index,
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
