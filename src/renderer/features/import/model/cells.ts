import { splitCells } from '../../../../shared/text/table-row.ts'

/** A cell of a table row as it is drawn; a run of empty cells is one with their number. */
export type DrawnCell = { readonly text: string } | { readonly empty: number }

/** Up to this many cells stand in columns of equal width, so that rows line up; more are set one after the other. */
const MAX_COLUMNS = 9
/** Fewer empty cells in a row are shown as they are. */
const FOLD_FROM = 3

/** How a table row is drawn: in columns, or as a run of cells in which empty stretches are folded. */
export function layOutCells(row: string): { readonly columns: boolean; readonly cells: readonly DrawnCell[] } {
  const cells = splitCells(row)
  if (cells.length <= MAX_COLUMNS) return { columns: true, cells: cells.map((text) => ({ text })) }
  const drawn: DrawnCell[] = []
  for (let at = 0; at < cells.length; ) {
    const next = cells.findIndex((cell, index) => index >= at && cell !== '')
    const empty = (next < 0 ? cells.length : next) - at
    if (empty >= FOLD_FROM) drawn.push({ empty })
    else for (let each = 0; each < empty; each += 1) drawn.push({ text: '' })
    at += empty
    if (at < cells.length) drawn.push({ text: cells[at] ?? '' })
    at += 1
  }
  return { columns: false, cells: drawn }
}
