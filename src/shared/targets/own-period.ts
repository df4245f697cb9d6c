import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { parseChineseNumber } from '../text/chinese-number.ts'
import { planPeriod } from './time-words.ts'

/** A yearly report names its year where it sets its goals, its requirements or opens the year's work. */
const YEARLY =
  /(20\d\d)\s*年\s*(?:的?(?:工作|经济社会|国民经济|发展|主要|预期|政府)[^。，：]{0,16}(?:目标|要求|思路|任务|安排)|是[^。]{0,30}(?:开局|收官|起步|关键)之年)/
const PLAN = /“?(十[一二三四五六七八九]?)五”?(?:时期|期间)?[^。，：]{0,16}(?:主要目标|发展目标|目标任务)/

/**
 * The facts with a period, where the text alone says it: excerpts have no title, but say 2021年工作的总体要求.
 * Facts that have a period come back as they are.
 */
export function withOwnPeriod(text: string, facts: DocumentFacts): DocumentFacts {
  if (facts.period !== null) return facts
  const period = yearlyPeriod(text) ?? planOf(text)
  return period === null ? facts : { ...facts, period }
}

function yearlyPeriod(text: string): Period | null {
  const found = YEARLY.exec(text)
  if (found === null) return null
  const year = Number(found[1])
  return { from: year, to: year }
}

function planOf(text: string): Period | null {
  const ordinal = parseChineseNumber(PLAN.exec(text)?.[1] ?? '')
  return ordinal === null ? null : planPeriod(ordinal)
}
