import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { parseChineseNumber } from '../text/chinese-number.ts'

/** A time said in folded text. `past` is a year before the document's own period. */
export interface TimeWord {
  readonly start: number
  readonly end: number
  readonly period: Period
  /** How it is said: a year to come (到2025年), a span by name (十四五时期), or this year. */
  readonly form: 'year' | 'span' | 'this-year'
  readonly past: boolean
  /** Said of a single year as such, 2025年新增; not as the end of a span: 到2025年, 2025年底. */
  readonly within: boolean
}

const YEAR = String.raw`(?:20\d\d|19\d\d|二[〇零○][〇零○一二三四五六七八九]{2})`
const PATTERNS = new RegExp(
  [
    String.raw`(?<from>${YEAR})年?(?:-|—|至|到)(?<to>${YEAR})年`,
    String.raw`“?(?<plan>十[一二三四五六七八九]?|[六七八九])五(?!”?(?:规划)?的?(?:开局|开好局|收官|良好开局|圆满收官|首年|起步))”?(?<planTail>时期|期间|规划期|末|规划)?`,
    String.raw`(?<five>(?:今后|未来|接下来|今后的|未来的)[五5]年|[五5]年(?=累计|新增|共|内|间|年均|建成|完成))`,
    String.raw`用(?<within>[一二两三四五1-5])年(?:左右)?的?时间`,
    String.raw`(?<year>${YEAR})年(?:底|末|前)?`,
    String.raw`(?<twoYears>今明两年)`,
    String.raw`本世纪(?<century>末|中叶)`,
    String.raw`(?<thisYear>今年|年内|本年度?|全年|当年)`,
    String.raw`(?<nextYear>明年)`,
    String.raw`(?<since>[一两三四五])年来`,
    String.raw`(?<lastYear>去年|上年|过去(?:的?一年|[五三]年))`,
  ].join('|'),
  'g',
)
/** Before a year that is only compared with: 比2020年, 较2020年, 以2020年为基期, 在2018年基础上, 自2019年起. */
const COMPARED_BEFORE = /(?:比|较|与|以|在|从|自|按|由)$/
const COMPARED_AFTER = /^(?:基础|为基|的基础|同期|相比|价格|不变价)/

/** First year of a plan by its ordinal: 六五 is 1981–1985, 十四五 2021–2025. */
export function planPeriod(ordinal: number): Period {
  const from = 1981 + 5 * (ordinal - 6)
  return { from, to: from + 4 }
}

/** The times said in `text`, in order. Years that are only compared with are left out. */
export function findTimeWords(text: string, facts: DocumentFacts): TimeWord[] {
  const found: TimeWord[] = []
  // Every time said has one of these; most lines of a table have none.
  if (!/[年五纪]/.test(text)) return found
  const own = facts.period
  for (const match of text.matchAll(PATTERNS)) {
    const start = match.index
    const end = start + match[0].length
    const groups = match.groups ?? {}
    if (isCompared(text, start, end, groups)) continue
    const read = readTime(groups, own, facts)
    if (read === null) continue
    // “十五”时期…五年间: the five years of which the paragraph has just spoken.
    const looksBack = found.findLast((word) => word.past)
    if (groups.five !== undefined && looksBack !== undefined && /^[间来中]/.test(text.slice(end, end + 1))) {
      found.push({ start, end, period: looksBack.period, form: 'span', past: true, within: false })
      continue
    }
    const past = own !== null && read.period.to < own.from
    const within = groups.year !== undefined && match[0].endsWith('年') && !/[到至]$/.test(text.slice(0, start))
    found.push({ start, end, ...read, past, within })
  }
  return found
}

function isCompared(text: string, start: number, end: number, groups: Record<string, string | undefined>): boolean {
  if (groups.year === undefined && groups.lastYear === undefined) return false
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 4)
  if (COMPARED_AFTER.test(after)) return true
  return COMPARED_BEFORE.test(before) && !before.endsWith('在')
}

type Read = Pick<TimeWord, 'period' | 'form'>

function readTime(groups: Record<string, string | undefined>, own: Period | null, facts: DocumentFacts): Read | null {
  if (groups.from !== undefined && groups.to !== undefined) {
    return { period: { from: yearOf(groups.from), to: yearOf(groups.to) }, form: 'span' }
  }
  if (groups.plan !== undefined) {
    // 三五 or 五五 without 十 is seldom a plan; 十五 alone is a number unless 时期 or 期间 follows.
    if (groups.plan.length === 1 && groups.planTail === undefined) return null
    const ordinal = parseChineseNumber(groups.plan)
    if (ordinal === null) return null
    const period = planPeriod(ordinal)
    // “十四五”末 is the last year of the plan.
    return groups.planTail === '末'
      ? { period: { from: period.to, to: period.to }, form: 'year' }
      : { period, form: 'span' }
  }
  if (groups.year !== undefined) {
    const year = yearOf(groups.year)
    return { period: { from: year, to: year }, form: 'year' }
  }
  if (groups.century !== undefined) {
    const year = (own !== null && own.from <= 2000 ? 1900 : 2000) + (groups.century === '末' ? 100 : 50)
    return { period: { from: year, to: year }, form: 'year' }
  }
  if (own === null) return null
  if (groups.since !== undefined) {
    if (facts.kind === 'bulletin') return null
    const years = parseChineseNumber(groups.since) ?? 1
    return { period: { from: own.from - years, to: own.from - 1 }, form: years === 1 ? 'year' : 'span' }
  }
  if (groups.lastYear !== undefined) return { period: { from: own.from - 1, to: own.from - 1 }, form: 'year' }
  if (groups.five !== undefined) return { period: fiveYears(own), form: 'span' }
  if (own.from !== own.to || facts.kind === 'five-year-plan') return null
  if (groups.twoYears !== undefined) return { period: { from: own.from, to: own.from + 1 }, form: 'span' }
  if (groups.within !== undefined) {
    const years = parseChineseNumber(groups.within) ?? Number(groups.within)
    return { period: { from: own.from, to: own.from + years - 1 }, form: 'span' }
  }
  const year = own.from + (groups.nextYear === undefined ? 0 : 1)
  return { period: { from: year, to: year }, form: 'this-year' }
}

function fiveYears(own: Period): Period {
  return own.to > own.from ? own : { from: own.from, to: own.from + 4 }
}

function yearOf(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  return parseChineseNumber(text.replaceAll('○', '〇')) ?? 0
}

/** `2025` or `2021-2025`. */
export function formatPeriod(period: Period | null): string {
  if (period === null) return ''
  return period.from === period.to ? String(period.from) : `${period.from}-${period.to}`
}

/** The years of a target's period; null when it has none. */
export function parsePeriod(text: string): Period | null {
  const found = /^(\d{4})(?:-(\d{4}))?$/.exec(text)
  if (found === null) return null
  const from = Number(found[1])
  return { from, to: found[2] === undefined ? from : Number(found[2]) }
}
