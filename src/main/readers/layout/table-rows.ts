import { isChinese } from '../../../shared/text/characters.ts'
import { joinCells } from '../../../shared/text/table-row.ts'
import type { Fragment } from './fragment.ts'
import { rowText, toRows } from './rows.ts'
import type { RuledTable } from './ruled-table.ts'

/** True for a run that stands in the table: by the middle of its letters. */
export function isInTable(fragment: Fragment, table: RuledTable): boolean {
  const x = fragment.x + fragment.width / 2
  const y = fragment.y + fragment.size / 3
  return x > table.left && x < table.right && y < table.top && y > table.bottom
}

/** The rows of a ruled table; a merged cell stands in its first row and column. */
export function tableRows(table: RuledTable, fragments: readonly Fragment[]): string[] {
  const across = table.columns.length - 1
  const cells = new Map<number, Fragment[]>()
  for (const fragment of fragments) {
    const cell = table.cells[fieldOf(fragment, table)] ?? 0
    cells.set(cell, [...(cells.get(cell) ?? []), fragment])
  }
  const rows: string[] = []
  for (let row = 0; row < table.rows.length - 1; row += 1) {
    const texts = Array.from({ length: across }, (_, column) => cellText(cells.get(row * across + column) ?? []))
    if (texts.some((text) => text !== '')) rows.push(joinCells(texts))
  }
  return rows
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
  return toRows(fragments).reduce((text, row) => {
    const line = rowText(row).trim()
    const joint = text === '' || (isChinese(text.slice(-1)) && isChinese(line.charAt(0))) ? '' : ' '
    return text + joint + line
  }, '')
}
