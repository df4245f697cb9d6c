import type { Period } from '../outline/document-facts.ts'
import type { Measure } from './target.ts'
import { formatPeriod } from './time-words.ts'

/** The period of a figure for `said`: growth and additions that end with the plan are spread over all of it. */
export function spreadPeriod(said: Period | null, measure: Measure, own: Period | null): string {
  if (said === null) return ''
  const spreads = measure !== 'level' && said.from === said.to
  return formatPeriod(spreads && endsPlan(said, own) ? own : said)
}

/** 到2025年 in the plan for 2021–2025. */
export function endsPlan(said: Period, own: Period | null): own is Period {
  return own !== null && own.to === said.to && own.from < own.to
}
