import { formatNumber } from '../docx/number-format.ts'
import { attribute, isElement, type PageElement } from './page-node.ts'

/** Writes the numbers that a browser would print before the items of ordered lists. */
export interface ListLabels {
  readonly enter: (block: PageElement) => void
  readonly leave: (block: PageElement) => void
  /** The label of the line that begins here: the item's number before its first line, else nothing. */
  readonly label: (line: string) => string
}

/** How a list is numbered: the format of the number and the sign after it. */
interface Numbering {
  readonly format: string
  readonly suffix: string
}

/** Values of the type attribute (WHATWG HTML, the ol element). Case matters. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'chineseCounting'],
])

/** Values of list-style-type (CSS Counter Styles 3, 6 and 7); the Chinese ones are followed by 、. */
const STYLES: ReadonlyMap<string, Numbering> = new Map(
  Object.entries({
    decimal: ['decimal', '.'],
    'decimal-leading-zero': ['decimalZero', '.'],
    'lower-alpha': ['lowerLetter', '.'],
    'lower-latin': ['lowerLetter', '.'],
    'upper-alpha': ['upperLetter', '.'],
    'upper-latin': ['upperLetter', '.'],
    'lower-roman': ['lowerRoman', '.'],
    'upper-roman': ['upperRoman', '.'],
    'cjk-decimal': ['ideographDigital', '、'],
    'cjk-ideographic': ['chineseCounting', '、'],
    'simp-chinese-informal': ['chineseCounting', '、'],
    'trad-chinese-informal': ['chineseCounting', '、'],
    'simp-chinese-formal': ['chineseLegalSimplified', '、'],
    'cjk-heavenly-stem': ['ideographTraditional', '、'],
    'cjk-earthly-branch': ['ideographZodiac', '、'],
  } as const).map(([style, [format, suffix]]) => [style, { format, suffix }]),
)
const DECIMAL: Numbering = { format: 'decimal', suffix: '.' }

/** An item whose text already begins with its number. */
const NUMBERED =
  /^\s*(?:[（(]?[0-9０-９]{1,3}(?:[.．](?![0-9])|[、)）])|[（(]?[一二三四五六七八九十百]+[）)、.．]|第[一二三四五六七八九十百0-9]+[编篇章节条款项]|[①-⑳•●])/

interface List {
  next: number
  readonly step: 1 | -1
  /** Null for lists that print no numbers. */
  readonly numbering: Numbering | null
}

export function createListLabels(): ListLabels {
  const lists: List[] = []
  let pending = ''
  return {
    enter: (block) => {
      if (block.tagName === 'ol') lists.push(orderedList(block))
      else if (BULLETED.has(block.tagName)) lists.push({ next: 1, step: 1, numbering: null })
      else if (block.tagName === 'li') pending = nextLabel(lists.at(-1), block)
    },
    leave: (block) => {
      if (block.tagName === 'ol' || BULLETED.has(block.tagName)) lists.pop()
      else if (block.tagName === 'li') pending = ''
    },
    label: (line) => {
      const label = NUMBERED.test(line) ? '' : pending
      pending = ''
      return label
    },
  }
}

const BULLETED: ReadonlySet<string> = new Set(['ul', 'menu', 'dir'])

function orderedList(list: PageElement): List {
  const reversed = attribute(list, 'reversed') !== undefined
  const start = integer(attribute(list, 'start')) ?? (reversed ? itemsOf(list) : 1)
  return { next: start, step: reversed ? -1 : 1, numbering: numberingOf(list, DECIMAL) }
}

function itemsOf(list: PageElement): number {
  return list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length
}

/** What the element itself says, in its style before its attribute; else what it takes over. */
function numberingOf(element: PageElement, inherited: Numbering | null): Numbering | null {
  const style = /list-style(?:-type)?\s*:([^;]*)/i.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase()
  for (const word of style?.trim().split(/\s+/) ?? []) {
    const known = STYLES.get(word)
    if (known !== undefined) return known
    if (/^(?:none|disc|circle|square)$/.test(word)) return null
  }
  const type = attribute(element, 'type')?.trim() ?? ''
  const format = TYPES.get(type)
  if (format !== undefined) return { format, suffix: type === '一' ? '、' : '.' }
  return /^(?:none|disc|circle|square)$/i.test(type) ? null : inherited
}

function nextLabel(list: List | undefined, item: PageElement): string {
  if (list === undefined) return ''
  const value = integer(attribute(item, 'value')) ?? list.next
  list.next = value + list.step
  const numbering = list.numbering === null ? null : numberingOf(item, list.numbering)
  return numbering === null ? '' : formatNumber(value, numbering.format) + numbering.suffix
}

function integer(value: string | undefined): number | null {
  return value !== undefined && /^-?\d{1,6}$/.test(value.trim()) ? Number(value) : null
}
