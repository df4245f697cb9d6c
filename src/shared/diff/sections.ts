import type { Match } from './align-units.ts'
import type { SectionPair } from './row.ts'
import { type Section, sectionsOf } from './section-ranges.ts'
import type { Unit } from './unit.ts'

/** Sections of both sides whose headings are partners, in the order of the right text; then those that are gone. */
export function pairSections(left: readonly Unit[], right: readonly Unit[], matches: readonly Match[]): SectionPair[] {
  const leftSections = sectionsOf(left)
  const rightSections = sectionsOf(right)
  const partner = new Map<number, number>()
  for (const match of matches) {
    for (const r of match.right) for (const l of match.left) if (!partner.has(r)) partner.set(r, l)
  }
  const byHeading = new Map(leftSections.map((section) => [section.heading, section]))
  const taken = new Set<number>()
  const pairs: SectionPair[] = []
  for (const section of rightSections) {
    const found = byHeading.get(partner.get(section.heading) ?? -1)
    if (found) taken.add(found.heading)
    const range = toRange(right, section)
    pairs.push(
      found
        ? { left: toRange(left, found), right: range, score: share(found, section, partner) }
        : { left: null, right: range, score: 0 },
    )
  }
  for (const section of leftSections) {
    if (!taken.has(section.heading)) pairs.push({ left: toRange(left, section), right: null, score: 0 })
  }
  return pairs
}

function toRange(units: readonly Unit[], { heading, end }: Section): { start: number; end: number } {
  return { start: units[heading]?.start ?? 0, end: units[end - 1]?.end ?? 0 }
}

/** Share of the units below both headings that are partners of each other. */
function share(left: Section, right: Section, partner: ReadonlyMap<number, number>): number {
  let common = 0
  for (let r = right.heading; r < right.end; r += 1) {
    const l = partner.get(r)
    if (l !== undefined && l >= left.heading && l < left.end) common += 1
  }
  return Math.min(1, (2 * common) / (left.end - left.heading + right.end - right.heading))
}
