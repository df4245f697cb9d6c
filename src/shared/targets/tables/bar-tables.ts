import type { Block } from '../../outline/block.ts'
import type { Period } from '../../outline/document-facts.ts'
import type { IndicatorRow, IndicatorTable } from './indicator-row.ts'
import { barSeparated, type Cell } from './table-cell.ts'
import { type Column, isIndicatorHeader, readColumn } from './table-columns.ts'

interface Row {
  readonly block: number
  readonly cells: readonly Cell[]
}

/** Indicator tables among the `|` rows of a canonical text. Tables without headings of that kind are left alone. */
export function barTables(text: string, blocks: readonly Block[], own: Period | null): IndicatorTable[] {
  return tableRuns(text, blocks).flatMap((run) => readRun(run, own))
}

/** Rows that follow each other without another block between. */
function tableRuns(text: string, blocks: readonly Block[]): Row[][] {
  const runs: Row[][] = []
  let open = false
  blocks.forEach((block, i) => {
    // Cells copied out one a line are rows without bars; they are read elsewhere.
    const isRow = block.kind === 'table-row' && text.slice(block.start, block.end).includes('|')
    if (isRow && !open) runs.push([])
    if (isRow) runs.at(-1)?.push({ block: i, cells: barSeparated(text, block) })
    open = isRow
  })
  return runs
}

function readRun(run: readonly Row[], own: Period | null): IndicatorTable[] {
  for (const [at, row] of run.entries()) {
    const below = run[at + 1]
    const single = row.cells.map((cell) => readColumn(cell.text, own))
    const twoRows = below !== undefined && isSecondHeader(single, below, own)
    const columns = twoRows ? mergeHeader(row, below, own) : single
    if (!isIndicatorHeader(columns)) continue
    const body = run.slice(at + (twoRows ? 2 : 1))
    return [{ rows: body.flatMap((data) => readRow(data, columns)), blocks: run.slice(at).map((data) => data.block) }]
  }
  return []
}

/** A row that only divides the headings above it: 2025年 | 年均增长 under 目标. */
function isSecondHeader(above: readonly Column[], below: Row, own: Period | null): boolean {
  const nameAt = above.findIndex((column) => column.role === 'name')
  if (nameAt < 0 || (below.cells[nameAt]?.text ?? '') !== '') return false
  return below.cells.some((cell) => readColumn(cell.text, own).role === 'value')
}

function mergeHeader(above: Row, below: Row, own: Period | null): Column[] {
  const length = Math.max(above.cells.length, below.cells.length)
  let over = ''
  return Array.from({ length }, (_, i) => {
    const top = above.cells[i]?.text ?? ''
    const bottom = below.cells[i]?.text ?? ''
    if (top !== '') over = top
    // A merged heading stands over its first column only; what stands below the others still belongs to it.
    const column = readColumn(bottom === '' ? top : bottom, own)
    return column.role === 'other' && bottom !== '' ? readColumn(over + bottom, own) : column
  })
}

function readRow({ block, cells }: Row, columns: readonly Column[]): IndicatorRow[] {
  const cellOf = (role: Column['role']): Cell | null =>
    cells[columns.findIndex((column) => column.role === role)] ?? null
  const name = cellOf('name')
  if (name === null || name.text === '') return []
  const values = columns.flatMap((column, i) => {
    const cell = cells[i]
    return column.role === 'value' && cell !== undefined && cell.text !== '' ? [{ cell, column }] : []
  })
  return [{ block, name, unit: cellOf('unit'), attribute: cellOf('attribute'), values }]
}
