import type { RawLine } from '../../../shared/text/raw-document.ts'
import { joinCells } from '../../../shared/text/table-row.ts'
import { append, largest } from '../lists.ts'
import { withoutMarks } from './comment-marks.ts'
import type { Context } from './document-context.ts'
import { toNumber } from './styles.ts'
import { type DropReason, goneBy, goneInside } from './view.ts'
import { child, childrenOf, childValue, type XmlElement } from './xml-tree.ts'

/** How to read the paragraphs of a cell, and how to count what is gone. */
export interface TableReader {
  readonly lines: (container: XmlElement, context: Context) => RawLine[]
  readonly drop: (element: XmlElement, reason: DropReason, context: Context) => void
}

interface Cell {
  readonly lines: readonly RawLine[]
  readonly span: number
}

const MAX_SPAN = 100

/** The rows of a table as they are in the view. Notes of its cells come after it. */
export function readTable(table: XmlElement, context: Context, inside: TableReader): RawLine[] {
  const rows = present(table, ROWS, context, inside).map((row) => readRow(row, context, inside))
  const columns = Math.max(0, largest(rows.map((cells) => cells.reduce((sum, cell) => sum + cell.span, 0))))
  const lines: RawLine[] = []
  for (const cells of rows) {
    if (columns <= 1)
      append(
        lines,
        cells.flatMap((cell) => cell.lines),
      )
    else {
      const texts = cells.flatMap((cell) => [cellText(cell), ...Array<string>(cell.span - 1).fill('')])
      if (texts.some((text) => withoutMarks(text) !== '')) lines.push({ text: joinCells(texts), kind: 'table-row' })
    }
  }
  if (columns > 1)
    append(
      lines,
      rows.flatMap((cells) => cells.flatMap((cell) => cell.lines.filter(isNote))),
    )
  return lines
}

function isNote(line: RawLine): boolean {
  return line.kind === 'note'
}

function readRow(row: XmlElement, context: Context, inside: TableReader): Cell[] {
  const cells = present(row, CELLS, context, inside).map((cell) => ({
    // A cell that continues a vertical merge is empty by its nature; what it holds all the same is kept.
    lines: inside.lines(cell, context),
    span: Math.max(count(child(cell, 'tcPr'), 'gridSpan'), 1),
  }))
  // Columns that a row leaves out at its beginning (17.4.15).
  const before = Array.from({ length: count(child(row, 'trPr'), 'gridBefore') }, () => ({ lines: [], span: 1 }))
  return [...before, ...cells]
}

function count(properties: XmlElement | undefined, name: string): number {
  return Math.min(Math.max(toNumber(childValue(properties, name)) ?? 0, 0), MAX_SPAN)
}

const ROWS = { name: 'tr', properties: 'trPr' }
const CELLS = { name: 'tc', properties: 'tcPr' }

/** The rows or cells that are there in the view, also inside content controls; what is gone is counted. */
function present(container: XmlElement, wanted: typeof ROWS, context: Context, inside: TableReader): XmlElement[] {
  return childrenOf(container).flatMap((node) => {
    const isOne = node.name === wanted.name
    const reason = isOne ? goneBy(child(node, wanted.properties), context.view) : goneInside(node.name, context.view)
    if (reason !== null) inside.drop(node, reason, context)
    else if (isOne) return [node]
    else if (WRAPPERS.has(node.name)) return present(node, wanted, context, inside)
    else placeMark(node, context)
    return []
  })
}

const WRAPPERS: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'del', 'moveFrom'])

/** Ranges of remarks may begin between rows and cells; one that ends there ends with the text before it. */
function placeMark(node: XmlElement, { marks }: Context): void {
  if (node.name === 'commentRangeStart') marks.start(node.attributes['id'] ?? '')
}

function cellText(cell: Cell): string {
  return cell.lines
    .filter((line) => !isNote(line))
    .map((line) => line.text.trim())
    .filter((line) => line !== '')
    .join('\n')
}
