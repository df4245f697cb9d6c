import type { DisplayRow } from './display-rows.ts'
import type { Fold } from './folds.ts'

/** A line of the screen: a display row, or a fold that stands for several. */
export interface VisualRow {
  /** The display row; of a fold its first. */
  readonly display: number
  readonly fold: Fold | null
}

export interface VisualRows {
  readonly rows: readonly VisualRow[]
  /** The visual row of each display row. */
  readonly ofDisplay: readonly number[]
}

/** The rows with the folds that are shut. `isOpen` says which folds the user has opened. */
export function toVisualRows(count: number, folds: readonly Fold[], isOpen: (fold: Fold) => boolean): VisualRows {
  const shut = folds.filter((fold) => !isOpen(fold))
  const rows: VisualRow[] = []
  const ofDisplay: number[] = []
  let next = 0
  for (let display = 0; display < count; ) {
    const fold = shut[next]
    const to = fold && fold.from === display ? fold.to : display + 1
    for (let index = display; index < to; index += 1) ofDisplay.push(rows.length)
    rows.push({ display, fold: to > display + 1 && fold ? fold : null })
    if (fold && fold.from === display) next += 1
    display = to
  }
  return { rows, ofDisplay }
}

/** A fold needs text on both sides: its line stands in both panes. */
export function hasBothSides(rows: readonly DisplayRow[], fold: Fold): boolean {
  const run = rows.slice(fold.from, fold.to)
  return run.some((row) => row.left) && run.some((row) => row.right)
}

/** The text of a fold on one side: from its first cell to its last. null when there is none. */
export function foldSpan(
  rows: readonly DisplayRow[],
  fold: Fold,
  side: 'left' | 'right',
): { readonly start: number; readonly end: number } | null {
  const cells = rows.slice(fold.from, fold.to).flatMap((row) => row[side] ?? [])
  const first = cells[0]
  const last = cells.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}
