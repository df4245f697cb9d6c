import type { SectionPair } from '../rows/row.ts'
import type { Unit } from '../units/unit.ts'
import type { MatchedSections } from './match-sections.ts'
import type { SectionSides } from './section-likeness.ts'
import type { Section } from './section-ranges.ts'

/**
 * The sections of both sides that are about the same matter, in the order of the right text; then those that are gone. A
 * section stands in several pairs when it was split, or others were merged into it.
 */
export function listSections({ units, trees }: SectionSides, { partners, merged }: MatchedSections): SectionPair[] {
  const all = [...partners, ...merged]
  const leftOf = new Map<number, { readonly left: number; readonly score: number }[]>()
  for (const match of all) leftOf.set(match.right, [...(leftOf.get(match.right) ?? []), match])
  const pairs: SectionPair[] = []
  for (const [right, section] of trees.right.sections.entries()) {
    const range = toRange(units.right, section)
    const found = leftOf.get(right) ?? []
    if (found.length === 0) pairs.push({ left: null, right: range, score: 0 })
    for (const { left, score } of found)
      pairs.push({ left: toRange(units.left, trees.left.sections[left]), right: range, score })
  }
  const taken = new Set(all.map(({ left }) => left))
  for (const [left, section] of trees.left.sections.entries())
    if (!taken.has(left)) pairs.push({ left: toRange(units.left, section), right: null, score: 0 })
  return pairs
}

function toRange(units: readonly Unit[], section: Section | undefined): { start: number; end: number } {
  return { start: units[section?.heading ?? 0]?.start ?? 0, end: units[(section?.end ?? 0) - 1]?.end ?? 0 }
}
