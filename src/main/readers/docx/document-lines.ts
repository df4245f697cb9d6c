import type { DroppedText, RawLine } from '../../../shared/text/raw-document.ts'
import { joinCells } from '../../../shared/text/table-row.ts'
import type { NumberingCounter } from './numbering.ts'
import { paragraphContent } from './paragraph-text.ts'
import { type ParagraphStyle, toNumber } from './styles.ts'
import { child, childrenOf, childValue, isOn, type XmlElement } from './xml-tree.ts'

/** The other parts of the package that the body refers to. */
export interface DocxParts {
  readonly styles: ReadonlyMap<string, ParagraphStyle>
  readonly numbering: NumberingCounter
  /** Footnotes and endnotes by `footnote:id`. */
  readonly notes: ReadonlyMap<string, XmlElement>
}

export interface DocxLines {
  readonly lines: readonly RawLine[]
  readonly dropped: readonly DroppedText[]
}

/** A heading style on a longer paragraph is a layout habit, not a heading. */
const MAX_HEADING = 120

interface Walk {
  readonly parts: DocxParts
  readonly lines: RawLine[]
  readonly dropped: DroppedText[]
  /** Text of a paragraph whose end mark was deleted: it runs on into the next one. */
  pending: string
  noteCount: number
}

/** Reads the body of a document (or of a text box, a note, a cell) into lines in reading order. */
export function documentLines(body: XmlElement, parts: DocxParts): DocxLines {
  const walk: Walk = { parts, lines: [], dropped: [], pending: '', noteCount: 0 }
  walkBlocks(body, walk)
  if (walk.pending.trim() !== '') walk.lines.push({ text: walk.pending })
  return { lines: walk.lines, dropped: walk.dropped }
}

function walkBlocks(container: XmlElement, walk: Walk): void {
  for (const node of childrenOf(container)) {
    if (node.name === 'p') readParagraph(node, walk)
    else if (node.name === 'tbl') readTable(node, walk)
    else if (node.name === 'AlternateContent')
      walkBlocks(child(node, 'Choice') ?? child(node, 'Fallback') ?? node, walk)
    else if (node.name !== 'sdtPr' && node.name !== 'sectPr') walkBlocks(node, walk)
  }
}

function readParagraph(paragraph: XmlElement, walk: Walk): void {
  const properties = child(paragraph, 'pPr')
  const style = walk.parts.styles.get(childValue(properties, 'pStyle') ?? '')
  const content = paragraphContent(paragraph)
  walk.dropped.push(...content.dropped)
  if (/^toc \d/i.test(style?.name ?? '')) {
    if (content.text.trim() !== '') walk.dropped.push({ reason: 'table-of-contents', text: content.text })
    return
  }
  const label = content.text.trim() === '' ? '' : listLabel(properties, style, walk)
  const text = walk.pending + label + content.text
  walk.pending = ''
  if (isOn(child(properties, 'rPr'), 'del') && !isOn(child(properties, 'rPr'), 'ins')) walk.pending = text
  else walk.lines.push(...splitBreaks(text, hintOf(properties, style, text)))
  for (const box of content.boxes) readBox(box, walk)
  for (const note of content.notes) readNote(note, walk)
}

function listLabel(properties: XmlElement | undefined, style: ParagraphStyle | undefined, walk: Walk): string {
  const own = child(properties, 'numPr')
  const id = childValue(own, 'numId') ?? style?.numberingId ?? null
  if (id === null || id === '0') return ''
  const level = toNumber(childValue(own, 'ilvl')) ?? style?.numberingLevel ?? 0
  return walk.parts.numbering.next(id, level)
}

function hintOf(
  properties: XmlElement | undefined,
  style: ParagraphStyle | undefined,
  text: string,
): Omit<RawLine, 'text'> {
  if (/^title$|^标题$/i.test(style?.name ?? '')) return { kind: 'title' }
  const outline = toNumber(childValue(properties, 'outlineLvl')) ?? style?.outlineLevel ?? null
  if (outline === null || outline > 8 || outline < 0 || text.length > MAX_HEADING) return {}
  return { kind: 'heading', level: Math.min(outline + 1, 6) }
}

/** A break inside a heading is layout and goes; in body text each part is a line of its own. */
function splitBreaks(text: string, hint: Omit<RawLine, 'text'>): RawLine[] {
  if (hint.kind !== undefined) return [{ ...hint, text: text.replace(/\s*\n\s*/g, '') }]
  return text.split('\n').map((line) => ({ text: line }))
}

function readBox(box: XmlElement, walk: Walk): void {
  const inner = documentLines(box, walk.parts)
  walk.lines.push(...inner.lines)
  walk.dropped.push(...inner.dropped)
}

function readNote(id: string, walk: Walk): void {
  const note = walk.parts.notes.get(id)
  if (note === undefined) return
  const inner = documentLines(note, walk.parts)
  walk.dropped.push(...inner.dropped)
  const text = inner.lines
    .map((line) => line.text.trim())
    .filter((line) => line !== '')
    .join('')
  if (text === '') return
  walk.noteCount += 1
  walk.lines.push({ text: `注${walk.noteCount}：${text}`, kind: 'note' })
}

interface Cell {
  readonly lines: readonly RawLine[]
  readonly span: number
}

function readTable(table: XmlElement, walk: Walk): void {
  const rows: Cell[][] = []
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row).map((cell) => readCell(cell, walk))
    if (isOn(child(row, 'trPr'), 'del')) dropRow(cells, walk)
    else rows.push(cells)
  }
  const columns = Math.max(0, ...rows.map((cells) => cells.reduce((sum, cell) => sum + cell.span, 0)))
  for (const cells of rows) {
    if (columns <= 1) walk.lines.push(...cells.flatMap((cell) => cell.lines))
    else {
      const text = joinCells(cells.flatMap((cell) => [cellText(cell), ...Array<string>(cell.span - 1).fill('')]))
      if (text.trim() !== '') walk.lines.push({ text, kind: 'table-row' })
    }
  }
}

function dropRow(cells: readonly Cell[], walk: Walk): void {
  const text = cells.map(cellText).join(' ').trim()
  if (text !== '') walk.dropped.push({ reason: 'deleted-revision', text })
}

function rowsOf(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((node) => (node.name === 'tr' ? [node] : isWrapper(node) ? rowsOf(node) : []))
}

function cellsOf(row: XmlElement): XmlElement[] {
  return childrenOf(row).flatMap((node) => (node.name === 'tc' ? [node] : isWrapper(node) ? cellsOf(node) : []))
}

function isWrapper(node: XmlElement): boolean {
  return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(node.name)
}

/** A cell that continues a vertical merge is empty by its nature; what it holds all the same is kept. */
function readCell(cell: XmlElement, walk: Walk): Cell {
  const inner = documentLines(cell, walk.parts)
  walk.dropped.push(...inner.dropped)
  const span = toNumber(childValue(child(cell, 'tcPr'), 'gridSpan')) ?? 1
  return { lines: inner.lines, span: Math.min(Math.max(span, 1), 100) }
}

function cellText(cell: Cell): string {
  return cell.lines
    .map((line) => line.text.trim())
    .filter((line) => line !== '')
    .join('\n')
}
