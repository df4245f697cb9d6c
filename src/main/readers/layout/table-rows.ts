import { isChinese } from '../../../shared/text/characters.ts'
import type { Fragment } from './fragment.ts'
import { type PageTable, rowText, toRows } from './rows.ts'
import type { RuledTable } from './ruled-table.ts'

/** True for a run that stands in the table: by the middle of its letters. */
export function isInTable(fragment: Fragment, table: RuledTable): boolean {
  const x = fragment.x + fragment.width / 2
  const y = fragment.y + fragment.size / 3
  return x > table.left && x < table.right && y < table.top && y > table.bottom
}

/** A line that ends so many font sizes before the edge of its cell is full: padding, and two characters that may not be parted. */
const FULL_LINE = 2.5

/** The rows of a ruled table that hold text. */
export function tableRows(table: RuledTable, fragments: readonly Fragment[]): PageTable {
  const across = table.columns.length - 1
  const fields = new Map<number, Fragment[]>()
  for (const fragment of fragments) {
    const cell = table.cells[fieldOf(fragment, table)] ?? 0
    fields.set(cell, [...(fields.get(cell) ?? []), fragment])
  }
  const cells: string[][] = []
  let open: boolean[] = []
  for (let row = 0; row < table.rows.length - 1; row += 1) {
    const texts = Array.from({ length: across }, (_, column) => cellText(fields.get(row * across + column) ?? []))
    if (texts.every((text) => text === '')) continue
    cells.push(texts)
    open = texts.map((_, column) => isFull(fields.get(row * across + column) ?? [], rightEdge(table, row, column)))
  }
  return { cells, open }
}

/** Where the cell that begins in this field ends. */
function rightEdge(table: RuledTable, row: number, column: number): number {
  const across = table.columns.length - 1
  const first = row * across + column
  let last = column
  while (last + 1 < across && table.cells[row * across + last + 1] === table.cells[first]) last += 1
  return table.columns[last + 1] ?? table.right
}

function isFull(fragments: readonly Fragment[], right: number): boolean {
  const row = toRows(fragments).at(-1)
  const last = row?.pieces.at(-1)
  if (row === undefined || last === undefined || !/[\u4e00-\u9fff]/.test(rowText(row))) return false
  return right - last.x - last.width < last.size * FULL_LINE
}

function fieldOf(fragment: Fragment, table: RuledTable): number {
  const x = fragment.x + Math.min(fragment.width, fragment.size) / 2
  const y = fragment.y + fragment.size / 3
  const column = table.columns.findLastIndex((at) => at <= x)
  const row = table.rows.findLastIndex((at) => at >= y)
  return Math.max(row, 0) * (table.columns.length - 1) + Math.min(Math.max(column, 0), table.columns.length - 2)
}

/** A cell's lines run on: they were broken at its width. */
function cellText(fragments: readonly Fragment[]): string {
  return toRows(fragments).reduce((text, row) => joinCellText(text, rowText(row).trim()), '')
}

/** Puts the second part of a cell's text after the first. */
export function joinCellText(before: string, after: string): string {
  const joint = before === '' || (isChinese(before.slice(-1)) && isChinese(after.charAt(0))) ? '' : ' '
  return before + joint + after
}
