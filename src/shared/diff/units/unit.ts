import type { Block } from '../../outline/block.ts'
import type { Range } from '../../text/range.ts'
import { type UnitText, UnitTexts } from './unit-text.ts'

/** One side of a comparison: a canonical text and its blocks. */
export interface DiffSide {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** A block made ready for comparing. The range is the block's own, `bodyStart` lies behind its label. */
export interface Unit extends UnitText, Range {
  readonly index: number
  readonly bodyStart: number
}

/**
 * The units of one side, in the order of the text. Every non-blank character of the text lies in exactly one unit,
 * whatever the blocks are: overlaps are cut, text outside all blocks becomes paragraphs, blank blocks are left out.
 * `texts` may know texts of earlier sides; it changes nothing but the time.
 */
export function toUnits(side: DiffSide, texts = new UnitTexts()): Unit[] {
  const units: Unit[] = []
  let covered = 0
  const add = (block: Block): void => {
    const body = side.text.slice(block.start, block.end)
    const said = texts.of(body, block)
    if (said === null) return
    const { id, kind, level, labelKey, key, fullKey, title, matter } = said
    const { start, end } = block
    const bodyStart = start + said.bodyFrom
    units.push({ index: units.length, start, end, bodyStart, id, kind, level, labelKey, key, fullKey, title, matter })
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
  if (to <= from || (to === from + 1 && text.charAt(from) === '\n')) return ranges
  for (const match of text.slice(from, to).matchAll(/\S(?:[^\n]*\S)?/gu)) {
    ranges.push({ start: from + match.index, end: from + match.index + match[0].length })
  }
  return ranges
}
