import type { Unit } from '../units/unit.ts'
import type { LikenessRow } from './likeness-rows.ts'
import type { LinkMemory, WeighedLinks } from './link-memory.ts'
import type { Side } from './topic-index.ts'
import { type EvidenceSources, UnitEvidence } from './unit-evidence.ts'

/** A unit of each side that say something about the same matter. */
export interface UnitLink {
  readonly left: number
  readonly right: number
  /** How much speaks for it, 0–1. */
  readonly score: number
}

/** Units that have less than this part of the likeness of the most alike are not looked at. */
const HOPELESS = 0.3
/** Links kept for one unit. */
const KEPT = 8
/** A heading with more characters has text behind it on the same line. */
const LONGEST_HEADING = 30

/**
 * What speaks for each unit without partner belonging to units of the other side, partners of others included; in an order that
 * follows from the texts. `memory` may know the comparison before; it changes nothing but the time.
 */
export function relateUnits(
  sources: EvidenceSources,
  lone: Readonly<Record<Side, Uint8Array>>,
  memory: LinkMemory,
): UnitLink[] {
  const { units } = sources.sides
  const evidence = new UnitEvidence(sources)
  const { most } = evidence
  const known = memory.against(sources, most)
  const isTitle = Uint8Array.from(units.right, (unit) => (isHeading(unit) ? 1 : 0))
  const ofRight = units.right.map((): UnitLink[] => [])
  const ofLeft: UnitLink[][] = []
  const weighed: WeighedLinks[] = []
  for (const [left, unit] of units.left.entries()) {
    const row = sources.rows[left] as LikenessRow
    const before = known.of(left)
    const kind = isHeading(unit) ? 1 : 0
    const leastLeft = lone.left[left] === 1 ? HOPELESS * (most.left[left] as number) : Number.POSITIVE_INFINITY
    const best: UnitLink[] = []
    const all = new Array<UnitLink | null>(row.units.length)
    let isAtHand = false
    for (let i = 0; i < row.units.length; i += 1) {
      const right = row.units[i] as number
      const likeness = row.likeness[i] as number
      const isForLeft = likeness >= leastLeft
      const isForRight = lone.right[right] === 1 && likeness >= HOPELESS * (most.right[right] as number)
      let link: UnitLink | null = null
      if (isTitle[right] === kind && (isForLeft || isForRight)) {
        link = before?.[i] ?? null
        if (!link || !known.isSame(right)) {
          if (!isAtHand) evidence.take(left)
          isAtHand = true
          link = { left, right, score: evidence.weigh(right) }
        }
        if (isForLeft) keepBest(best, link)
        if (isForRight) keepBest(ofRight[right] as UnitLink[], link)
      }
      all[i] = link
    }
    ofLeft.push(best)
    weighed.push(all)
  }
  memory.keep(sources, most, weighed)
  const links = ofLeft.flat()
  for (const best of ofRight) for (const link of best) if (!ofLeft[link.left]?.includes(link)) links.push(link)
  return links
}

/** Puts a link among the best of a unit, best first; among equals the one that stands first in the text. */
function keepBest(best: UnitLink[], link: UnitLink): void {
  if (best.length < KEPT) best.push(link)
  else if (isBetter(link, best[KEPT - 1] as UnitLink)) best[KEPT - 1] = link
  else return
  for (let at = best.length - 1; at > 0 && isBetter(link, best[at - 1] as UnitLink); at -= 1) {
    best[at] = best[at - 1] as UnitLink
    best[at - 1] = link
  }
}

function isBetter(a: UnitLink, b: UnitLink): boolean {
  return a.score > b.score || (a.score === b.score && a.left + a.right < b.left + b.right)
}

function isHeading(unit: Unit): boolean {
  return unit.level > 0 && unit.title === unit.key && unit.key.length < LONGEST_HEADING
}
