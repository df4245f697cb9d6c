import type { Block } from '../outline/block.ts'
import { type LabelStyle, readLabel } from '../outline/numbering.ts'
import type { Range } from '../text/range.ts'
import { readAnnounced, readCount } from './announced-count.ts'
import { CheckMemory } from './check-memory.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** At least this share of the items has the word in its title. */
const TITLED = 0.6
const INLINE = /([一二两三四五六七八九十]{1,3}|[0-9]{1,2})\s*(?:个|大)?\s*方面[^，。；：！？]{0,10}[：:。](?=\s*一是)/g
const INLINE_ITEM = /(?:^|[。；：，])\s*([一二三四五六七八九十]{1,2})是/g

/** Counts announced against items delivered. Says nothing where the items are not numbered or marked. */
export function checkCounts(source: DocumentSource, memory = new CheckMemory()): Finding[] {
  return source.blocks.flatMap((block, i) => [...checkBlock(source, block, i, memory), ...checkInline(source, block)])
}

function checkBlock(source: DocumentSource, block: Block, at: number, { counts }: CheckMemory): Finding[] {
  const text = source.text.slice(block.start, block.end)
  const { announced } = counts.get(text, () => ({ announced: readAnnounced(text) }))
  if (announced === null) return []
  const { quote, from, count, titled } = announced
  const items = deliveredItems(source, at)
  if (items.length === 0 || items.length === count) return []
  if (titled !== null && !areTitled(source.text, items, titled)) return []
  return [mismatch(quote, block.start + from, count, items)]
}

/** Whether the first words of most items say what was announced: 1.链主企业培育行动。 */
function areTitled(text: string, items: readonly Range[], word: string): boolean {
  const titled = items.filter((item) =>
    (/^[^。，；：\n]{0,30}/.exec(text.slice(item.end, item.end + 31))?.[0] ?? '').includes(word),
  )
  return titled.length >= TITLED * items.length
}

function checkInline(source: DocumentSource, block: Block): Finding[] {
  const text = source.text.slice(block.start, block.end)
  if (!text.includes('一是')) return []
  return [...text.matchAll(INLINE)].flatMap((found) => {
    const expected = readCount(found[1] ?? '')
    const from = found.index + found[0].length - 1
    const items = inlineItems(text.slice(from), block.start + from)
    if (expected === null || items.length === 0 || items.length === expected) return []
    return [mismatch(found[0].replace(/[：:。\s]+$/, ''), block.start + found.index, expected, items)]
  })
}

/** 一是…二是…三是: as far as they follow each other. */
function inlineItems(text: string, offset: number): Range[] {
  const items: Range[] = []
  for (const found of text.matchAll(INLINE_ITEM)) {
    if (readCount(found[1] ?? '') !== items.length + 1) break
    items.push({ start: offset + found.index + 1, end: offset + found.index + found[0].length })
  }
  return items
}

/**
 * The items behind an announcement: blocks of the label style of the first one, numbered 1, 2, 3 … or marked with dashes,
 * until a label that ranks above them.
 */
function deliveredItems(source: DocumentSource, at: number): Range[] {
  const first = source.blocks[at + 1]
  const style = first === undefined ? null : labelOf(source, first)
  if (style === null || (style.value !== null && style.value !== 1)) return []
  const items: Range[] = []
  for (const block of source.blocks.slice(at + 1)) {
    const label = labelOf(source, block)
    if (endsList(block, first, label, style.style)) break
    if (label?.style !== style.style) continue
    if (label.value !== null && label.value !== items.length + 1) break
    items.push({ start: block.start, end: block.start + label.length })
  }
  return items
}

function endsList(
  block: Block,
  first: Block | undefined,
  label: { style: LabelStyle } | null,
  style: LabelStyle,
): boolean {
  if (block.kind === 'title') return true
  if (block.kind !== 'heading' || label?.style === style) return false
  return first?.kind === 'heading' ? block.level < first.level : true
}

function labelOf(
  source: DocumentSource,
  block: Block,
): { style: LabelStyle; value: number | null; length: number } | null {
  return readLabel(source.text.slice(block.start, Math.min(block.end, block.start + 24)))
}

function mismatch(quote: string, start: number, expected: number, items: readonly Range[]): Finding {
  const relation = items.length < expected ? '少' : '多'
  return {
    code: 'count-mismatch',
    severity: 'error',
    message: `“${quote}”称有 ${expected} 项，后文实际列出 ${items.length} 项，${relation} ${Math.abs(expected - items.length)} 项。`,
    start,
    end: start + quote.length,
    expected,
    found: items.length,
    related: [...items],
  }
}
