import type { Block } from '../../outline/block.ts'
import type { Period } from '../../outline/document-facts.ts'
import { type IndicatorRow, type IndicatorTable, isAttributeCell } from './indicator-row.ts'
import { isUnit } from './row-name.ts'
import { blankSeparated, type Cell, isBlankCell, joinCellParts, joinFigures } from './table-cell.ts'
import { type Column, isIndicatorHeader, readColumn } from './table-columns.ts'

/** A table line is short and no sentence. */
const LONGEST = 70
/** Lines of headings above the first row. */
const MOST_HEADER_LINES = 6
/** Fewer rows with an attribute are no table. */
const FEWEST_ROWS = 3

interface Line {
  readonly block: number
  readonly cells: readonly Cell[]
}

/**
 * Indicator tables that a PDF gave as lines: a row a line, its columns divided by blanks, and what was wrapped inside a cell
 * on the lines above and below. Each row is known by its 约束性 or 预期性.
 */
export function lineTables(text: string, blocks: readonly Block[], own: Period | null): IndicatorTable[] {
  return runs(text, blocks).flatMap((run) => readRun(run, own))
}

function runs(text: string, blocks: readonly Block[]): Line[][] {
  const found: number[][] = [[]]
  blocks.forEach((block, i) => {
    const words = text.slice(block.start, block.end)
    const isLine = words.length <= LONGEST && !/[。；]\s*$|^\s*注[：:]|[|]/.test(words)
    if (isLine) found.at(-1)?.push(i)
    else found.push([])
  })
  const wordsOf = (i: number): string => text.slice(blocks[i]?.start, blocks[i]?.end)
  return found
    .filter((run) => run.filter((i) => ATTRIBUTE.test(wordsOf(i))).length >= FEWEST_ROWS)
    .map((run) => run.map((i) => ({ block: i, cells: blankSeparated(text, blocks[i] ?? NOWHERE) })))
    .filter((run) => run.filter(isAnchor).length >= FEWEST_ROWS)
}

/** What every attribute says; looked for before a line is cut into cells, for most lines of a text are in no table. */
const ATTRIBUTE = /约束|预期/
const NOWHERE = { start: 0, end: 0 }

/** A line with an attribute among other cells. */
function isAnchor(line: Line): boolean {
  return line.cells.length > 2 && line.cells.some(isAttributeCell)
}

function readRun(run: readonly Line[], own: Period | null): IndicatorTable[] {
  const first = run.findIndex(isAnchor)
  const headerFrom = headerStart(run, first)
  if (headerFrom === null) return []
  const columns = valueColumns(run.slice(headerFrom, first), own)
  if (columns.length === 0) return []
  const headerEnd = run.slice(0, first).findLastIndex((line) => line.cells.some(isHeading(own))) + 1
  const body = run.slice(headerEnd)
  const anchors = body.flatMap((line, i) => (isAnchor(line) ? [{ at: i, own: readAnchor(line) }] : []))
  const wrapped = shareWrapped(body, anchors)
  const rows = anchors.map(({ own: anchor }, i) => readRow(anchor, wrapped[i] ?? EMPTY, columns))
  const last = anchors.at(-1)?.at ?? 0
  const end = headerEnd + last + 1 + (wrapped.at(-1)?.below.length ?? 0)
  return [{ rows, blocks: run.slice(headerFrom, end).map((line) => line.block) }]
}

/** Where the headings begin above the first row: at the topmost of the lines above that is one. */
function headerStart(run: readonly Line[], first: number): number | null {
  for (let at = Math.max(0, first - MOST_HEADER_LINES); at < first; at += 1) {
    const words = (run[at]?.cells ?? []).map((cell) => cell.text).join('')
    if (/指标|属性|目标|20\d\d年/.test(words) && !words.endsWith('主要指标')) return at
  }
  return null
}

const isHeading =
  (own: Period | null) =>
  (cell: Cell): boolean =>
    readColumn(cell.text, own).role !== 'other'

type ValueColumn = Extract<Column, { role: 'value' }>

/** The figures' columns in order; a heading over several others (“十四五”目标) has none of its own. */
function valueColumns(lines: readonly Line[], own: Period | null): ValueColumn[] {
  const columns = lines.flatMap((line) =>
    line.cells.map((cell) => ({ text: cell.text, column: readColumn(cell.text, own) })),
  )
  const values = columns.flatMap(({ text, column }) => (column.role === 'value' ? [{ text, column }] : []))
  const named: Column[] = [{ role: 'name' }, ...values.map(({ column }) => column)]
  if (!isIndicatorHeader(named)) return []
  const under = values.filter(({ text }) => !/五”?(?:时期|期间)?(?:规划)?目标$/.test(text))
  return (under.length > 0 ? under : values).map(({ column }) => column)
}

interface Anchor {
  readonly block: number
  readonly name: readonly Cell[]
  readonly unit: Cell | null
  readonly attribute: Cell | null
  readonly values: readonly Cell[]
}

function readAnchor(line: Line): Anchor {
  const cells = [...line.cells]
  if (/^\d{1,2}$/.test(cells[0]?.text ?? '')) cells.shift()
  const attribute = cells.find(isAttributeCell) ?? null
  const others = cells.filter((cell) => cell !== attribute)
  const nameEnd = others.findIndex(
    (cell, i) =>
      isUnitCell(cell) ||
      isFigureCell(cell) ||
      cells.indexOf(cell) > cells.findIndex(isAttributeCell) ||
      (i > 0 && isBlankCell(cell)),
  )
  const name = nameEnd < 0 ? others : others.slice(0, nameEnd)
  const rest = nameEnd < 0 ? [] : others.slice(nameEnd)
  const unit = rest[0] !== undefined && isUnitCell(rest[0]) ? rest[0] : null
  return { block: line.block, name, unit, attribute, values: unit === null ? rest : rest.slice(1) }
}

function isUnitCell(cell: Cell): boolean {
  return cell.text === '/' || isUnit(cell.text)
}

function isFigureCell(cell: Cell): boolean {
  return /^[[【<>]*[\d.]+/.test(cell.text) || /^[-—]+$/.test(cell.text)
}

interface Wrapped {
  readonly above: readonly Line[]
  readonly below: readonly Line[]
}
const EMPTY: Wrapped = { above: [], below: [] }

/** Whether a row lacks something that only the lines around it can have. */
function lacks(anchor: Anchor): boolean {
  return anchor.name.length === 0 || anchor.unit === null
}

/** Gives the lines between rows to the row they belong to: to the one that lacks something, half to each where both do. */
function shareWrapped(body: readonly Line[], anchors: readonly { at: number; own: Anchor }[]): Wrapped[] {
  const shares = anchors.map((): { above: Line[]; below: Line[] } => ({ above: [], below: [] }))
  for (let i = 0; i <= anchors.length; i += 1) {
    const before = anchors[i - 1]
    const after = anchors[i]
    const between = body.slice(before === undefined ? 0 : before.at + 1, after?.at ?? body.length)
    const wantsBefore = before !== undefined && lacks(before.own)
    const wantsAfter = after !== undefined && lacks(after.own)
    // Cells are centred: a row has as many lines below it as above.
    const taken = wantsBefore
      ? wantsAfter || after === undefined
        ? (shares[i - 1]?.above.length ?? 0)
        : between.length
      : 0
    shares[i - 1]?.below.push(...between.slice(0, taken))
    if (wantsAfter) shares[i]?.above.push(...between.slice(taken))
  }
  return shares
}

/** Puts what was wrapped back into its columns: name, unit, figures, as far as the row lacks them. */
function readRow(anchor: Anchor, wrapped: Wrapped, columns: readonly ValueColumn[]): IndicatorRow {
  const parts = wrappedColumns([...wrapped.above, ...wrapped.below])
  const name = joinCellParts(anchor.name.length > 0 ? anchor.name : (parts.shift() ?? []))
  const unit = anchor.unit ?? takeUnit(parts)
  const cells = [...anchor.values, ...parts.map((cells) => joinFigures(cells))]
  const skipped = Math.max(0, cells.length - columns.length)
  const values = columns.flatMap((column, i) => {
    const cell = cells[i + skipped]
    return cell === undefined || isBlankCell(cell) ? [] : [{ cell, column }]
  })
  return { block: anchor.block, name, unit, attribute: anchor.attribute, values }
}

/** The wrapped lines column by column; one column where their numbers of cells differ. */
function wrappedColumns(lines: readonly Line[]): Cell[][] {
  const cells = lines.map((line) => line.cells)
  const width = Math.max(0, ...cells.map((line) => line.length))
  if (cells.some((line) => line.length !== width)) return [cells.flat()]
  return Array.from({ length: width }, (_, i) => cells.flatMap((line) => line[i] ?? []))
}

function takeUnit(parts: Cell[][]): Cell | null {
  const first = joinCellParts(parts[0] ?? [])
  if (!isUnit(first.text)) return null
  parts.shift()
  // 人/亿: the 元 was wrapped onto a line that no longer belongs to the table; nothing else is taken per 亿.
  return first.text.endsWith('/亿')
    ? { text: `${first.text}元`, offsets: [...first.offsets, ...first.offsets.slice(-1)] }
    : first
}
