import type { Period } from '../outline/document-facts.ts'
import { parseChineseNumber } from '../text/chinese-number.ts'
import type { Target } from './target.ts'
import { parsePeriod } from './time-words.ts'

/** Said of a figure that stands for each year of its period. */
const EACH_YEAR = /年均|每年|年平均|逐年|递增/u
/** Said of a figure that sums several years up; in tables square brackets say it. */
const IN_ALL = /累计|[[［]\s*-?\d[\d.]*\s*[\]］]/u
/** 四年累计, 前三年累计: how many years, up to the one that is meant. */
const SO_MANY_YEARS = /([一二两三四五六七八九十]|\d)年(?:来|间)?累计/u
/** Characters before the words of a target in which such words may stand: 五年累计新增…. */
const BEFORE = 8

/** The years a figure of additions or growth stands for, and whether it is that of each of them. */
export interface YearsCovered extends Period {
  readonly each: boolean
  /** The text only says that it is a total up to `to`; where that begins is for the reader to know. */
  readonly open: boolean
}

/**
 * Which years a figure covers: `2021-2025` of 五年新增3.6万人, 2021–2024 of 四年累计下降14.1% in 2024, one year of 城镇新增就业7260人.
 * null for a target without a period. `text` is the canonical text that the target's offsets belong to.
 */
export function yearsCovered(target: Pick<Target, 'period' | 'quote' | 'start'>, text: string): YearsCovered | null {
  const period = parsePeriod(target.period)
  if (period === null) return null
  // The clause that the target stands in, no further: 年均增长6%，累计新增… speaks of two figures.
  const before = text.slice(Math.max(0, target.start - BEFORE), target.start).replace(/^.*[，；。、：|\n]/su, '')
  const words = `${before}${target.quote}`
  const each = EACH_YEAR.test(words)
  if (period.from < period.to || each) return { ...period, each, open: false }
  const count = SO_MANY_YEARS.exec(words)?.[1]
  const years = count === undefined ? null : /\d/.test(count) ? Number(count) : parseChineseNumber(count)
  if (years !== null && years !== undefined && years > 1)
    return { from: period.to - years + 1, to: period.to, each, open: false }
  return { ...period, each, open: IN_ALL.test(words) }
}

/** Whether a target's figure is the sum over the years of its period: 五年新增100万人, 累计降低14%; not 年均增长6%. */
export function isTotal(target: Target, text: string): boolean {
  if (target.value === null || target.measure === 'level') return false
  const covered = yearsCovered(target, text)
  if (covered === null || covered.each) return false
  if (covered.open) return true
  if (covered.from === covered.to) return false
  // 增长30% by 2030 may be meant for each year or for all: only 累计 or brackets tell; a fall over a period is one of all of it.
  return (
    target.measure === 'addition' || target.unit !== '%' || target.direction === 'down' || IN_ALL.test(target.quote)
  )
}
