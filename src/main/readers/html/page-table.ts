import { joinCells } from '../../../shared/text/table-row.ts'
import { largest } from '../lists.ts'
import type { Measure } from './page-measure.ts'
import { attribute, isElement, type PageElement } from './page-node.ts'

/** A row of a table with its cells laid on the grid; null where a merged cell reaches from the left or from above. */
export type GridRow = readonly (PageElement | null)[]

const MAX_SPAN = 100
const MAX_COLUMNS = 200
/** A cell with more text than this, and most of the table's, holds the page's text and not a datum. */
const LAYOUT_CELL = 400

/** The rows of a table on its grid (WHATWG HTML, forming a table), rows of nested tables excluded. */
export function tableGrid(table: PageElement): GridRow[] {
  /** By column, how many further rows the cell above reaches down. */
  const reach = new Map<number, number>()
  return rowsOf(table).map((row) => {
    const grid: (PageElement | null)[] = []
    const begun = new Map<number, number>()
    const skip = () => {
      while ((reach.get(grid.length) ?? 0) > 0) grid.push(null)
    }
    for (const cell of row.childNodes.filter(isElement)) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue
      skip()
      const columns = grid.length < MAX_COLUMNS ? span(cell, 'colspan') : 1
      const below = span(cell, 'rowspan') - 1
      for (let i = 0; i < columns; i += 1) {
        if (grid.length < MAX_COLUMNS) begun.set(grid.length, below)
        grid.push(i === 0 ? cell : null)
      }
    }
    skip()
    for (const [column, rows] of reach) reach.set(column, rows - 1)
    for (const [column, rows] of begun) reach.set(column, rows)
    return grid
  })
}

function rowsOf(table: PageElement): PageElement[] {
  return table.childNodes
    .filter(isElement)
    .flatMap((node) =>
      node.tagName === 'tr' ? [node] : /^t(?:body|head|foot)$/.test(node.tagName) ? rowsOf(node) : [],
    )
}

function span(cell: PageElement, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? '', 10)
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), MAX_SPAN) : 1
}

/** True for a table that lays out the page: one column, a table in a cell, or one cell with nearly all the text. */
export function isLayoutTable(
  table: PageElement,
  grid: readonly GridRow[],
  measures: ReadonlyMap<PageElement, Measure>,
): boolean {
  if (grid.every((row) => row.length <= 1)) return true
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  const cells = grid.flatMap((row) => row.filter((cell) => cell !== null))
  const total = measures.get(table)?.chars ?? 0
  const most = largest(cells.map((cell) => measures.get(cell)?.chars ?? 0))
  if (most > LAYOUT_CELL && most > total * 0.6) return true
  return cells.some(holdsTable) && most > total * 0.5
}

function holdsTable(element: PageElement): boolean {
  return element.childNodes.some((node) => isElement(node) && (node.tagName === 'table' || holdsTable(node)))
}

/** One line of canonical text for a row; empty for a row without text. */
export function rowText(row: GridRow, textOf: (cell: PageElement) => string): string {
  const cells = row.map((cell) => (cell === null ? '' : textOf(cell)))
  return cells.every((cell) => cell.trim() === '') ? '' : joinCells(cells)
}
