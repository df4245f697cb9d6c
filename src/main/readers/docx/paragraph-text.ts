import { type CommentMarks, withoutReserved } from './comment-marks.ts'
import { type Fields, fieldReason, isPageField } from './fields.ts'
import { symbolText } from './symbols.ts'
import { type DropReason, goneInside, propertiesIn, type View } from './view.ts'
import { child, childrenOf, childValue, isOn, type XmlElement } from './xml-tree.ts'

/** What the runs of one paragraph hold. */
export interface ParagraphContent {
  /** The text, with \n for line breaks and \t for tabs, and with the marks of remarks. */
  readonly text: string
  readonly dropped: readonly { readonly reason: DropReason; readonly text: string }[]
  /** Ids of the notes referred to, in order: `footnote:3`. */
  readonly notes: readonly string[]
  /** The contents of text boxes anchored in the paragraph. */
  readonly boxes: readonly XmlElement[]
  /** A field in it prints the number of the page. */
  readonly countsPages: boolean
}

/** What is carried from paragraph to paragraph. */
export interface TextContext {
  readonly view: View
  readonly fields: Fields
  readonly marks: CommentMarks
  /** Ids of styles whose text is hidden. */
  readonly hiddenStyles: ReadonlySet<string>
}

interface Collector {
  readonly context: TextContext
  text: string
  dropped: { reason: DropReason; text: string }[]
  notes: string[]
  boxes: XmlElement[]
  countsPages: boolean
}

type Reason = DropReason | null

/** Collects the text of a paragraph as it reads in the view. */
export function paragraphContent(paragraph: XmlElement, context: TextContext): ParagraphContent {
  const into: Collector = { context, text: '', dropped: [], notes: [], boxes: [], countsPages: false }
  const style = childValue(child(paragraph, 'pPr'), 'pStyle')
  collect(paragraph, style !== undefined && context.hiddenStyles.has(style) ? 'hidden-text' : null, into)
  return into
}

function collect(element: XmlElement, reason: Reason, into: Collector): void {
  for (const node of childrenOf(element)) {
    if (!collectMarkup(node, into)) collectText(node, reason, into)
  }
}

/** Handles what is no text: properties, instructions of fields, places of remarks. True when the node is done with. */
function collectMarkup(node: XmlElement, into: Collector): boolean {
  const { fields, marks } = into.context
  const id = node.attributes['id'] ?? ''
  switch (node.name) {
    case 'pPr':
    case 'rPr':
    case 'delInstrText':
      return true
    case 'instrText':
      fields.instruction(textOf(node))
      return true
    case 'fldChar':
      fields.mark(node.attributes['fldCharType'])
      return true
    case 'commentRangeStart':
      marks.start(id)
      return true
    case 'commentRangeEnd':
      into.text = marks.end(id, into.text)
      return true
    case 'commentReference':
      into.text = marks.anchor(id, into.text)
      return true
    default:
      return false
  }
}

function collectText(node: XmlElement, reason: Reason, into: Collector): void {
  switch (node.name) {
    case 'r':
      collect(node, reason ?? (isHidden(node, into.context) ? 'hidden-text' : null), into)
      break
    case 't':
    case 'delText':
      add(textOf(node), reason, into)
      break
    case 'rt':
      collect(node, reason ?? 'phonetic', into)
      break
    case 'fldSimple':
      into.countsPages ||= isPageField(node.attributes['instr'] ?? '')
      collect(node, reason ?? fieldReason(node.attributes['instr'] ?? ''), into)
      break
    case 'sdt':
      collect(node, reason ?? (isPlaceholder(node) ? 'placeholder' : null), into)
      break
    case 'AlternateContent':
      collectAlternate(node, reason, into)
      break
    case 'txbxContent':
      collectBox(node, reason, into)
      break
    case 'footnoteReference':
    case 'endnoteReference':
      if (reason === null) into.notes.push(`${node.name.slice(0, -9)}:${node.attributes['id'] ?? ''}`)
      break
    default:
      addSign(node, reason, into)
      collect(node, goneInside(node.name, into.context.view) ?? reason, into)
  }
}

function isHidden(run: XmlElement, { view, hiddenStyles }: TextContext): boolean {
  const properties = propertiesIn(view, child(run, 'rPr'))
  if (child(properties, 'vanish') !== undefined) return isOn(properties, 'vanish')
  return hiddenStyles.has(childValue(properties, 'rStyle') ?? '')
}

/** A content control that nobody filled in prints its prompt. */
export function isPlaceholder(control: XmlElement): boolean {
  return isOn(child(control, 'sdtPr'), 'showingPlcHdr')
}

/** Word writes a modern and an old form of the same drawing; only one of them is read. */
function collectAlternate(node: XmlElement, reason: Reason, into: Collector): void {
  const form = child(node, 'Choice') ?? child(node, 'Fallback')
  if (form !== undefined) collect(form, reason, into)
}

/** A box that is gone is read for what it held; one that stays is read by the caller, after the paragraph. */
function collectBox(box: XmlElement, reason: Reason, into: Collector): void {
  if (reason === null) into.boxes.push(box)
  else collect(box, reason, into)
}

const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' }

function addSign(node: XmlElement, reason: Reason, into: Collector): void {
  const sign = node.name === 'sym' ? symbolText(node.attributes['font'], node.attributes['char']) : SIGNS[node.name]
  if (sign !== undefined) add(sign, reason, into)
}

function add(text: string, reason: Reason, into: Collector): void {
  const why = reason ?? into.context.fields.reason()
  into.countsPages ||= into.context.fields.countsPages()
  if (why === null) into.text = into.context.marks.append(into.text, withoutReserved(text))
  else if (text.trim() !== '') into.dropped.push({ reason: why, text })
}

function textOf(element: XmlElement): string {
  return element.children.filter((node) => typeof node === 'string').join('')
}
