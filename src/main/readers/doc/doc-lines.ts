import type { DroppedText, RawLine } from '../../../shared/text/raw-document.ts'
import type { NumberingCounter } from '../docx/numbering.ts'
import { append } from '../lists.ts'
import { type DocRow, rowEdges, tableLines } from './doc-table.ts'
import { type FormatRun, runAt } from './formatting.ts'
import type { PieceText } from './pieces.ts'
import { CODE, type Property, valueOf } from './properties.ts'
import type { Reference } from './references.ts'
import type { StoryText } from './story-text.ts'
import type { DocStyle } from './style-sheet.ts'

/** What the paragraphs of all stories are read with. */
export interface DocContext {
  readonly pieces: PieceText
  readonly story: StoryText
  readonly paragraphs: readonly FormatRun[]
  readonly styles: ReadonlyMap<number, DocStyle>
  readonly numbering: NumberingCounter
  readonly references: readonly Reference[]
}

export interface DocLines {
  readonly lines: RawLine[]
  readonly dropped: DroppedText[]
}

/** A heading style on a longer paragraph is a layout habit, not a heading. */
const MAX_HEADING = 120
const CELL_END = '\u0007'
/** Ends of paragraphs: paragraph mark, cell mark, page or section break. */
const ENDS: ReadonlySet<string> = new Set(['\r', CELL_END, '\f'])
const NO_LIST = 0

interface Walk extends DocLines {
  readonly context: DocContext
  rows: DocRow[]
  cells: RawLine[][]
  cell: RawLine[]
  /** Text of a paragraph whose mark is gone: it runs on into the next one. */
  pending: string
  noteCount: number
  nextReference: number
}

/** Reads a range of characters into lines: paragraphs, table rows, and the notes and boxes anchored in them. */
export function docLines(start: number, end: number, context: DocContext): DocLines {
  const walk: Walk = {
    lines: [],
    dropped: [],
    context,
    rows: [],
    cells: [],
    cell: [],
    pending: '',
    noteCount: 0,
    nextReference: 0,
  }
  const { text } = context.pieces
  let from = start
  while (from < end) {
    let to = from
    while (to < end && !ENDS.has(text.charAt(to))) to += 1
    readParagraph(from, to, walk)
    from = to + 1
  }
  endTable(walk)
  if (walk.pending.trim() !== '') walk.lines.push({ text: walk.pending })
  return { lines: walk.lines, dropped: walk.dropped }
}

function readParagraph(from: number, to: number, walk: Walk): void {
  const { context } = walk
  const run = runAt(context.paragraphs, context.pieces.offsetOf(to))
  const properties = run?.properties ?? []
  const depth = valueOf(properties, CODE.tableDepth) ?? valueOf(properties, CODE.inTable) ?? 0
  if (depth <= 1 && valueOf(properties, CODE.rowEnd) === 1) {
    endRow(properties, walk)
    return
  }
  const lines = paragraphLines(from, to, properties, context.styles.get(run?.style ?? 0), walk)
  if (depth === 0) {
    endTable(walk)
    append(walk.lines, lines)
    return
  }
  append(walk.cell, lines)
  if (depth === 1 && context.pieces.text.charAt(to) === CELL_END) endCell(walk)
}

function paragraphLines(
  from: number,
  to: number,
  properties: readonly Property[],
  style: DocStyle | undefined,
  walk: Walk,
): RawLine[] {
  const { story, numbering } = walk.context
  const content = story.read(from, to)
  append(walk.dropped, content.dropped)
  if (/^toc \d|^目录 ?\d/i.test(style?.name ?? '')) {
    if (content.text.trim() !== '') walk.dropped.push({ reason: 'table-of-contents', text: content.text })
    return []
  }
  if (story.isGone(to)) {
    walk.pending += content.text
    return []
  }
  const text = walk.pending + content.text
  walk.pending = ''
  const list = valueOf(properties, CODE.list) ?? style?.list ?? NO_LIST
  const level = valueOf(properties, CODE.listLevel) ?? style?.listLevel ?? 0
  const label = list === NO_LIST || text.trim() === '' ? '' : numbering.next(String(list), level)
  return [...splitBreaks(label + text, hintOf(properties, style, text)), ...anchored(to, walk)]
}

function hintOf(properties: readonly Property[], style: DocStyle | undefined, text: string): Omit<RawLine, 'text'> {
  if (style?.title === true) return { kind: 'title' }
  const outline = valueOf(properties, CODE.outlineLevel) ?? style?.outlineLevel ?? null
  if (outline === null || outline > 8 || text.length > MAX_HEADING) return {}
  return { kind: 'heading', level: Math.min(outline + 1, 6) }
}

/** A break inside a heading is layout and goes; in body text each part is a line of its own. */
function splitBreaks(text: string, hint: Omit<RawLine, 'text'>): RawLine[] {
  if (hint.kind !== undefined) return [{ ...hint, text: text.replace(/\s*\n\s*/g, '') }]
  return text.split('\n').map((line) => ({ text: line }))
}

/** The notes and boxes anchored in a paragraph, or before it where nothing was read (in a row's end mark). */
function anchored(to: number, walk: Walk): RawLine[] {
  const { references } = walk.context
  const lines: RawLine[] = []
  for (; walk.nextReference < references.length; walk.nextReference += 1) {
    const reference = references[walk.nextReference]
    if (reference === undefined || reference.at > to) break
    const inner = docLines(reference.start, reference.end, { ...walk.context, references: [] })
    append(walk.dropped, inner.dropped)
    if (reference.kind === 'box') append(lines, inner.lines)
    else {
      const text = inner.lines.map((line) => line.text.trim()).join('')
      if (text !== '') {
        walk.noteCount += 1
        lines.push({ text: `注${walk.noteCount}：${text}`, kind: 'note' })
      }
    }
  }
  return lines
}

function endCell(walk: Walk): void {
  walk.cells.push(walk.cell)
  walk.cell = []
}

function endRow(properties: readonly Property[], walk: Walk): void {
  if (walk.cell.length > 0) endCell(walk)
  walk.rows.push({ cells: walk.cells, edges: rowEdges(properties) })
  walk.cells = []
}

function endTable(walk: Walk): void {
  if (walk.cell.length > 0) endCell(walk)
  if (walk.cells.length > 0) endRow([], walk)
  if (walk.rows.length > 0) append(walk.lines, tableLines(walk.rows))
  walk.rows = []
}
