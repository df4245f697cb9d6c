import { REGION_LEVELS } from '../../../../shared/outline/document-facts.ts'
import type { DocumentSummary, VersionSummary } from '../../../lib/library.ts'

export type BaselineReason = 'former-plan' | 'own-plan' | 'upper-plan' | 'report' | 'former-report'

export interface BaselineOffer {
  readonly document: DocumentSummary
  readonly version: VersionSummary
  readonly reason: BaselineReason
}

const ORDER: readonly BaselineReason[] = ['former-plan', 'former-report', 'own-plan', 'upper-plan', 'report']
const MAX_OFFERS = 6

/**
 * Other documents of the library that this one has to answer to: the plan before it, the upper level's plan for the
 * same years, the reports of the same region. Told by kind, region, level and years alone.
 */
export function offerBaselines(
  document: DocumentSummary,
  documents: readonly DocumentSummary[],
): readonly BaselineOffer[] {
  const offers = documents.flatMap((other): BaselineOffer[] => {
    const version = other.versions[0]
    const reason = other.id === document.id ? null : reasonFor(document, other)
    return version && reason ? [{ document: other, version, reason }] : []
  })
  return offers
    .sort(
      (a, b) =>
        ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) || (b.document.periodTo ?? 0) - (a.document.periodTo ?? 0),
    )
    .slice(0, MAX_OFFERS)
}

const PLANS: readonly string[] = ['five-year-plan', 'special-plan']

function reasonFor(document: DocumentSummary, other: DocumentSummary): BaselineReason | null {
  const sameRegion = document.region !== null && document.region === other.region
  const isPlan = PLANS.includes(document.kind)
  if (other.kind === 'government-report' && sameRegion) {
    if (isPlan) return 'report'
    if (document.kind === 'government-report' && isBefore(other, document)) return 'former-report'
  }
  if (other.kind !== 'five-year-plan') return null
  if (sameRegion && isBefore(other, document) && document.kind === 'five-year-plan') return 'former-plan'
  if (sameRegion && !isPlan && covers(other, document)) return 'own-plan'
  return isPlan && isUpper(other, document) && covers(other, document) ? 'upper-plan' : null
}

function isBefore(other: DocumentSummary, document: DocumentSummary): boolean {
  return other.periodTo !== null && document.periodFrom !== null && other.periodTo < document.periodFrom
}

function covers(other: DocumentSummary, document: DocumentSummary): boolean {
  const { periodFrom, periodTo } = document
  if (periodFrom === null || periodTo === null || other.periodFrom === null || other.periodTo === null) return false
  return other.periodFrom <= periodFrom && periodTo <= other.periodTo
}

function isUpper(other: DocumentSummary, document: DocumentSummary): boolean {
  if (other.level === null || document.level === null) return false
  return REGION_LEVELS.indexOf(other.level) < REGION_LEVELS.indexOf(document.level)
}
