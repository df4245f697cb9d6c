import type { Block } from '../outline/block.ts'
import { type LabelStyle, readLabel } from '../outline/numbering.ts'
import { parseChineseNumber } from '../text/chinese-number.ts'
import type { Range } from '../text/range.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** 以下五个方面：, 七个方面的大事：, 11方面重点工作。: a count at the end of its block, with the list behind it. */
const ANNOUNCED =
  /([一二两三四五六七八九十]{1,3}|\d{1,2})\s*(?:个|大)?\s*(?:方面|大事|件大事|件实事|件民生实事|项(?:重点)?(?:工作|任务|行动|民生实事)|大(?:工程|行动|任务))(?:的?(?:重点|主要|具体)?(?:大事|工作|任务|举措|要求|原则|关系|目标|内容|实事)){0,2}[：:。]?\s*$/
/** 组织实施制造业提质七大行动，逐项明确…: inside a block; it counts the items behind it whose titles say 行动 too. */
const NAMED =
  /(?:实施|开展|推进|抓好|做好|办好|打好|推动|落实|启动|打响)[^，。；：！？]{0,20}?(?<![第之“])([二三四五六七八九十]{1,3}|\d{1,2})\s*[大项个](行动|工程|计划|战役|专项|任务|举措|攻坚战)(?=[，。：；])/
/** What is counted so, looked for first: it is rare, which keeps a keystroke cheap. */
const COUNTED = /[大项个](?:行动|工程|计划|战役|专项|任务|举措|攻坚战)[，。：；]/
/** No announcement at the end of a block is longer. */
const LONGEST_ANNOUNCEMENT = 64
/** At least this share of the items has the word in its title. */
const TITLED = 0.6
const INLINE = /([一二两三四五六七八九十]{1,3}|[0-9]{1,2})\s*(?:个|大)?\s*方面[^，。；：！？]{0,10}[：:。](?=\s*一是)/g
const INLINE_ITEM = /(?:^|[。；：，])\s*([一二三四五六七八九十]{1,2})是/g

/** Counts announced against items delivered. Says nothing where the items are not numbered or marked. */
export function checkCounts(source: DocumentSource): Finding[] {
  return source.blocks.flatMap((block, i) => [...checkBlock(source, block, i), ...checkInline(source, block)])
}

function checkBlock(source: DocumentSource, block: Block, at: number): Finding[] {
  const text = source.text.slice(block.start, block.end)
  const tail = Math.max(0, text.trimEnd().length - LONGEST_ANNOUNCEMENT)
  const atEnd = ANNOUNCED.exec(text.slice(tail))
  const found = atEnd ?? (COUNTED.test(text) ? NAMED.exec(text) : null)
  const expected = found === null ? null : readCount(found[1] ?? '')
  if (found === null || expected === null || expected < 2) return []
  const items = deliveredItems(source, at)
  if (items.length === 0 || items.length === expected) return []
  if (atEnd === null && !areTitled(source.text, items, found[2] ?? '')) return []
  const start = block.start + found.index + (atEnd ? tail : 0)
  return [mismatch(found[0].replace(/[：:。\s]+$/, ''), start, expected, items)]
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

function readCount(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text)
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
