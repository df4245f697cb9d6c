import type { Block, BlockKind } from '../outline/block.ts'
import type { Range } from '../text/range.ts'
import { isBlank } from './comparison-key.ts'
import { fold } from './fold.ts'

/** One side of a comparison: a canonical text and its blocks. */
export interface DiffSide {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** A block made ready for comparing. The range is the block's own, `bodyStart` lies behind its label. */
export interface Unit extends Range {
  readonly index: number
  readonly kind: BlockKind
  readonly level: number
  readonly bodyStart: number
  /** Comparison key of the label, empty without one. */
  readonly labelKey: string
  /** Comparison key of the text behind the label; of the label where nothing follows it. */
  readonly key: string
  /** Comparison key of the whole. */
  readonly fullKey: string
  /** Comparison key of a heading without the text that goes on behind it on its line; of any other unit the key. */
  readonly title: string
  /** What tells which unit of the other side this one may be: the key, for a table row the names in it. */
  readonly matter: string
}

/**
 * The units of one side, in the order of the text. Every non-blank character of the text lies in exactly one unit,
 * whatever the blocks are: overlaps are cut, text outside all blocks becomes paragraphs, blank blocks are left out.
 */
export function toUnits(side: DiffSide): Unit[] {
  const units: Unit[] = []
  let covered = 0
  const add = (block: Block): void => {
    if (!isBlank(side.text.slice(block.start, block.end))) units.push(toUnit(side.text, block, units.length))
  }
  for (const block of inOrder(side.blocks)) {
    const start = Math.min(Math.max(block.start, covered), side.text.length)
    const end = Math.min(block.end, side.text.length)
    for (const range of linesBetween(side.text, covered, start)) add(asParagraph(range))
    covered = Math.max(covered, start)
    if (end <= start) continue
    add(start === block.start ? { ...block, end } : { ...asParagraph({ start, end }), kind: block.kind })
    covered = end
  }
  for (const range of linesBetween(side.text, covered, side.text.length)) add(asParagraph(range))
  return units
}

function inOrder(blocks: readonly Block[]): readonly Block[] {
  const sorted = blocks.every((block, i) => i === 0 || (blocks[i - 1]?.start ?? 0) <= block.start)
  return sorted ? blocks : [...blocks].sort((a, b) => a.start - b.start || a.end - b.end)
}

function asParagraph(range: Range): Block {
  return { kind: 'paragraph', level: 0, label: null, start: range.start, end: range.end }
}

/** The non-blank lines of a stretch of text, without the blanks around them. */
function linesBetween(text: string, from: number, to: number): Range[] {
  const ranges: Range[] = []
  if (to <= from) return ranges
  for (const match of text.slice(from, to).matchAll(/\S(?:[^\n]*\S)?/gu)) {
    ranges.push({ start: from + match.index, end: from + match.index + match[0].length })
  }
  return ranges
}

function toUnit(text: string, block: Block, index: number): Unit {
  const bodyStart = behindLabel(text, block)
  const labelKey = fold(text, block.start, bodyStart)
  const bodyKey = fold(text, bodyStart, block.end)
  const key = bodyKey === '' ? labelKey : bodyKey
  return {
    index,
    kind: block.kind,
    level: block.level,
    start: block.start,
    end: block.end,
    bodyStart,
    labelKey,
    key,
    title: block.level > 0 ? titleOf(text.slice(bodyStart, block.end)) || key : key,
    fullKey: labelKey === '' ? bodyKey : labelKey + bodyKey,
    matter: block.kind === 'table-row' ? namesIn(bodyKey) : bodyKey === '' ? labelKey : bodyKey,
  }
}

/** Comparison key of what stands before the first wide gap, where a sentence follows it; empty where there is none. */
function titleOf(body: string): string {
  const trimmed = body.trim()
  const gap = WIDE_GAP.exec(trimmed)
  if (!gap || trimmed.length - gap.index < RUN_ON) return ''
  const title = fold(trimmed, 0, gap.index)
  return title.length < SHORTEST_TITLE ? '' : title
}

const WIDE_GAP = /[ \u00a0\u3000]{2,}/u
/** A heading whose two characters stand apart is one heading all the same. */
const SHORTEST_TITLE = 3
const RUN_ON = 10

/** Where the label ends; the block's start when it has none or the label is not what the text begins with. */
function behindLabel(text: string, block: Block): number {
  if (block.label === null || block.label === '') return block.start
  const at = text.indexOf(block.label, block.start)
  if (at === -1 || at + block.label.length > block.end) return block.start
  return isBlank(text.slice(block.start, at)) ? at + block.label.length : block.start
}

/** The cells of a table row that name something, joined; all of it where none does. */
function namesIn(key: string): string {
  const names = key.split('|').filter((cell) => NAME.test(cell) && !ATTRIBUTE.test(cell))
  return names.length === 0 ? key : names.join('|')
}

const NAME = /\p{Script=Han}{3}/u
/** Cells that say the same in every other row. */
const ATTRIBUTE = /^\[?(?:约束性|预期性|年均|累计|[0-9])/u
