import { parseChineseNumber } from '../text/chinese-number.ts'
import type { ListItem } from './block.ts'

/** A number inside a paragraph that could begin an item. `value` is null for the last of 首先…其次…最后, which counts as the next. */
interface Mark {
  readonly family: string
  readonly value: number | null
  readonly start: number
  readonly label: string
  /** How many quotation marks and brackets are open where it stands. */
  readonly depth: number
}

const ZH = '[一二三四五六七八九十]'
/** Where an item can begin: at the beginning of the block, behind a mark, behind a blank. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ['是', new RegExp(`(${ZH}{1,3})是(?=[^年月日])`, 'y')],
  ['要', new RegExp(`(${ZH}{1,3})要(?=[^素道])`, 'y')],
  ['第', new RegExp(`第(${ZH}{1,3})(?:[，,、：:]|是)`, 'y')],
  ['其', new RegExp(`其(${ZH}{1,2})[，,、：:是]`, 'y')],
  ['次序', /(首先|其次|再次|最后)[，,]?/y],
  ['（一）', new RegExp(`[（(](${ZH}{1,3})[）)]`, 'y')],
  ['（1）', /[（(](\d{1,2})[）)]/y],
  ['①', /([①-⑳])/y],
  ['1.', /(\d{1,2})[.．、](?!\d)/y],
  ['一、', new RegExp(`(${ZH}{1,3})、(?!${ZH})`, 'y')],
  ['——', /(——)(?=[^—\s])/y],
]
const ORDER: Readonly<Record<string, number | null>> = { 首先: 1, 其次: 2, 再次: 3, 最后: null }

const BEFORE = /[。；：，！？:;,!?\s）)”]/
const BRACKETS = /[（(①-⑳—]/
/** Numbers in brackets and circles need no mark before them; behind these they are cited. */
const CITED = /[第条款项见和至、]/
const OPENING = '“（(《「『【['
const CLOSING = '”）)》」』】]'
/** The first characters of all labels; other places are passed over. */
const FIRST = /[一二三四五六七八九十第其首再最（(①-⑳0-9—]/g
/** Lists within lists within lists are as deep as lines go. */
const MAX_OPEN = 4

/**
 * The items of the lists that run on inside a line: 一是…二是…三是…, 1.…；2.…, 首先…最后…. Lists inside an item and numbers
 * inside quotation marks are part of the item around them. `offset` is where the line begins in the canonical text.
 */
export function findListItems(line: string, offset: number): readonly ListItem[] {
  if (line.length < SHORTEST || !SECOND.test(line)) return []
  const found = marksIn(line)
  if (found.length < 2) return []
  const depths = openAt(line)
  const marks = found.map((mark) => ({ ...mark, depth: depths[mark.start] ?? 0 }))
  const chains = outermost(chainsOf(marks), line)
  return chains.flatMap((chain, i) => {
    const next = chains[i + 1]?.[0]
    const limit = next === undefined ? line.length : startOfSentence(line, next.start, chain.at(-1)?.start ?? 0)
    return itemsOf(line, chain, { depths, limit }).map(({ start, end, label }) => ({
      start: offset + start,
      end: offset + end,
      label,
    }))
  })
}

/** Two labels with a word each. */
const SHORTEST = 8
/** The second label of any list; lines without one are passed over at once, which keeps a keystroke cheap. */
const SECOND = /二[是要、]|[第其]二|其次|最后|[（(][二2][）)]|②|2[.．、](?!\d)|[。；：！:;]——/

function marksIn(line: string): Omit<Mark, 'depth'>[] {
  const marks: Omit<Mark, 'depth'>[] = []
  for (const { index } of line.matchAll(FIRST)) {
    const mark = markAt(line, index)
    if (mark !== null) marks.push(mark)
  }
  return marks
}

function markAt(line: string, index: number): Omit<Mark, 'depth'> | null {
  if (index > 0 && !BRACKETS.test(line.charAt(index)) && !BEFORE.test(line.charAt(index - 1))) return null
  for (const [family, pattern] of FAMILIES) {
    pattern.lastIndex = index
    const match = pattern.exec(line)
    if (match === null) continue
    if (index > 0 && !canStand(family, line.charAt(index - 1))) return null
    const value = family === '——' ? 0 : valueOf(match[1] ?? '')
    return { family, value, start: index, label: match[0].replace(/[，,：:]$/, '') }
  }
  return null
}

function canStand(family: string, before: string): boolean {
  if (family === '——') return /[。；：！:;]/.test(before)
  return /^[（①]/.test(family) ? !CITED.test(before) : BEFORE.test(before)
}

/** For each place how many quotation marks and brackets are open there. */
function openAt(line: string): Uint8Array {
  const depths = new Uint8Array(line.length)
  let depth = 0
  for (let i = 0; i < line.length; i += 1) {
    const unit = line.charAt(i)
    if (CLOSING.includes(unit)) depth = Math.max(0, depth - 1)
    depths[i] = depth
    if (OPENING.includes(unit)) depth = Math.min(depth + 1, 255)
  }
  return depths
}

function valueOf(count: string): number | null {
  const named = ORDER[count]
  if (named !== undefined) return named
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(count)
  if (circled >= 0) return circled + 1
  return /^\d+$/.test(count) ? Number(count) : parseChineseNumber(count)
}

type Chain = readonly Mark[]

/** Marks that count on from one, of one family, outside quotations or all within the same. */
function chainsOf(marks: readonly Mark[]): readonly Chain[] {
  const chains: Mark[][] = []
  const open = new Map<string, Mark[][]>()
  for (const mark of marks) {
    const place = `${mark.family} ${mark.depth}`
    const counting = open.get(place) ?? []
    open.set(place, counting)
    const at = counting.findLastIndex((chain) => continuesChain(chain, mark))
    if (at >= 0) {
      counting[at]?.push(mark)
      counting.length = mark.value === null ? at : at + 1
    } else if (mark.value === 1 || mark.value === 0) {
      const chain = [mark]
      chains.push(chain)
      counting.push(chain)
      if (counting.length > MAX_OPEN) counting.shift()
    }
  }
  return chains.filter((chain) => chain.length > 1)
}

function continuesChain(chain: Chain, mark: Mark): boolean {
  const last = chain.at(-1)
  if (last === undefined) return false
  if (mark.value === null || (mark.value === 0 && last.value === 0)) return true
  return mark.value === (last.value ?? 0) + 1
}

/** The chains that do not stand inside an item of another, in order, none inside quotation marks or brackets. */
function outermost(chains: readonly Chain[], line: string): readonly Chain[] {
  const accepted: Chain[] = []
  const free = chains.filter((chain) => chain[0]?.depth === 0 && !isRowOfNumbers(chain, line))
  for (const chain of free.toSorted((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))) {
    const around = accepted.at(-1)
    if (around === undefined || !encloses(around, chain)) accepted.push(chain)
  }
  return accepted
}

/** Whether a list stands inside an item of another; behind the last item only one of another kind does. */
function encloses(outer: Chain, inner: Chain): boolean {
  const last = outer.at(-1)
  const from = inner[0]
  if (last === undefined || from === undefined) return false
  return from.start < last.start || from.family !== last.family
}

/** （1）（2）（3） one after another are references, not items. */
function isRowOfNumbers(chain: Chain, line: string): boolean {
  return chain.some((mark, i) => {
    const next = chain[i + 1]
    return next !== undefined && !/[^\s、，,；;和及与至]/.test(line.slice(mark.start + mark.label.length, next.start))
  })
}

interface Frame {
  readonly depths: Uint8Array
  /** Where the next list begins, or the line ends. */
  readonly limit: number
}

function itemsOf(line: string, chain: Chain, frame: Frame): { start: number; end: number; label: string }[] {
  const bodies = chain.slice(1).map((next, i) => line.slice(chain[i]?.start ?? 0, next.start))
  const single = bodies.every((body) => sentences(body) <= 1)
  return chain.map((mark, i) => {
    const next = chain[i + 1]
    const end = next?.start ?? (single ? endOfSentence(line, mark.start, frame) : frame.limit)
    return { start: mark.start, end: mark.start + line.slice(mark.start, end).trimEnd().length, label: mark.label }
  })
}

/** The full stops of an item, those within quotation marks left out. */
function sentences(body: string): number {
  return body.replace(/“[^”]*”|（[^）]*）/g, '').split(/[。！？]/).length - 1
}

/** Where the sentence ends in which the last item begins. */
function endOfSentence(line: string, from: number, { depths, limit }: Frame): number {
  for (let i = from; i < limit; i += 1) {
    if ('。！？'.includes(line.charAt(i)) && (depths[i] ?? 0) === 0) return i + 1
  }
  return limit
}

/** Where the sentence begins that leads into a list, not before `floor`. */
function startOfSentence(line: string, at: number, floor: number): number {
  for (let i = at - 1; i > floor; i -= 1) if ('。！？；'.includes(line.charAt(i))) return i + 1
  return at
}
