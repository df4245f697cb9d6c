import type { Unit } from '../units/unit.ts'
import { BestLinks } from './best-links.ts'
import type { LinkMemory } from './link-memory.ts'
import type { Side } from './topic-index.ts'
import { type EvidenceSources, UnitEvidence } from './unit-evidence.ts'
import type { UnitLinks } from './unit-links.ts'

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
): UnitLinks {
  const { units } = sources.sides
  const evidence = new UnitEvidence(sources)
  const { most } = evidence
  const known = memory.against(sources, most)
  const isTitle = Uint8Array.from(units.right, (unit) => (isHeading(unit) ? 1 : 0))
  const leastRight = leastOf(lone.right, most.right)
  const leastLeft = leastOf(lone.left, most.left)
  const best = { left: new BestLinks(units.left.length, KEPT), right: new BestLinks(units.right.length, KEPT) }
  const scores = sources.rows.map((row, left): Float64Array => {
    const before = known.of(left)
    const kind = isHeading(units.left[left]) ? 1 : 0
    const least = leastLeft[left] as number
    let weighed = before
    const weigh = (i: number, score: number): void => {
      if (weighed === null || weighed === before)
        weighed = before?.slice() ?? new Float64Array(row.units.length).fill(Number.NaN)
      weighed[i] = score
    }
    for (let i = 0; i < row.units.length; i += 1) {
      const right = row.units[i] as number
      const likeness = row.likeness[i] as number
      const isForLeft = likeness >= least
      const isForRight = likeness >= (leastRight[right] as number)
      let score = before?.[i] ?? Number.NaN
      const isKnown = !Number.isNaN(score) && known.isSame(right)
      if (isTitle[right] !== kind || (!isForLeft && !isForRight)) {
        if (!isKnown && !Number.isNaN(score)) weigh(i, Number.NaN)
        continue
      }
      if (!isKnown) {
        score = evidence.weigh(left, right, likeness)
        weigh(i, score)
      }
      if (isForLeft) best.left.keep(left, right, score)
      if (isForRight) best.right.keep(right, left, score)
    }
    return weighed ?? NONE
  })
  memory.keep(sources, most, scores)
  return listLinks(best)
}

const NONE = new Float64Array(0)

/** From how alike on each unit without partner looks at another. */
function leastOf(lone: Uint8Array, most: Float64Array): Float64Array {
  return most.map((alike, unit) => (lone[unit] === 1 ? HOPELESS * alike : Number.POSITIVE_INFINITY))
}

/** The links of left units, then those that are among the best of their right unit alone. */
function listLinks(best: Readonly<Record<Side, BestLinks>>): UnitLinks {
  const most = best.left.size + best.right.size
  const links = { left: new Int32Array(most), right: new Int32Array(most), score: new Float64Array(most) }
  let count = 0
  const add = (left: number, right: number, score: number): void => {
    links.left[count] = left
    links.right[count] = right
    links.score[count++] = score
  }
  best.left.forEach(add)
  best.right.forEach((right, left, score) => {
    if (!best.left.has(left, right)) add(left, right, score)
  })
  return {
    left: links.left.subarray(0, count),
    right: links.right.subarray(0, count),
    score: links.score.subarray(0, count),
  }
}

function isHeading(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.level > 0 && unit.title === unit.key && unit.key.length < LONGEST_HEADING
}
