import type { ChangeClass, Edit, Row } from '../../../../shared/diff/rows/row.ts'
import type { Block } from '../../../../shared/outline/block.ts'
import type { Range } from '../../../../shared/text/range.ts'
import { toNarrow } from './narrow.ts'

/** A struck or inserted span with what it amounts to by itself: a comma in a rewritten paragraph is still only a comma. */
export interface EditMark extends Range {
  readonly side: 'left' | 'right'
  readonly class: ChangeClass
}

export interface EditTexts {
  readonly left: string
  readonly right: string
  readonly leftBlocks: readonly Block[]
  readonly rightBlocks: readonly Block[]
}

const PUNCTUATION = /^[\s，。；：、！？“”‘’（）《》〈〉【】—…·,;:!?()"']+$/u
const BLANK = /^\s*$/u

interface Hunk {
  readonly struck: Range[]
  readonly set: Range[]
}

function toHunks(edits: readonly Edit[]): Hunk[] {
  const hunks: Hunk[] = []
  let open: Hunk | null = null
  for (const edit of edits) {
    if (edit.op === '=') {
      open = null
      continue
    }
    if (!open) {
      open = { struck: [], set: [] }
      hunks.push(open)
    }
    if (edit.op === '-') open.struck.push({ start: edit.left[0], end: edit.left[1] })
    else open.set.push({ start: edit.right[0], end: edit.right[1] })
  }
  return hunks
}

function textOf(text: string, ranges: readonly Range[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join('')
}

function isInLabel(ranges: readonly Range[], blocks: readonly Block[], text: string): boolean {
  return ranges.every(({ start, end }) =>
    blocks.some((block) => {
      if (block.label === null || start < block.start || end > block.end) return false
      const labelEnd = text.indexOf(block.label, block.start) + block.label.length
      return end <= labelEnd
    }),
  )
}

function classifyHunk(hunk: Hunk, rowClass: ChangeClass, texts: EditTexts): ChangeClass {
  const struck = textOf(texts.left, hunk.struck)
  const set = textOf(texts.right, hunk.set)
  if (BLANK.test(struck + set)) return 'layout'
  if (toNarrow(struck).replace(/\s/gu, '') === toNarrow(set).replace(/\s/gu, '')) return 'layout'
  if (PUNCTUATION.test(struck + set)) return 'punctuation'
  if (isInLabel(hunk.struck, texts.leftBlocks, texts.left) && isInLabel(hunk.set, texts.rightBlocks, texts.right)) {
    return 'numbering'
  }
  return rowClass
}

/** Blocks that touch one of the ranges; both are in text order. */
function blocksWithin(blocks: readonly Block[], ranges: readonly Range[]): Block[] {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return []
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Block).end <= first.start) low = middle + 1
    else high = middle
  }
  const found: Block[] = []
  for (let index = low; index < blocks.length; index += 1) {
    const block = blocks[index] as Block
    if (block.start >= last.end) break
    found.push(block)
  }
  return found
}

/** The struck and inserted spans of one row. */
export function editMarks(row: Row, texts: EditTexts): EditMark[] {
  const rowClass = row.class ?? 'wording'
  const local: EditTexts = {
    ...texts,
    leftBlocks: blocksWithin(texts.leftBlocks, row.left),
    rightBlocks: blocksWithin(texts.rightBlocks, row.right),
  }
  const whole = row.left.length === 0 || row.right.length === 0
  return toHunks(row.edits).flatMap((hunk) => {
    const found = whole ? rowClass : classifyHunk(hunk, rowClass, local)
    return [
      ...hunk.struck.map((range) => ({ ...range, side: 'left' as const, class: found })),
      ...hunk.set.map((range) => ({ ...range, side: 'right' as const, class: found })),
    ]
  })
}
