import { formatNumber } from '../docx/number-format.ts'
import { attribute, type PageElement } from './page-node.ts'

/** Writes the numbers that a browser would print before the items of ordered lists. */
export interface ListLabels {
  readonly enter: (block: PageElement) => void
  readonly leave: (block: PageElement) => void
  /** The label of the line that begins here: the item's number before its first line, else nothing. */
  readonly label: (line: string) => string
}

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** An item whose text already begins with its number. */
const NUMBERED = /^\s*(?:[0-9０-９]|[（(]?[一二三四五六七八九十]+[）)、]|第[一二三四五六七八九十0-9]+|[①-⑳•●])/

interface List {
  next: number
  readonly format: string | null
}

export function createListLabels(): ListLabels {
  const lists: List[] = []
  let pending = ''
  return {
    enter: (block) => {
      if (block.tagName === 'ol') lists.push({ next: integer(attribute(block, 'start')) ?? 1, format: formatOf(block) })
      else if (block.tagName === 'ul') lists.push({ next: 1, format: null })
      else if (block.tagName === 'li') pending = nextLabel(lists.at(-1), block)
    },
    leave: (block) => {
      if (block.tagName === 'ol' || block.tagName === 'ul') lists.pop()
      else if (block.tagName === 'li') pending = ''
    },
    label: (line) => {
      const label = NUMBERED.test(line) ? '' : pending
      pending = ''
      return label
    },
  }
}

function formatOf(list: PageElement): string | null {
  if (/list-style(?:-type)?\s*:[^;]*none/i.test(attribute(list, 'style') ?? '')) return null
  return FORMATS[attribute(list, 'type') ?? '1'] ?? 'decimal'
}

function nextLabel(list: List | undefined, item: PageElement): string {
  if (list === undefined || list.format === null) return ''
  const value = integer(attribute(item, 'value')) ?? list.next
  list.next = value + 1
  return `${formatNumber(value, list.format)}.`
}

function integer(value: string | undefined): number | null {
  return value !== undefined && /^-?\d{1,6}$/.test(value.trim()) ? Number(value) : null
}
