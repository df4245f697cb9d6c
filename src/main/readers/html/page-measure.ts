import { countNonBlank } from '../../../shared/text/characters.ts'
import { CODE_ELEMENTS, INLINE_ELEMENTS, isElement, isText, type PageElement, type PageNode } from './page-node.ts'

/** How much text stands under an element, in non-blank characters. */
export interface Measure {
  readonly chars: number
  readonly linked: number
  /** Characters in sentences: unlinked text of lines that are long or hold the marks of prose, and of table cells. */
  readonly prose: number
  /** Lines begun by blocks or breaks. */
  readonly lines: number
}

const NOTHING: Measure = { chars: 0, linked: 0, prose: 0, lines: 0 }
const LONG_LINE = 30
const PROSE_MARK = /[。；！？]|，.*，/
/** A line with more linked text than this is a list of links. */
const MAX_LINKED = 0.4

interface Line {
  text: string
  linked: number
}

/** Measures every element of a page from the inside out. */
export function measurePage(root: PageElement): ReadonlyMap<PageElement, Measure> {
  const measures = new Map<PageElement, Measure>()
  measureBlock(root, measures, false)
  return measures
}

function measureBlock(block: PageElement, measures: Map<PageElement, Measure>, inCell: boolean): Measure {
  const cell = inCell || block.tagName === 'td' || block.tagName === 'th'
  let total = NOTHING
  let line: Line = { text: '', linked: 0 }
  const endLine = () => {
    total = add(total, measureLine(line, cell))
    line = { text: '', linked: 0 }
  }
  const walk = (node: PageNode, linked: boolean): void => {
    if (isText(node)) {
      line.text += node.value
      if (linked) line.linked += countNonBlank(node.value)
      return
    }
    if (!isElement(node) || CODE_ELEMENTS.has(node.tagName)) return
    if (node.tagName === 'br') endLine()
    else if (INLINE_ELEMENTS.has(node.tagName)) {
      const before = total
      const open = line.text.length
      for (const inner of node.childNodes) walk(inner, linked || node.tagName === 'a')
      measures.set(node, inlineMeasure(before, total, line.text.slice(open)))
    } else {
      endLine()
      total = add(total, measureBlock(node, measures, cell))
    }
  }
  for (const node of block.childNodes) walk(node, false)
  endLine()
  measures.set(block, total)
  return total
}

/** An inline element that blocks stand in (an unclosed <font>) is measured like one; a plain one has its characters only. */
function inlineMeasure(before: Measure, after: Measure, rest: string): Measure {
  return {
    chars: after.chars - before.chars + countNonBlank(rest),
    linked: after.linked - before.linked,
    prose: after.prose - before.prose,
    lines: after.lines - before.lines,
  }
}

function measureLine({ text, linked }: Line, cell: boolean): Measure {
  const chars = countNonBlank(text)
  if (chars === 0) return NOTHING
  const sentence = linked <= chars * MAX_LINKED && (cell || chars >= LONG_LINE || PROSE_MARK.test(text))
  return { chars, linked, prose: sentence ? chars - linked : 0, lines: 1 }
}

function add(a: Measure, b: Measure): Measure {
  return {
    chars: a.chars + b.chars,
    linked: a.linked + b.linked,
    prose: a.prose + b.prose,
    lines: a.lines + b.lines,
  }
}
