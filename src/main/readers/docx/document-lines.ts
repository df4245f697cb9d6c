import type { DroppedText, RawLine } from '../../../shared/text/raw-document.ts'
import { append } from '../lists.ts'
import { type CommentMarks, createCommentMarks, withoutMarks } from './comment-marks.ts'
import type { Context, DocxParts } from './document-context.ts'
import { createFields } from './fields.ts'
import { NO_NUMBERING } from './numbering.ts'
import { isPlaceholder, type ParagraphContent, paragraphContent } from './paragraph-text.ts'
import { type ParagraphStyle, toNumber } from './styles.ts'
import { readTable, type TableReader } from './table-lines.ts'
import { type DropReason, goneBy, goneInside, propertiesIn, type View } from './view.ts'
import { child, childrenOf, childValue, type XmlElement } from './xml-tree.ts'

export interface DocxLines {
  /** With the marks of remarks still in their texts. */
  readonly lines: readonly RawLine[]
  readonly dropped: readonly DroppedText[]
  readonly marks: CommentMarks
}

/** A heading style on a longer paragraph is a layout habit, not a heading. */
const MAX_HEADING = 120

interface Walk {
  readonly context: Context
  readonly lines: RawLine[]
  /** A paragraph whose end mark is gone: its text runs on into the next one, what hangs on it follows that. */
  pending: string
  readonly boxes: XmlElement[]
  readonly notes: string[]
}

/** Reads the body of a document (or any part that holds paragraphs) into lines in reading order, in one view. */
export function documentLines(body: XmlElement, parts: DocxParts, view: View): DocxLines {
  const context: Context = {
    parts,
    view,
    numbering: parts.numbering(),
    fields: createFields(),
    marks: createCommentMarks(),
    hiddenStyles: parts.styles.hidden,
    dropped: [],
    notesRead: new Set(),
  }
  const lines = blockLines(body, context)
  for (const [id, note] of parts.notes) if (!context.notesRead.has(id)) drop(note, 'deleted-revision', context)
  return { lines, dropped: context.dropped, marks: context.marks }
}

/** The lines of a container: the body, a cell, a note, a text box. */
function blockLines(container: XmlElement, context: Context): RawLine[] {
  const walk: Walk = { context, lines: [], pending: '', boxes: [], notes: [] }
  walkBlocks(container, walk)
  endPending(walk)
  return walk.lines
}

/** How a table reads what stands in its cells. */
const INSIDE: TableReader = { lines: blockLines, drop }

function walkBlocks(container: XmlElement, walk: Walk): void {
  for (const node of childrenOf(container)) {
    const reason = goneInside(node.name, walk.context.view) ?? controlReason(node)
    if (reason !== null) drop(node, reason, walk.context)
    else walkBlock(node, walk)
  }
}

function walkBlock(node: XmlElement, walk: Walk): void {
  switch (node.name) {
    case 'p':
      readParagraph(node, walk)
      break
    case 'tbl':
      endPending(walk)
      append(walk.lines, readTable(node, walk.context, INSIDE))
      break
    case 'AlternateContent':
      walkBlocks(child(node, 'Choice') ?? child(node, 'Fallback') ?? node, walk)
      break
    case 'altChunk':
      readChunk(node.attributes['id'] ?? '', walk)
      break
    case 'commentRangeStart':
      walk.context.marks.start(node.attributes['id'] ?? '')
      break
    case 'commentRangeEnd':
      endRange(node.attributes['id'] ?? '', walk)
      break
    case 'sdtPr':
    case 'sectPr':
      break
    default:
      walkBlocks(node, walk)
  }
}

function readChunk(id: string, walk: Walk): void {
  const chunk = walk.context.parts.chunks.get(id)
  if (chunk === undefined) return
  endPending(walk)
  append(walk.lines, chunk.lines)
  append(walk.context.dropped, chunk.dropped)
}

/** The end of a range between two paragraphs belongs to the one before. */
function endRange(id: string, walk: Walk): void {
  const last = walk.lines.at(-1)
  const text = walk.context.marks.end(id, last?.text ?? '')
  if (last !== undefined && text !== last.text) walk.lines[walk.lines.length - 1] = { ...last, text }
}

/** A content control around a generated table of contents, or one that shows its prompt. */
function controlReason(node: XmlElement): DropReason | null {
  if (node.name !== 'sdt') return null
  const gallery = childValue(child(child(node, 'sdtPr'), 'docPartObj'), 'docPartGallery')
  if (gallery === 'Table of Contents') return 'table-of-contents'
  return isPlaceholder(node) ? 'placeholder' : null
}

/** Counts all text of an element as left out, without using up numbers of lists. */
function drop(element: XmlElement, reason: DropReason, context: Context): void {
  const inside: Context = { ...context, numbering: NO_NUMBERING, marks: createCommentMarks(), dropped: [] }
  const text = blockLines(element, inside)
    .map((line) => withoutMarks(line.text).trim())
    .filter((line) => line !== '')
  if (text.length > 0) context.dropped.push({ reason, text: text.join(' ') })
  append(context.dropped, inside.dropped)
}

function readParagraph(paragraph: XmlElement, walk: Walk): void {
  const { context } = walk
  const own = child(paragraph, 'pPr')
  const properties = propertiesIn(context.view, own)
  const style = context.parts.styles.paragraphs.get(childValue(properties, 'pStyle') ?? '')
  const content = paragraphContent(paragraph, context)
  append(context.dropped, content.dropped)
  append(walk.boxes, content.boxes)
  append(walk.notes, content.notes)
  const reason = furnitureReason(content, style)
  if (reason !== null) {
    const text = withoutMarks(content.text)
    if (text.trim() !== '') context.dropped.push({ reason, text })
  } else if (goneBy(child(own, 'rPr'), context.view) !== null) {
    walk.pending += content.text
    return
  } else {
    const text = walk.pending + content.text
    walk.pending = ''
    const label = text.trim() === '' ? '' : listLabel(properties, style, context)
    append(walk.lines, splitBreaks(label + text, hintOf(properties, style, text)))
  }
  readAttached(walk)
}

/** An entry of a table of contents by its style, in Word or WPS; a paragraph that is only the number of its page. */
function furnitureReason(content: ParagraphContent, style: ParagraphStyle | undefined): DropReason | null {
  if (/^(?:toc|wpsoffice手动目录) ?\d/i.test(style?.name ?? '')) return 'table-of-contents'
  return content.countsPages && /^[\s\d\-—–－·/第共页]*$/.test(withoutMarks(content.text)) ? 'page-number' : null
}

/** Text whose end mark is gone but that nothing follows is a paragraph all the same. */
function endPending(walk: Walk): void {
  if (walk.pending.trim() !== '') append(walk.lines, splitBreaks(walk.pending, {}))
  walk.pending = ''
  readAttached(walk)
}

/** Text boxes and notes come after the paragraph they are anchored in. */
function readAttached(walk: Walk): void {
  for (const box of walk.boxes.splice(0)) append(walk.lines, blockLines(box, walk.context))
  for (const note of walk.notes.splice(0)) readNote(note, walk)
}

function listLabel(
  properties: XmlElement | undefined,
  style: ParagraphStyle | undefined,
  { view, numbering }: Context,
): string {
  const own = child(properties, 'numPr')
  // A tracked insertion of numbering (17.13.5.19); with it rejected the paragraph has none.
  if (view === 'rejected' && child(own, 'ins') !== undefined) return ''
  const id = childValue(own, 'numId') ?? style?.numberingId ?? null
  if (id === null || id === '0') return ''
  const level = toNumber(childValue(own, 'ilvl')) ?? style?.numberingLevel ?? null
  return numbering.next(id, level ?? numbering.levelOfStyle(id, style?.id ?? '') ?? 0)
}

function hintOf(
  properties: XmlElement | undefined,
  style: ParagraphStyle | undefined,
  text: string,
): Omit<RawLine, 'text'> {
  if (/^title$|^标题$/i.test(style?.name ?? '')) return { kind: 'title' }
  const outline = toNumber(childValue(properties, 'outlineLvl')) ?? style?.outlineLevel ?? null
  if (outline === null || outline > 8 || outline < 0 || withoutMarks(text).length > MAX_HEADING) return {}
  return { kind: 'heading', level: Math.min(outline + 1, 6) }
}

/** A break inside a heading is layout and goes; in body text each part is a line of its own. */
function splitBreaks(text: string, hint: Omit<RawLine, 'text'>): RawLine[] {
  if (hint.kind !== undefined) return [{ ...hint, text: text.replace(/\s*\n\s*/g, '') }]
  return text.split('\n').map((line) => ({ text: line }))
}

function readNote(id: string, walk: Walk): void {
  const { parts, notesRead } = walk.context
  const note = parts.notes.get(id)
  if (note === undefined || notesRead.has(id)) return
  notesRead.add(id)
  const text = blockLines(note, walk.context)
    .map((line) => line.text.trim())
    .filter((line) => line !== '')
    .join('')
  if (text === '') return
  walk.lines.push({ text: `注${notesRead.size}：${text}`, kind: 'note' })
}
