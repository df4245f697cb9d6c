import { type Section, sectionsOf } from '../sections/section-ranges.ts'
import type { Unit } from '../units/unit.ts'
import type { Link } from './chain.ts'

/** Share of what stands below two headings on both sides that a link of the headings gains. */
const CARRIED = 1

/**
 * Gives the link of two headings weight from what stands below both. A chapter whose text stayed stays too, however
 * short its heading: what passed it by is what moved. `settled` are partners beyond question, which gain nothing.
 */
export function withSections(
  links: readonly Link[],
  settled: readonly Link[],
  left: readonly Unit[],
  right: readonly Unit[],
): Link[] {
  const leftSections = new Map(sectionsOf(left).map((section) => [section.heading, section]))
  const rightSections = new Map(sectionsOf(right).map((section) => [section.heading, section]))
  if (leftSections.size === 0 || rightSections.size === 0) return [...links]
  const best = bestOfRight([...links, ...settled], right.length)
  return links.map((link) => {
    const [l, r] = [leftSections.get(link.left), rightSections.get(link.right)]
    return l && r ? { ...link, weight: link.weight + CARRIED * carried(l, r, best) } : link
  })
}

function bestOfRight(links: readonly Link[], count: number): (Link | undefined)[] {
  const best = Array.from<Link | undefined>({ length: count })
  for (const link of links) if ((best[link.right]?.weight ?? 0) < link.weight) best[link.right] = link
  return best
}

function carried(left: Section, right: Section, best: readonly (Link | undefined)[]): number {
  let sum = 0
  for (let r = right.heading + 1; r < right.end; r += 1) {
    const link = best[r]
    if (link && link.left > left.heading && link.left < left.end) sum += link.weight
  }
  return sum
}
