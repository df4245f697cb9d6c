import { readLabel } from '../../outline/numbering.ts'
import { SENTENCE_END } from '../characters.ts'
import type { KnownTimes } from '../known-starts.ts'
import { findPageChains, type PageCandidate } from './page-chains.ts'
import { isPageRemains, PAGE_LINE, STAMP } from './page-line.ts'
import type { Step, StepContext, StepResult, WorkLine } from './step.ts'
import { measureLines, type SetLine } from './wrap-geometry.ts'

/**
 * Takes out what belongs to the pages and not to the text: page numbers on lines of their own or stuck to the line that follows, running heads
 * beside them, stamps of databases. Numbers without marks are only taken when they count the pages: one by one, at the distance of pages.
 */
export const pageFurniture: Step = { code: 'page-furniture', apply: removeFurniture }

function removeFurniture(lines: readonly WorkLine[], { structured, times = () => 0 }: StepContext): StepResult {
  if (structured) return { lines, count: 0 }
  const set = measureLines(lines)
  const cuts = new Map<number, number>()
  const remains = set.filter((line) => isPageRemains(line.text))
  if (remains.length >= MIN_REMAINS) for (const line of remains) cuts.set(line.index, line.text.length)
  set.forEach((line, at) => {
    const besideHead = /^\d{1,4}$/.test(line.text) && [set[at - 1], set[at + 1]].some(isPeriodical)
    if (PAGE_LINE.test(line.text) || STAMP.test(line.text) || besideHead) cuts.set(line.index, line.text.length)
  })
  for (const candidate of findPageChains(candidatesOf(set), set.length).flat()) {
    const line = set[candidate.at]
    if (line !== undefined) cuts.set(line.index, candidate.length)
  }
  const last = set.at(-1)
  if (last !== undefined && isLastPage(last, lines, cuts)) cuts.set(last.index, last.text.length)
  for (const index of runningHeads(set, cuts, times)) cuts.set(index, lines[index]?.text.trim().length ?? 0)
  return cuts.size === 0 ? { lines, count: 0 } : applyCuts(lines, cuts)
}

/** The number of the last page has no line after it: it is one more than the number before. */
function isLastPage(last: SetLine, lines: readonly WorkLine[], cuts: ReadonlyMap<number, number>): boolean {
  if (!/^\d{1,4}$/.test(last.text) || cuts.size === 0) return false
  const numbers = [...cuts].map(
    ([index, length]) => /\d{1,4}/.exec(lines[index]?.text.trim().slice(0, length) ?? '')?.[0],
  )
  return numbers.some((number) => number !== undefined && Number(number) === Number(last.text) - 1)
}

/** So many dotted lines show that they are the remains of page numbers. */
const MIN_REMAINS = 5

/** Numbers at the beginning of lines in text that was broken at a width, with every way to read a page number off them. */
function candidatesOf(set: readonly SetLine[]): PageCandidate[] {
  const candidates: PageCandidate[] = []
  set.forEach((line, at) => {
    const digits = /^\d{1,7}/.exec(line.text)?.[0] ?? ''
    if (digits === '' || digits.startsWith('0')) return
    const alone = digits.length === line.text.length
    const weight = isInBody(set, at) ? (alone ? 2 : OPEN_END.test(set[at - 1]?.text ?? '。') ? 1 : 0.5) : 0.25
    const lengths = alone ? [digits.length] : [1, 2, 3, 4].filter((length) => length <= digits.length)
    for (const length of lengths) {
      if (length > 4 || !isReadable(line.text.slice(length), alone || digits.length >= 3)) continue
      const rest = line.text.slice(length)
      candidates.push({ at, value: Number(digits.slice(0, length)), length, weight, risky: isFigure(rest) })
    }
  })
  return candidates
}

const OPEN_END = /[^。！？；：]$/

/** What is left of the line must still begin like text: a number is not cut from its unit or its decimals, nor 10. from a list. */
function isReadable(rest: string, long: boolean): boolean {
  if (rest === '') return true
  if (/^[0.．,，、:：%％‰)）\]/\-—~～]/.test(rest)) return false
  return long || !/^\d{1,2}[.．、][^\d]/.test(rest)
}

/** What follows the number makes a figure of it: more digits that are no list number, or a unit. */
function isFigure(rest: string): boolean {
  if (/^\d/.test(rest)) return readLabel(rest) === null
  return /^\s*[年月日个家项亿万千百元人次户件条名所座处套台辆公平吨亩里米岁倍种类批期位场届级号]/.test(rest)
}

/** Page numbers stand between broken lines, not among the cells of a table. */
function isInBody(set: readonly SetLine[], at: number): boolean {
  const near = [set[at - 2], set[at - 1], set[at], set[at + 1], set[at + 2]]
  return near.filter((line) => line !== undefined && line.measure > 0 && line.width >= line.measure * 0.8).length >= 2
}

/** Names that only periodicals and collections print at the head of their pages. */
const PERIODICAL = /(?:公报|日报|晚报|周刊|学报|年鉴|汇编|增刊|专刊|简报)$|第\s*\d*\s*期/
const MAX_RUNNING_HEAD = 40

/**
 * Lines that stand beside page numbers again and again with the same words, or with the name of a periodical. The first page has such a head too, though no
 * number stands above it; a title that is repeated on all pages stays there. What paragraphs of the other text begin with as often, or half as
 * often, stands beside page numbers by chance.
 */
function runningHeads(set: readonly SetLine[], cuts: ReadonlyMap<number, number>, times: KnownTimes): number[] {
  const beside = new Map<string, number[]>()
  set.forEach((line, at) => {
    if (cuts.has(line.index) || !mayBeHead(line)) return
    const pageLine = [set[at - 1], set[at + 1]].some(
      (other) => other !== undefined && cuts.get(other.index) === other.text.length,
    )
    if (pageLine) beside.set(headWords(line), [...(beside.get(headWords(line)) ?? []), line.index])
  })
  const isKnown = (words: string): boolean => {
    const same = set.filter((line) => headWords(line) === words)
    return times(same[0]?.text ?? '') * 2 >= same.length
  }
  const isHead = (words: string, indexes: readonly number[]): boolean =>
    (indexes.length >= 3 || PERIODICAL.test(words)) && !isKnown(words)
  const heads = [...beside].filter(([words, indexes]) => isHead(words, indexes))
  const [first] = set
  const known =
    first !== undefined && PERIODICAL.test(first.text) && heads.some(([words]) => words === headWords(first))
  return [...heads.flatMap(([, indexes]) => indexes), ...(known ? [first.index] : [])]
}

function mayBeHead({ text }: SetLine): boolean {
  return text.length <= MAX_RUNNING_HEAD && !SENTENCE_END.test(text) && text.replace(/[\s\d]/g, '').length >= 3
}

function isPeriodical(line: SetLine | undefined): boolean {
  return line !== undefined && mayBeHead(line) && PERIODICAL.test(headWords(line))
}

/** The words of a head: issue and page numbers change from page to page. */
function headWords({ text }: SetLine): string {
  return text.replace(/[\s\d]/g, '')
}

/** Cuts the given number of characters off the beginnings of lines; lines cut whole go with the blank lines around them. */
function applyCuts(lines: readonly WorkLine[], cuts: ReadonlyMap<number, number>): StepResult {
  const dropped: { reason: string; text: string }[] = []
  const kept: WorkLine[] = []
  let closing = false
  lines.forEach((line, index) => {
    const cut = cuts.get(index)
    const body = line.text.trimStart()
    if (cut === undefined) {
      if (closing && body === '') return
      closing = false
      kept.push(line)
      return
    }
    dropped.push({ reason: 'page-furniture', text: body.slice(0, cut) })
    const rest = body.slice(cut)
    if (rest.trim() !== '') kept.push({ ...line, text: rest })
    else {
      while (kept.at(-1)?.text.trim() === '') kept.pop()
      closing = true
    }
  })
  return { lines: kept, count: dropped.length, dropped }
}
