import { parseChineseNumber } from '../text/chinese-number.ts'
import type { DocumentKind, Period } from './document-facts.ts'
import { type FactSource, type Guess, ofRoles, place } from './fact-source.ts'

/** The first year of the first five-year plan is 1953; the sixth and later ones begin in years that end in 1 or 6. */
const SIXTH_PLAN = 1981

const YEAR = '(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})'
const RANGE = new RegExp(`(${YEAR})\\s*年?\\s*[—―\\-–~～一至]{1,2}\\s*(${YEAR})`)
const NTH_PLAN = /第(十[一二三四五六七八九]?|[一二三四五六七八九]|二十[一二三四五六七八九]?)个五年/
const SHORT_PLAN = /[“"]?(二?十[一二三四五六七八九]?|[六七八九])五[”"]?(?=\s*[”"规计时期])/
/** A year in a file name. */
const BARE_YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/
const ONE_YEAR = new RegExp(`(${YEAR})\\s*年(?!\\s*[—―\\-–~～至])`)
/** The name of a plan in its first paragraph. */
const PLAN_NAME = /(?:国民经济和社会发展|中华人民共和国)[^。；》]{0,60}?(?:规划|计划|纲要)/

/** When and where a report was given: 2025年1月16日在…会议上. */
const GIVEN = new RegExp(`(${YEAR})\\s*年\\s*([0-9０-９]{1,2})\\s*月\\s*[0-9０-９]{1,2}\\s*日`)
/** A year looked back on; the report is of the next. */
const LOOKS_BACK = new RegExp(`(${YEAR})\\s*年[^，。；：]{0,8}?工作(?:的)?[^，。；：]{0,4}(?:回顾|总结)`)
/** A year looked ahead on. */
const LOOKS_AHEAD = new RegExp(`(${YEAR})\\s*年[^，。；：]{0,14}?(?:工作|任务|目标|安排|部署|建议|要求)`)
const YEARLY_GOAL = new RegExp(
  `(${YEAR})\\s*年(?:[全我本][省市县区州])?(?:的)?(?:国民经济和社会发展|经济社会发展|工作|政府工作)(?:的)?(?:主要|预期|总体|基本|指导)(?:预期)?(?:目标|要求|思路|任务|思想)?`,
)
/** The year of a line of particulars: 发文时间：2008-03-15. */
const PARTICULARS = /(?:日期|时间)[：:]\s*((?:19|20)\d{2})(?=[-/.])/
/** Reports of November and December are of the year to come. */
const YEAR_END = 11

/** Guesses the years a document commits itself for: the plan's five years, the report's year. */
export function guessPeriod(text: string, sources: readonly FactSource[], kind: DocumentKind): Guess<Period> | null {
  if (kind === 'law') return null
  if (kind === 'five-year-plan' || kind === 'special-plan') return planYears(sources)
  if (kind === 'government-report') return reportYear(text, sources)
  if (kind === 'bulletin')
    return first(ofRoles(sources, 'title', 'file', 'line', 'body'), (one) => yearOf(one, ONE_YEAR) ?? bareYear(one))
  return first(ofRoles(sources, 'title', 'file'), (one) => yearRange(one) ?? lastYear(one))
}

function planYears(sources: readonly FactSource[]): Guess<Period> | null {
  const openings = ofRoles(sources, 'line', 'body').flatMap((source) => {
    const match = PLAN_NAME.exec(source.text)
    return match === null ? [] : [{ ...source, text: match[0], offset: place(source, match.index) }]
  })
  const read = (one: FactSource): Guess<Period> | null => planPeriod(one) ?? yearRange(one)
  return (
    first(ofRoles(sources, 'title'), read) ??
    first(openings, read) ??
    first(ofRoles(sources, 'file', 'line', 'body'), read)
  )
}

/** The year of a report: as its title says, as it was given, as its headings and goals say, as the file is called. */
function reportYear(text: string, sources: readonly FactSource[]): Guess<Period> | null {
  const headings = ofRoles(sources, 'heading')
  return (
    first(ofRoles(sources, 'title'), (one) => yearOf(one, ONE_YEAR)) ??
    first(ofRoles(sources, 'line'), givenIn) ??
    first(headings, (one) => yearOf(one, LOOKS_BACK, 1)) ??
    first(headings, (one) => (RANGE.test(one.text) ? null : yearOf(one, LOOKS_AHEAD))) ??
    yearOf({ role: 'body', text, offset: 0 }, YEARLY_GOAL) ??
    first(ofRoles(sources, 'file'), (one) => yearOf(one, ONE_YEAR) ?? bareYear(one)) ??
    first(ofRoles(sources, 'line'), (one) => yearOf(one, PARTICULARS))
  )
}

function first(
  sources: readonly FactSource[],
  read: (source: FactSource) => Guess<Period> | null,
): Guess<Period> | null {
  for (const source of sources) {
    const guess = read(source)
    if (guess !== null) return guess
  }
  return null
}

function yearRange(source: FactSource): Guess<Period> | null {
  const match = RANGE.exec(source.text)
  if (!match) return null
  const from = parseYear(match[1])
  const to = parseYear(match[2])
  if (from === null || to === null || to < from || to - from > 40) return null
  return { value: { from, to }, quote: match[0], start: place(source, match.index) }
}

function planPeriod(source: FactSource): Guess<Period> | null {
  const range = yearRange(source)
  if (range && range.value.to - range.value.from === 4) return range
  const match = NTH_PLAN.exec(source.text) ?? SHORT_PLAN.exec(source.text)
  const nth = match ? parseChineseNumber(match[1] ?? '') : null
  if (!match || nth === null || nth < 6) return null
  const from = SIXTH_PLAN + (nth - 6) * 5
  return { value: { from, to: from + 4 }, quote: match[0].trim(), start: place(source, match.index) }
}

function givenIn(source: FactSource): Guess<Period> | null {
  const match = GIVEN.exec(source.text)
  const month = Number(
    (match?.[2] ?? '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  )
  return yearOf(source, GIVEN, month >= YEAR_END ? 1 : 0)
}

/** A report on one year and the plan for the next names both; it commits itself for the later. */
function lastYear(source: FactSource): Guess<Period> | null {
  const matches = [...source.text.matchAll(new RegExp(ONE_YEAR, 'g'))]
  const last = matches.at(-1)
  if (last === undefined) return null
  const tail = { ...source, text: source.text.slice(last.index), offset: place(source, last.index) }
  return yearOf(tail, ONE_YEAR)
}

function bareYear(source: FactSource): Guess<Period> | null {
  return source.role === 'file' ? yearOf(source, BARE_YEAR) : null
}

/** The year that a pattern captures, `later` years on. */
function yearOf(source: FactSource, pattern: RegExp, later = 0): Guess<Period> | null {
  const match = pattern.exec(source.text)
  const said = match ? parseYear(match[1]) : null
  if (!match || said === null) return null
  const year = said + later
  return { value: { from: year, to: year }, quote: match[0], start: place(source, match.index) }
}

/** 2025, ２０２５ and 二〇二五 as a number between 1900 and 2100; null for anything else. */
export function parseYear(text: string | undefined): number | null {
  if (text === undefined) return null
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const year = /^[0-9]{4}$/.test(ascii) ? Number(ascii) : parseChineseNumber(ascii)
  return year !== null && year >= 1900 && year <= 2100 ? year : null
}
