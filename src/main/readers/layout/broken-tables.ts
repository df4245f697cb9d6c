import { joinCells } from '../../../shared/text/table-row.ts'
import type { PageTable, Row } from './rows.ts'
import { joinCellText } from './table-rows.ts'

/** What is left of pages or columns: rows, and the head rows of tables that were printed again. */
export interface JoinedTables {
  readonly columns: readonly (readonly (readonly Row[])[])[]
  readonly repeated: string[]
}

/** Puts a table that was broken at the end of a page or column together again: a row that goes on there becomes one. */
export function joinBrokenTables(columns: readonly (readonly (readonly Row[])[])[]): JoinedTables {
  const repeated: string[] = []
  /** The table that the last column ended with, where it may be changed. */
  let above: { rows: Row[]; table: PageTable; head: readonly string[] } | null = null
  const joined = columns.map((page) =>
    page.map((column) => {
      let rows = [...column]
      const first = rows[0]
      let head = rows.at(-1)?.table?.cells[0] ?? []
      if (above !== null && first?.table !== undefined && isSameGrid(above.table, first.table)) {
        const goesOn = joinTables(above.table, first.table, above.head)
        above.rows[above.rows.length - 1] = { ...lastOf(above.rows), table: goesOn.above }
        repeated.push(...goesOn.repeated)
        if (rows.length === 1) head = above.head
        rows = goesOn.below.cells.length === 0 ? rows.slice(1) : [{ ...first, table: goesOn.below }, ...rows.slice(1)]
      }
      const table = rows.at(-1)?.table
      if (rows.length > 0) above = table === undefined ? null : { rows, table, head }
      return rows
    }),
  )
  return { columns: joined, repeated }
}

function lastOf(rows: readonly Row[]): Row {
  const last = rows.at(-1)
  if (last === undefined) throw new RangeError('no row')
  return last
}

function isSameGrid(above: PageTable, below: PageTable): boolean {
  return above.cells[0]?.length === below.cells[0]?.length
}

function joinTables(above: PageTable, below: PageTable, head: readonly string[]) {
  const isHead = above.cells.length > 0 && joinCells(below.cells[0] ?? []) === joinCells(head)
  const rest = isHead ? below.cells.slice(1) : below.cells
  const repeated = isHead ? [joinCells(head)] : []
  const [first, last] = [rest[0], above.cells.at(-1)]
  if (first === undefined || last === undefined || !goesOn(last, above.open, first)) {
    return { above, below: { ...below, cells: rest }, repeated }
  }
  const whole = last.map((text, column) => (first[column] ? joinCellText(text, first[column] ?? '') : text))
  const open = rest.length === 1 ? below.open : above.open
  return {
    above: { cells: [...above.cells.slice(0, -1), whole], open },
    below: { ...below, cells: rest.slice(1) },
    repeated,
  }
}

/** True when each text of the row takes up one above that filled its line, and some cell was done with there. */
function goesOn(above: readonly string[], open: readonly boolean[], row: readonly string[]): boolean {
  const filled = row.flatMap((text, column) => (text === '' ? [] : [column]))
  if (filled.length === row.length) return false
  return filled.every((column) => open[column] === true && !/[。；！？]$/.test(above[column] ?? ''))
}
