import type { Period } from '../outline/document-facts.ts'
import { parsePeriod } from './time-words.ts'

/** How two targets' periods stand to each other, given the periods of their documents. */
export type PeriodRelation = 'same' | 'corresponding' | 'other' | 'unknown'

/**
 * 'same': the very same years (the last year of a span stands for the span). 'corresponding': the same place in two documents
 * that follow each other, so 2025 in the report of 2025 and 2026 in the report of 2026, 2021–2025 in one plan and 2026–2030 in
 * the next.
 */
export function relatePeriods(
  left: string,
  right: string,
  leftOwn: Period | null,
  rightOwn: Period | null,
): PeriodRelation {
  const a = parsePeriod(left)
  const b = parsePeriod(right)
  if (a === null || b === null) return left === right ? 'same' : 'unknown'
  if (a.from === b.from && a.to === b.to) return 'same'
  if (endsAlike(a, b)) return 'same'
  if (leftOwn === null || rightOwn === null) return 'other'
  const lengthLeft = leftOwn.to - leftOwn.from
  const lengthRight = rightOwn.to - rightOwn.from
  if (lengthLeft !== lengthRight) return 'other'
  const shift = rightOwn.to - leftOwn.to
  return shift !== 0 && endsAlike({ from: a.from + shift, to: a.to + shift }, b) ? 'corresponding' : 'other'
}

/** 2025 and 2021–2025 end in the same year: one names the span, the other its end. Two spans must begin alike too. */
function endsAlike(a: Period, b: Period): boolean {
  if (a.to !== b.to) return false
  return a.from === b.from || a.from === a.to || b.from === b.to
}
