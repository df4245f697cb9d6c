import type { Block } from '../../outline/block.ts'
import type { Period } from '../../outline/document-facts.ts'
import type { Range } from '../../text/range.ts'
import { type IndicatorRow, type IndicatorTable, isAttributeCell } from './indicator-row.ts'
import { isUnit } from './row-name.ts'
import { type Cell, cellAt, isBlankCell, joinCellParts, joinFigures } from './table-cell.ts'
import { type Column, isIndicatorHeader, readColumn } from './table-columns.ts'

/** No cell of an indicator table is longer. */
const LONGEST = 40
const FEWEST_ROWS = 2
const MOST_HEADINGS = 14

interface Line {
  readonly block: number
  readonly cell: Cell
}
type ValueColumn = Extract<Column, { role: 'value' }>

/** Indicator tables that were copied out cell by cell, one a line, with 约束性 or 预期性 as the last cell of each row. */
export function cellTables(text: string, blocks: readonly Block[], own: Period | null): IndicatorTable[] {
  return runs(text, blocks).flatMap((run) => readRun(run, own))
}

function runs(text: string, blocks: readonly Block[]): Line[][] {
  const found: number[][] = [[]]
  const wordsOf = (block: Range): string => text.slice(block.start, block.end)
  blocks.forEach((block, i) => {
    const isCell = block.end - block.start <= LONGEST && block.kind !== 'note' && !wordsOf(block).includes('|')
    if (isCell) found.at(-1)?.push(i)
    else found.push([])
  })
  return found
    .filter((run) => run.filter((i) => ATTRIBUTE.test(wordsOf(blocks[i] ?? NOWHERE))).length >= FEWEST_ROWS)
    .map((run) => run.map((i) => ({ block: i, cell: cellAt(text, blocks[i] ?? NOWHERE) })))
    .filter((run) => run.filter((line) => isAttributeCell(line.cell)).length >= FEWEST_ROWS)
}

/** What every attribute says, however it is spaced; looked for before cells are read, for most lines of a text are in no table. */
const ATTRIBUTE = /约\s*束|预\s*期/
const NOWHERE = { start: 0, end: 0 }

/** One run can hold several tables; each begins with its headings, the last of which is 属性. */
function readRun(run: readonly Line[], own: Period | null): IndicatorTable[] {
  const tables: IndicatorTable[] = []
  let from = 0
  for (;;) {
    const last = run.findIndex((line, i) => i >= from && line.cell.text.endsWith('属性'))
    if (last < 0) return tables
    const next = run.findIndex((line, i) => i > last && line.cell.text.endsWith('属性'))
    const header = readHeader(run.slice(Math.max(from, last - MOST_HEADINGS), last + 1), own)
    const lines = run.slice(last + 1, next < 0 ? run.length : next)
    const end = lines.findLastIndex((line) => isAttributeCell(line.cell)) + 1
    if (header !== null && end > 0) {
      const used = run.slice(last + 1 - header.length, last + 1 + end)
      tables.push({ rows: rowsOf(lines.slice(0, end), header.columns), blocks: used.map((line) => line.block) })
    }
    from = last + 1 + end
  }
}

/** The headings that end at 属性: from 序号, or from the first that is a heading. */
function readHeader(lines: readonly Line[], own: Period | null): { columns: Column[]; length: number } | null {
  const read = lines.map((line) => readColumn(line.cell.text, own))
  const numbered = read.findLastIndex((column) => column.role === 'number')
  const from =
    numbered >= 0 ? numbered : read.findIndex((column) => column.role === 'name' || column.role === 'category')
  if (from < 0) return null
  const columns = read.slice(from)
  // 「指标」 above 「属性」 is one heading on two lines.
  if (
    lines.at(-1)?.cell.text === '属性' &&
    lines.at(-2)?.cell.text === '指标' &&
    columns.filter((c) => c.role === 'name').length > 1
  )
    columns.splice(-2, 1)
  return isIndicatorHeader(columns) ? { columns, length: lines.length - from } : null
}

function rowsOf(lines: readonly Line[], columns: readonly Column[]): IndicatorRow[] {
  const rows: IndicatorRow[] = []
  let cells: Line[] = []
  for (const line of lines) {
    if (!isAttributeCell(line.cell)) cells.push(line)
    else {
      const row = readRow(cells, line, columns)
      if (row !== null) rows.push(row)
      cells = []
    }
  }
  return rows
}

function readRow(lines: readonly Line[], attribute: Line, columns: readonly Column[]): IndicatorRow | null {
  const cells = lines.map((line) => line.cell)
  const has = (role: Column['role']): boolean => columns.some((column) => column.role === role)
  if (has('number') && /^\d{1,3}$/.test(cells[0]?.text ?? '')) cells.shift()
  const valueColumns = columns.filter((column): column is ValueColumn => column.role === 'value')
  const figures = takeFigures(cells, valueColumns.length, has('unit'))
  const unit = has('unit') ? (cells.pop() ?? null) : null
  const name = has('category') ? cells.at(-1) : joinCellParts(cells)
  if (name === undefined || name.text === '') return null
  const values = groupFigures(figures, valueColumns.length).flatMap((cell, i) => {
    const column = valueColumns[i]
    return column === undefined || isBlankCell(cell) ? [] : [{ cell, column }]
  })
  return { block: attribute.block, name, unit, attribute: attribute.cell, values }
}

/** Takes the figures off the end of a row: all up to the unit, or as many as look like figures, at least one a column. */
function takeFigures(cells: Cell[], columns: number, hasUnit: boolean): Cell[] {
  const unitAt = hasUnit ? cells.findLastIndex((cell) => isUnit(cell.text)) : -1
  if (unitAt >= 0) return cells.splice(unitAt + 1)
  const name = cells.findLastIndex((cell) => !isFigure(cell.text))
  return cells.splice(Math.min(name + 1, Math.max(1, cells.length - columns)))
}

function isFigure(text: string): boolean {
  return /^[-—/]+$/.test(text) || /^[^\d（(]{0,6}[\d.]+[^\d]{0,4}$/.test(text) || /^[[【<>]/.test(text)
}

/** A cell with several lines gives several figures for one column; a dash is always a whole cell. */
function groupFigures(figures: readonly Cell[], columns: number): Cell[] {
  if (figures.length <= columns || columns === 0) return [...figures]
  const dashes = figures.findIndex((cell) => !isBlankCell(cell))
  const whole = figures.slice(0, Math.min(dashes, columns - 1))
  const rest = figures.slice(whole.length)
  const groups = columns - whole.length
  const size = Math.ceil(rest.length / groups)
  return [
    ...whole,
    ...Array.from({ length: Math.min(groups, rest.length) }, (_, i) =>
      joinFigures(rest.slice(i * size, (i + 1) * size)),
    ),
  ]
}
