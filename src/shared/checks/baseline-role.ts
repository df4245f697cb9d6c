import type { DocumentFacts, RegionLevel } from '../outline/document-facts.ts'
import type { BaselineRole } from './check-against.ts'

/** 国家 is above 省, 省 above 市, 市 above 县. */
const RANK: Readonly<Record<RegionLevel, number>> = { nation: 0, province: 1, city: 2, county: 3 }

/** Whose document it is. */
type Place = Pick<DocumentFacts, 'region' | 'level'>

/** A region's name may begin with the province or the city that it lies in: 江南省临江市, 江南省临江市望湖县. */
const PLACES_ABOVE = /^(?:.+?(?:省|自治区)(?=.))?(?:.+?(?:市|自治州|地区|盟)(?=.))?/

/**
 * What a document chosen as baseline is to the one checked against it, by what both say they are: the five-year plan of the same
 * region that a yearly report lies in (`plan`), the plan of a level above for the same years (`upper`), the plan of the same
 * region for the years right before (`previous`). null where the two have nothing that could be checked, an earlier draft of the
 * same document among them, or where one does not say what it is.
 */
export function baselineRole(document: DocumentFacts, baseline: DocumentFacts): BaselineRole | null {
  if (baseline.kind !== 'five-year-plan' || baseline.period === null || document.period === null) return null
  const [own, other] = [document.period, baseline.period]
  if (document.kind === 'government-report') {
    const isYearWithin = own.from === own.to && own.from >= other.from && own.to <= other.to
    return isYearWithin && isSameRegion(document, baseline) ? 'plan' : null
  }
  if (document.kind !== 'five-year-plan') return null
  if (isSameRegion(document, baseline)) return other.to + 1 === own.from ? 'previous' : null
  return isSameYears(own, other) && isAbove(baseline, document) ? 'upper' : null
}

function isSameYears(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from === b.from && a.to === b.to
}

/** Not only by name: 市 and 省 of one name are two regions. A nation needs none. false where one does not say whose it is. */
export function isSameRegion(a: Place, b: Place): boolean {
  if (a.level !== null && b.level !== null && a.level !== b.level) return false
  if (a.level === 'nation' && b.level === 'nation') return true
  if (a.region === null || b.region === null) return false
  return a.region === b.region || ownName(a.region) === ownName(b.region)
}

/** 临江市 of 江南省临江市. */
function ownName(region: string): string {
  return region.slice(PLACES_ABOVE.exec(region)?.[0].length ?? 0)
}

/** A level above; where the lower region names the province or city it lies in, only that one. */
function isAbove(upper: DocumentFacts, lower: DocumentFacts): boolean {
  if (upper.level === null || lower.level === null || RANK[upper.level] >= RANK[lower.level]) return false
  if (upper.level === 'nation' || upper.region === null || lower.region === null) return true
  const named = PLACES_ABOVE.exec(lower.region)?.[0] ?? ''
  const knows = upper.level === 'province' ? /省|自治区/.test(named) : /市|自治州|地区|盟/.test(named)
  return !knows || named.includes(ownName(upper.region))
}
