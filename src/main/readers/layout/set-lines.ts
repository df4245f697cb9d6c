import { readLabel } from '../../../shared/outline/numbering.ts'
import { isChinese } from '../../../shared/text/characters.ts'
import type { RawLine } from '../../../shared/text/raw-document.ts'
import { joinCells } from '../../../shared/text/table-row.ts'
import { append, largest } from '../lists.ts'
import { readColumns } from './columns.ts'
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
/** Rows of equal cells from which they are a table without ruled lines. */
const MIN_TABLE_ROWS = 3
/** Edges of cells this share of the font size apart stand below each other. */
const SAME_EDGE = 1
/** Larger type than the body's by this much is a heading's, smaller by this much a footnote's. */
const HEADING_SIZE = 1.15
const NOTE_SIZE = 0.88
const NOTE_MARK = /^\s*(?:[①-⑳*＊※]|[[［〔(（]?\d{1,2}[\]］〕)）]?(?!\d)[^年月日.．%％])/

/** Sets the rows of all pages as lines in reading order: indents as ideographic spaces, paragraph spaces as empty lines. */
export function setLines(pages: readonly (readonly Row[])[]): RawLine[] {
  const bodySize = commonSize(pages.flat())
  const split = pages.map((rows) => splitNotes(rows, bodySize))
  const columns = readColumns(split.map(({ body }) => body))
  const lines: RawLine[] = []
  let notes: RawLine[] = []
  split.forEach(({ footnotes }, page) => {
    for (const set of (columns[page] ?? []).map((rows) => setColumn(rows, bodySize))) {
      const paragraph = notes.length === 0 ? -1 : set.findIndex((line) => /^(?:\u3000{2}|$)/.test(line.text))
      if (paragraph < 0) append(lines, set)
      else {
        append(lines, [...set.slice(0, paragraph), ...notes, ...set.slice(paragraph)])
        notes = []
      }
    }
    append(notes, footnotes)
  })
  return [...lines, ...notes]
}

function commonSize(rows: readonly Row[]): number {
  const weights = new Map<number, number>()
  for (const piece of rows.flatMap((row) => row.pieces)) {
    const size = Math.round(piece.size * 2) / 2
    weights.set(size, (weights.get(size) ?? 0) + piece.text.length)
  }
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Footnotes: small rows at the foot of a page, the first of them with a mark. They wait for the end of the paragraph. */
function splitNotes(rows: readonly Row[], bodySize: number): { body: readonly Row[]; footnotes: RawLine[] } {
  const small = (row: Row) => row.table === undefined && row.pieces.every((piece) => piece.size <= bodySize * NOTE_SIZE)
  const last = rows.findLastIndex((row) => !small(row))
  const foot = rows.slice(last + 1)
  const first = foot.findIndex((row) => NOTE_MARK.test(rowText(row)))
  if (first !== 0 || last < 0) return { body: rows, footnotes: [] }
  const footnotes: RawLine[] = []
  for (const row of foot) {
    const text = rowText(row).trim()
    const before = footnotes.at(-1)
    if (before === undefined || NOTE_MARK.test(text)) footnotes.push({ text, kind: 'note' })
    else footnotes[footnotes.length - 1] = { text: joinText(before.text, text), kind: 'note' }
  }
  return { body: rows.slice(0, last + 1), footnotes }
}

function setColumn(rows: readonly Row[], bodySize: number): RawLine[] {
  const left = leftEdge(rows)
  const set = rows.map((row): SetRow => {
    const segments = segmentsOf(row)
    const [first, last] = [segments[0], segments.at(-1)]
    const size = largest(segments.map((segment) => segment.size))
    return { row, segments, left: (first?.left ?? left) - left, right: last?.right ?? left, size }
  })
  const distance = lineDistance(set)
  const width = largest(set.map((one) => one.right)) - left
  const lines: RawLine[] = []
  for (let index = 0; index < set.length; ) {
    const current = set[index]
    const previous = set[index - 1]
    if (current === undefined) break
    if (previous !== undefined && previous.row.y - current.row.y > distance * PARAGRAPH_SPACE) lines.push({ text: '' })
    const table = looseTable(set, index)
    const title = table > 0 ? 1 : headingRows(set, index, { bodySize, distance, width })
    if (table > 0) append(lines, set.slice(index, index + table).map(looseRow))
    else append(lines, rowLines(set.slice(index, index + title)))
    index += Math.max(table, title)
  }
  return lines
}

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

function rowLines(set: readonly SetRow[]): RawLine[] {
  const first = set[0]
  if (first === undefined) return []
  if (first.row.table !== undefined) return first.row.table.map((text) => ({ text, kind: 'table-row' }))
  const text = set.map((one) => rowText(one.row).trim()).reduce(joinText)
  const indent = Math.min(Math.max(Math.round(first.left / first.size), 0), MAX_INDENT)
  return [{ text: '\u3000'.repeat(indent) + text }]
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

/** How many rows from here on are a table without ruled lines: cells below each other in two columns or more. */
function looseTable(set: readonly SetRow[], from: number): number {
  const first = set[from]?.segments ?? []
  if (first.length < 2) return 0
  let count = 1
  for (; from + count < set.length; count += 1) {
    const [a, b] = [set[from + count - 1], set[from + count]]
    if (a === undefined || b === undefined || b.segments.length < 2) break
    const shared = b.segments.filter((cell) =>
      a.segments.some(
        (other) =>
          Math.abs(other.left - cell.left) <= cell.size * SAME_EDGE ||
          Math.abs(other.right - cell.right) <= cell.size * SAME_EDGE ||
          Math.abs(other.left + other.right - cell.left - cell.right) <= cell.size * SAME_EDGE,
      ),
    )
    if (shared.length < 2) break
  }
  return count >= MIN_TABLE_ROWS ? count : 0
}

function looseRow({ segments }: SetRow): RawLine {
  return { text: joinCells(segments.map((segment) => segment.text)), kind: 'table-row' }
}
