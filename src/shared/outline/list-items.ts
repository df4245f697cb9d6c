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
const OPENING = '“（(《「『【['
const CLOSING = '”）)》」』】]'
/** The first characters of all labels; other places are passed over. */
const FIRST = /[一二三四五六七八九十第其首再最（(①-⑳0-9—]/g

/**
 * The items of the lists that run on inside a line: 一是…二是…三是…, 1.…；2.…, 首先…最后…. Lists inside an item and numbers
 * inside quotation marks are part of the item around them. `offset` is where the line begins in the canonical text.
 */
export function findListItems(line: string, offset: number): readonly ListItem[] {
  if (line.length < SHORTEST) return []
  const items: ListItem[] = []
  for (const chain of outermost(chainsOf(marksIn(line)), line)) {
    for (const { start, end, label } of itemsOf(line, chain))
      items.push({ start: offset + start, end: offset + end, label })
  }
  return items
}

/** Two labels with a few words each. */
const SHORTEST = 12

function marksIn(line: string): Mark[] {
  const marks: Mark[] = []
  const depths = openAt(line)
  for (const { index } of line.matchAll(FIRST)) {
    if (index > 0 && !BEFORE.test(line.charAt(index - 1))) continue
    for (const [family, pattern] of FAMILIES) {
      pattern.lastIndex = index
      const match = pattern.exec(line)
      if (match === null) continue
      const dashed = family === '——' && index > 0 && !/[。；：！:;]/.test(line.charAt(index - 1))
      if (!dashed) {
        const value = family === '——' ? 0 : valueOf(match[1] ?? '')
        marks.push({ family, value, start: index, label: match[0].replace(/[，,：:]$/, ''), depth: depths[index] ?? 0 })
      }
      break
    }
  }
  return marks
}

function openAt(line: string): Uint8Array {
  const depths = new Uint8Array(line.length)
  let depth = 0
  for (let i = 0; i < line.length; i += 1) {
    const unit = line.charAt(i)
    if (CLOSING.includes(unit)) depth = Math.max(0, depth - 1)
    depths[i] = depth
    if (OPENING.includes(unit)) depth += 1
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

interface Chain {
  readonly marks: Mark[]
  closed: boolean
}

/** Marks that count on from one, of one family, outside quotations or all within the same. */
function chainsOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const chains: Chain[] = []
  for (const mark of marks) {
    const chain = chains.findLast((open) => !open.closed && continuesChain(open.marks, mark))
    if (chain !== undefined) {
      chain.marks.push(mark)
      if (mark.value === null) chain.closed = true
    } else if (mark.value === 1 || mark.value === 0) chains.push({ marks: [mark], closed: false })
  }
  return chains.map((chain) => chain.marks).filter((chain) => chain.length > 1)
}

function continuesChain(chain: readonly Mark[], mark: Mark): boolean {
  const last = chain.at(-1)
  if (last === undefined || last.family !== mark.family || last.depth !== mark.depth) return false
  if (mark.value === null || (mark.value === 0 && last.value === 0)) return true
  return mark.value === (last.value ?? 0) + 1
}

/** The chains that do not stand inside an item of another, in order, none inside quotation marks or brackets. */
function outermost(chains: readonly (readonly Mark[])[], line: string): readonly (readonly Mark[])[] {
  const free = chains.filter((chain) => chain[0]?.depth === 0 && !isRowOfNumbers(chain, line))
  return free.filter((chain) => !free.some((other) => other !== chain && encloses(other, chain)))
}

function encloses(outer: readonly Mark[], inner: readonly Mark[]): boolean {
  const [from, to] = [inner[0]?.start ?? 0, inner.at(-1)?.start ?? 0]
  return outer.some((mark, i) => mark.start < from && to < (outer[i + 1]?.start ?? Number.POSITIVE_INFINITY))
}

/** （1）（2）（3） one after another are references, not items. */
function isRowOfNumbers(chain: readonly Mark[], line: string): boolean {
  return chain.some((mark, i) => {
    const next = chain[i + 1]
    return (
      next !== undefined &&
      line.slice(mark.start + mark.label.length, next.start).replace(/[\s、，,和及]/g, '').length < 2
    )
  })
}

function itemsOf(line: string, chain: readonly Mark[]): { start: number; end: number; label: string }[] {
  const bodies = chain.slice(1).map((next, i) => line.slice(chain[i]?.start ?? 0, next.start))
  const single = bodies.every((body) => sentences(body) <= 1)
  return chain.map((mark, i) => {
    const next = chain[i + 1]
    const end = next?.start ?? (single ? endOfSentence(line, mark.start) : line.length)
    return { start: mark.start, end: mark.start + line.slice(mark.start, end).trimEnd().length, label: mark.label }
  })
}

/** The full stops of an item, those within quotation marks left out. */
function sentences(body: string): number {
  return body.replace(/“[^”]*”|（[^）]*）/g, '').split(/[。！？]/).length - 1
}

/** Where the sentence ends in which an item begins. */
function endOfSentence(line: string, from: number): number {
  const depths = openAt(line)
  for (let i = from; i < line.length; i += 1) {
    if ('。！？'.includes(line.charAt(i)) && (depths[i] ?? 0) === 0) return i + 1
  }
  return line.length
}
