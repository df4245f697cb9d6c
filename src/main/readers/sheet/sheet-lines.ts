import type { DroppedText, RawLine } from '../../../shared/text/raw-document.ts'
import { joinCells } from '../../../shared/text/table-row.ts'
import type { CellRange, Sheet } from './sheet.ts'

export interface SheetLines {
  readonly lines: RawLine[]
  readonly dropped: DroppedText[]
}

/**
 * Writes a sheet as lines: rows as table rows on the columns that hold anything; a row with one text across the table
 * (its title, a subtitle, a note below) as a line. Hidden rows and columns, and what lies outside the range, are dropped.
 */
export function sheetLines(sheet: Sheet, range: CellRange | null): SheetLines {
  const lines: RawLine[] = []
  const dropped: DroppedText[] = [...sheet.outside]
  const rows = [...sheet.rows].toSorted(([a], [b]) => a - b)
  const columns = usedColumns(sheet, range)
  for (const [row, cells] of rows) {
    const texts = [...cells].toSorted(([a], [b]) => a - b)
    for (const [column, text] of texts) {
      const reason = reasonOf(row, column, sheet, range)
      if (reason !== null) dropped.push({ reason, text })
    }
    const kept = texts.filter(([column]) => reasonOf(row, column, sheet, range) === null)
    if (kept.length > 0) lines.push(...rowLines(row, new Map(kept), columns, sheet.merged))
  }
  return { lines, dropped }
}

function reasonOf(row: number, column: number, sheet: Sheet, range: CellRange | null): string | null {
  if (sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column)) return 'hidden-text'
  if (range === null) return null
  const inside = row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
  return inside ? null : 'outside-range'
}

function usedColumns(sheet: Sheet, range: CellRange | null): number[] {
  const used = new Set<number>()
  for (const [row, cells] of sheet.rows) {
    for (const column of cells.keys()) if (reasonOf(row, column, sheet, range) === null) used.add(column)
  }
  return [...used].toSorted((a, b) => a - b)
}

function rowLines(
  row: number,
  cells: ReadonlyMap<number, string>,
  columns: readonly number[],
  merged: readonly CellRange[],
): RawLine[] {
  const [first] = cells
  if (first === undefined) return []
  const across = merged.some((range) => range.top === row && range.left === first[0] && range.right > range.left)
  if (columns.length === 1 || (cells.size === 1 && (across || first[0] === columns[0]))) {
    return first[1].split('\n').map((text) => ({ text }))
  }
  return [{ text: joinCells(columns.map((column) => cells.get(column) ?? '')), kind: 'table-row' }]
}

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i

/** The range that a reference such as B2:F20 names; null when it is none. */
export function parseRange(reference: string): CellRange | null {
  const found = REFERENCE.exec(reference.trim())
  if (found === null) return null
  const [, left = '', top = '', right = left, bottom = top] = found
  const [a, b] = [columnOf(left), columnOf(right)]
  const [c, d] = [Number(top) - 1, Number(bottom) - 1]
  return { left: Math.min(a, b), right: Math.max(a, b), top: Math.min(c, d), bottom: Math.max(c, d) }
}

function columnOf(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
