import { largest } from '../lists.ts'
import type { Fragment } from './fragment.ts'
import { type PageTable, type Row, segmentsOf, toRows } from './rows.ts'
import type { RuledLines } from './ruled-lines.ts'
import { findTables, type RuledTable } from './ruled-table.ts'
import { splitAtColumns } from './split-at-columns.ts'
import { isInTable, tableRows } from './table-rows.ts'

/** Rows of several segments from which a page may hold tables, and is worth looking at for ruled lines. */
const MIN_SPLIT_ROWS = 2

/** True for rows that may be those of a table. */
export function mayHoldTables(rows: readonly Row[]): boolean {
  return rows.filter((row) => segmentsOf(row).length > 1).length >= MIN_SPLIT_ROWS
}

/** Sorts the fragments of a page into rows from top to bottom; a ruled table is one row. */
export function layOut(fragments: readonly Fragment[], lines: RuledLines): Row[] {
  let outside = fragments
  const rows: Row[] = []
  for (const table of findTables(lines)) {
    const found = outside.filter((fragment) => isInTable(fragment, table))
    const inside = splitAtColumns(found, table)
    const texts = tableRows(table, inside)
    // Frames around a text are ruled in both directions too, but only one of their columns holds anything.
    if (filledColumns(texts) < 2) continue
    rows.push(tableRow(table, inside, texts))
    const taken = new Set(found)
    outside = outside.filter((fragment) => !taken.has(fragment))
  }
  return [...toRows(outside), ...rows].toSorted((a, b) => b.y - a.y)
}

function filledColumns({ cells }: PageTable): number {
  return new Set(cells.flatMap((row) => row.flatMap((cell, column) => (cell === '' ? [] : [column])))).size
}

function tableRow(table: RuledTable, fragments: readonly Fragment[], texts: PageTable): Row {
  const size = largest(fragments.map((fragment) => fragment.size))
  const place = { text: '', x: table.left, y: table.top, width: table.right - table.left, size }
  return { y: table.top, pieces: [place], table: texts }
}
