import { child, childrenOf, isOn, type XmlElement } from './xml-tree.ts'

/** What the runs of one paragraph hold. */
export interface ParagraphContent {
  /** The text, with \n for line breaks and \t for tabs. */
  readonly text: string
  readonly dropped: readonly { readonly reason: string; readonly text: string }[]
  /** Ids of the notes referred to, in order: `footnote:3`. */
  readonly notes: readonly string[]
  /** The contents of text boxes anchored in the paragraph. */
  readonly boxes: readonly XmlElement[]
}

interface Collector {
  text: string
  dropped: { reason: string; text: string }[]
  notes: string[]
  boxes: XmlElement[]
}

/** Where a piece of text goes: into the paragraph (null), or left out for a reason. */
type Reason = 'deleted-revision' | 'moved-revision' | 'hidden-text' | null

/** Collects the text of a paragraph as it reads with all tracked changes accepted. */
export function paragraphContent(paragraph: XmlElement): ParagraphContent {
  const collector: Collector = { text: '', dropped: [], notes: [], boxes: [] }
  collect(paragraph, null, collector)
  return collector
}

function collect(element: XmlElement, reason: Reason, into: Collector): void {
  for (const node of childrenOf(element)) {
    switch (node.name) {
      case 'pPr':
      case 'rPr':
      case 'instrText':
      case 'delInstrText':
      case 'rt':
        break
      case 'r':
        collect(node, reason ?? (isOn(child(node, 'rPr'), 'vanish') ? 'hidden-text' : null), into)
        break
      case 'del':
        collect(node, 'deleted-revision', into)
        break
      case 'moveFrom':
        collect(node, 'moved-revision', into)
        break
      case 't':
      case 'delText':
        add(textOf(node), node.name === 'delText' ? (reason ?? 'deleted-revision') : reason, into)
        break
      case 'AlternateContent':
        collectAlternate(node, reason, into)
        break
      case 'txbxContent':
        into.boxes.push(node)
        break
      case 'footnoteReference':
      case 'endnoteReference':
        if (reason === null) into.notes.push(`${node.name.slice(0, -9)}:${node.attributes['id'] ?? ''}`)
        break
      default:
        addSign(node, reason, into)
        collect(node, reason, into)
    }
  }
}

/** Word writes a modern and an old form of the same drawing; only one of them is read. */
function collectAlternate(node: XmlElement, reason: Reason, into: Collector): void {
  const form = child(node, 'Choice') ?? child(node, 'Fallback')
  if (form !== undefined) collect(form, reason, into)
}

const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' }

function addSign(node: XmlElement, reason: Reason, into: Collector): void {
  const sign = node.name === 'sym' ? symbolOf(node) : SIGNS[node.name]
  if (sign !== undefined) add(sign, reason, into)
}

/** A sign of a symbol font; those of the private use area have no meaning outside their font. */
function symbolOf(node: XmlElement): string {
  const code = Number.parseInt(node.attributes['char'] ?? '', 16)
  if (!Number.isFinite(code) || code < 0x20) return ''
  return code >= 0xe000 && code <= 0xf8ff ? '□' : String.fromCodePoint(Math.min(code, 0x10ffff))
}

function add(text: string, reason: Reason, into: Collector): void {
  if (reason === null) into.text += text
  else if (text.trim() !== '') into.dropped.push({ reason, text })
}

function textOf(element: XmlElement): string {
  return element.children.filter((node) => typeof node === 'string').join('')
}
