import { isSameRegion } from '../checks/baseline-role.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'

type Place = Pick<DocumentFacts, 'region' | 'level'>

/**
 * Whether figures of two documents may make one course: they speak of one place unless both say whose they are and it is not the
 * same. The results of two provinces are no line.
 */
export function isOfOnePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b || a.region === null || b.region === null) return true
  return isSameRegion(a, b)
}
