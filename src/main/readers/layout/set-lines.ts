import { readLabel } from '../../../shared/outline/numbering.ts'
import { isChinese } from '../../../shared/text/characters.ts'
import type { RawLine } from '../../../shared/text/raw-document.ts'
import { joinCells } from '../../../shared/text/table-row.ts'
import { append, largest } from '../lists.ts'
import { joinBrokenTables } from './broken-tables.ts'
import { readColumns } from './columns.ts'
import { splitNotes } from './footnotes.ts'
import { cellEdges, continuedRow, type LooseTable, looseTable } from './loose-table.ts'
import { type Row, rowText, type Segment, segmentsOf } from './rows.ts'

/** A row's indent and reach within its column, in points. */
interface SetRow {
  readonly row: Row
  readonly segments: readonly Segment[]
  readonly left: number
  readonly right: number
  readonly size: number
}

/** Space above a row, in usual line distances, that parts paragraphs. */
const PARAGRAPH_SPACE = 1.45
const MAX_INDENT = 20
/** Larger type than the body's by this much is a heading's. */
const HEADING_SIZE = 1.15

/** All lines of a document, and what was left out of them. */
export interface SetDocument {
  readonly lines: RawLine[]
  /** Head rows of tables that stand again where the table goes on. */
  readonly repeated: readonly string[]
  /** Marks in the text that refer to footnotes. */
  readonly marks: readonly string[]
}

/** A line with the footnotes that are referred to in it. */
interface SetLine extends RawLine {
  readonly notes?: readonly string[]
}

/**
 * Sets the rows of all pages as lines in reading order: indents as ideographic spaces, paragraph spaces as empty lines,
 * footnotes after the paragraph that refers to them; those that none refers to after the one that the page ends in.
 */
export function setLines(pages: readonly (readonly Row[])[]): SetDocument {
  const bodySize = commonSize(pages.flat())
  const whole = pages.map((rows) => splitNotes(rows, bodySize))
  // Pages in columns have their footnotes below the page or below each column.
  const split = readColumns(whole.map(({ body }) => body)).map((page) => page.map((rows) => splitNotes(rows, bodySize)))
  const { columns, repeated } = joinBrokenTables(split.map((page) => page.map(({ body }) => body)))
  const lines: RawLine[] = []
  const notes: string[] = []
  const endNotes = () =>
    append(
      lines,
      notes.splice(0).map((text): RawLine => ({ text, kind: 'note' })),
    )
  let open: LooseTable | null = null
  columns.forEach((page, number) => {
    page.forEach((rows, column) => {
      const goesOn = open === null ? null : continuedRow(open, rows)
      if (goesOn !== null) lines[lines.length - 1] = tableLine(goesOn.cells[0] ?? [])
      const set = setColumn(rows.slice(goesOn?.count ?? 0), bodySize, open)
      open = set.table
      for (const { notes: referred, ...line } of set.lines) {
        if (/^(?:\u3000{2}|$)/.test(line.text)) endNotes()
        lines.push(line)
        append(notes, referred ?? [])
      }
      append(notes, split[number]?.[column]?.footnotes ?? [])
    })
    append(notes, whole[number]?.footnotes ?? [])
  })
  endNotes()
  return { lines, repeated, marks: [...whole, ...split.flat()].flatMap(({ marks }) => marks) }
}

function commonSize(rows: readonly Row[]): number {
  const weights = new Map<number, number>()
  for (const piece of rows.flatMap((row) => row.pieces)) {
    const size = Math.round(piece.size * 2) / 2
    weights.set(size, (weights.get(size) ?? 0) + piece.text.length)
  }
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function tableLine(cells: readonly string[]): RawLine {
  return { text: joinCells(cells), kind: 'table-row' }
}

/** The lines of a column, and the table without ruled lines that it ends with. */
function setColumn(
  rows: readonly Row[],
  bodySize: number,
  above: LooseTable | null,
): { lines: SetLine[]; table: LooseTable | null } {
  const left = leftEdge(rows)
  const set = rows.map((row): SetRow => {
    const segments = segmentsOf(row)
    const [first, last] = [segments[0], segments.at(-1)]
    const size = largest(segments.map((segment) => segment.size))
    return { row, segments, left: (first?.left ?? left) - left, right: last?.right ?? left, size }
  })
  const edges = cellEdges(rows)
  const distance = lineDistance(set)
  const width = largest(set.map((one) => one.right)) - left
  const right = justifiedEdge(set)
  const lines: SetLine[] = []
  let last: LooseTable | null = null
  for (let index = 0; index < set.length; ) {
    const current = set[index]
    const previous = set[index - 1]
    if (current === undefined) break
    if (previous !== undefined && previous.row.y - current.row.y > distance * PARAGRAPH_SPACE) lines.push({ text: '' })
    const table = looseTable(rows, index, edges, index === 0 ? above : null)
    const title = table === null ? headingRows(set, index, { bodySize, distance, width }) : 0
    if (table === null) append(lines, rowLines(set.slice(index, index + title), right))
    else append(lines, table.cells.map(tableLine))
    index += table?.count ?? title
    last = table
  }
  return { lines, table: last }
}

/** Points by which the ends of justified lines differ, and the share of a column's lines that end there. */
const SAME_END = 2
const MIN_JUSTIFIED = 0.4

/** Where the lines of a justified column end; null when it is not justified. */
function justifiedEdge(set: readonly SetRow[]): number | null {
  const ends = set.filter(({ row }) => row.table === undefined).map(({ right }) => right)
  const sorted = ends.toSorted((a, b) => a - b)
  let [most, edge, from] = [0, 0, 0]
  sorted.forEach((end, index) => {
    while (end - (sorted[from] ?? end) > SAME_END) from += 1
    if (index - from >= most) [most, edge] = [index - from + 1, end]
  })
  return most >= Math.max(ends.length * MIN_JUSTIFIED, MIN_LINES) ? edge : null
}

const MIN_LINES = 5

/** Where the column's lines begin: the leftmost edge that several of them share. */
function leftEdge(rows: readonly Row[]): number {
  const edges = rows.map((row) => row.pieces[0]?.x ?? 0).toSorted((a, b) => a - b)
  return edges.find((edge, index) => (edges[index + 1] ?? Number.POSITIVE_INFINITY) - edge < 2) ?? edges[0] ?? 0
}

function lineDistance(set: readonly SetRow[]): number {
  const distances = set
    .slice(1)
    .map((one, index) => (set[index]?.row.y ?? 0) - one.row.y)
    .filter((distance) => distance > 0)
    .toSorted((a, b) => a - b)
  return distances[Math.floor(distances.length / 2)] ?? Number.POSITIVE_INFINITY
}

function rowLines(set: readonly SetRow[], right: number | null): SetLine[] {
  const first = set[0]
  if (first === undefined) return []
  if (first.row.table !== undefined) {
    return first.row.table.cells.map(tableLine)
  }
  const text = set.map((one) => rowText(one.row).trim()).reduce(joinText)
  const indent = Math.min(Math.max(Math.round(first.left / first.size), 0), MAX_INDENT)
  const notes = set.flatMap(({ row }) => row.pieces.flatMap((piece) => piece.notes ?? []))
  const last = set.at(-1) ?? first
  const room = right === null ? null : Math.round(((right - last.right) / last.size) * 10) / 10
  return [
    {
      text: '\u3000'.repeat(indent) + text,
      ...(room === null ? {} : { room }),
      ...(notes.length === 0 ? {} : { notes }),
    },
  ]
}

function joinText(before: string, after: string): string {
  return before + (isChinese(before.slice(-1)) || isChinese(after.charAt(0)) ? '' : ' ') + after
}

interface Measures {
  readonly bodySize: number
  readonly distance: number
  readonly width: number
}

/** How many rows from here on are one heading that was broken: set in larger type, centred or as wide as the column. */
function headingRows(set: readonly SetRow[], from: number, { bodySize, distance, width }: Measures): number {
  let count = 1
  for (; ; count += 1) {
    const [a, b] = [set[from + count - 1], set[from + count]]
    if (a === undefined || b === undefined || a.size < bodySize * HEADING_SIZE) return count
    const [above, below] = [rowText(a.row).trim(), rowText(b.row).trim()]
    const close = a.row.y - b.row.y <= Math.max(distance, a.size * 2) * PARAGRAPH_SPACE
    const full = (a.segments.at(-1)?.right ?? 0) - (a.segments[0]?.left ?? 0) >= width - a.size * 2
    const centred = a.left > a.size && b.left > b.size
    if (!close || !(centred || full) || Math.abs(a.size - b.size) > 0.5) return count
    if (a.segments.length + b.segments.length > 2) return count
    if (readLabel(below) !== null || /[。；：！？]$/.test(above) || /^(?:——|[（(])/.test(below)) return count
  }
}
