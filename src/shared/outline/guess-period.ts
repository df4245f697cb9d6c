import { parseChineseNumber } from '../text/chinese-number.ts'
import type { DocumentKind, Period } from './document-facts.ts'
import { type FactSource, type Guess, place } from './fact-source.ts'

/** The first year of the first five-year plan is 1953; the sixth and later ones begin in years that end in 1 or 6. */
const SIXTH_PLAN = 1981

const YEAR = '(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})'
const RANGE = new RegExp(`(${YEAR})\\s*年?\\s*[—―\\-–~～一至]{1,2}\\s*(${YEAR})`)
const NTH_PLAN = /第(十[一二三四五六七八九]?|[一二三四五六七八九]|二十[一二三四五六七八九]?)个五年/
const SHORT_PLAN = /[“"]?(十[一二三四五六七八九]?|[六七八九])五[”"]?(?=\s*[”"规计时期])/
/** A year in a file name. */
const BARE_YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/
const ONE_YEAR = new RegExp(`(${YEAR})\\s*年`)

/** Guesses the years a document commits itself for: the plan's five years, the report's year. */
export function guessPeriod(sources: readonly FactSource[], kind: DocumentKind): Guess<Period> | null {
  if (kind === 'law') return null
  const plan = kind === 'five-year-plan' || kind === 'special-plan'
  for (const source of sources) {
    const guess = plan ? (planPeriod(source) ?? yearRange(source)) : yearPeriod(source)
    if (guess) return guess
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
  return { value: { from, to: from + 4 }, quote: match[0], start: place(source, match.index) }
}

/** The year of a report; one that looks back on a year was made in the next. */
function yearPeriod(source: FactSource): Guess<Period> | null {
  const match = ONE_YEAR.exec(source.text) ?? (source.offset === null ? BARE_YEAR.exec(source.text) : null)
  const year = match ? parseYear(match[1]) : null
  if (!match || year === null) return null
  const looksBack = /^[^，。；：]{0,6}(?:主要)?工作(?:回顾|总结)/.test(source.text.slice(match.index + match[0].length))
  const of = looksBack ? year + 1 : year
  return { value: { from: of, to: of }, quote: match[0], start: place(source, match.index) }
}

/** 2025, ２０２５ and 二〇二五 as a number between 1900 and 2100; null for anything else. */
export function parseYear(text: string | undefined): number | null {
  if (text === undefined) return null
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const year = /^[0-9]{4}$/.test(ascii) ? Number(ascii) : parseChineseNumber(ascii)
  return year !== null && year >= 1900 && year <= 2100 ? year : null
}
