import type { Side } from '../topics/topic-index.ts'
import type { MatchedSections } from './match-sections.ts'
import { mostAlike, type SectionMatch, type SectionSides } from './section-likeness.ts'
import { SectionPairs } from './section-pairs.ts'
import { pathsOf } from './section-tree.ts'

/** What it tells that two units stand in these innermost sections; -1 for a unit outside all sections. */
export interface SectionBonds {
  /** 0–1: whether the sections, or those around them, are partners; the smaller these are, the more it tells. */
  readonly partners: (left: number, right: number) => number
  /** 0–1: how near the sections themselves come to having each other for most alike. */
  readonly mutual: (left: number, right: number) => number
  /** Whether the two sections are partners themselves. */
  readonly isPair: (left: number, right: number) => boolean
}

/** Units of a section up to the square of this stand close enough together for a partner section to tell all it can. */
const CLOSE = 3.8

/** The bonds between the sections of two sides that are alike and were matched so. */
export function sectionBonds(
  sides: SectionSides,
  likeness: readonly SectionMatch[],
  matched: MatchedSections,
): SectionBonds {
  const pairs = new SectionPairs(sides)
  for (const { left, right } of [...matched.partners, ...matched.merged]) pairs.set(left, right, 1)
  const mutual = mutualPairs(sides, likeness)
  const paths = {
    left: pathsOf(sides.trees.left),
    right: pathsOf(sides.trees.right),
  }
  const sizeOf = (side: Side, section: number): number => {
    const { heading = 0, end = 0 } = sides.trees[side].sections[section] ?? {}
    return end - heading
  }
  const partners = remembered(sides, (left, right) => {
    let best = 0
    for (const a of paths.left[left] ?? []) {
      for (const b of paths.right[right] ?? []) {
        if (pairs.get(a, b) === undefined) continue
        best = Math.max(best, Math.min(1, CLOSE / Math.sqrt(Math.min(sizeOf('left', a), sizeOf('right', b)))))
      }
    }
    return best
  })
  return {
    partners,
    mutual: (left, right) => (left < 0 || right < 0 ? 0 : (mutual.get(left, right) ?? 0)),
    isPair: (left, right) => left >= 0 && right >= 0 && pairs.get(left, right) !== undefined,
  }
}

/** A function of two sections that is asked for the same pairs again and again; 0 outside all sections. */
function remembered(
  sides: SectionSides,
  compute: (left: number, right: number) => number,
): (left: number, right: number) => number {
  const known = new SectionPairs(sides)
  return (left, right) => {
    if (left < 0 || right < 0) return 0
    const before = known.get(left, right)
    if (before !== undefined) return before
    const value = compute(left, right)
    known.set(left, right, value)
    return value
  }
}

function mutualPairs(sides: SectionSides, likeness: readonly SectionMatch[]): SectionPairs {
  const most = mostAlike(likeness, sides)
  const pairs = new SectionPairs(sides)
  for (const { left, right, score } of likeness)
    if (score > 0)
      pairs.set(left, right, score / Math.sqrt((most.left[left] as number) * (most.right[right] as number)))
  return pairs
}
