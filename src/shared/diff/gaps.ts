import type { Link } from './chain.ts'
import { distinct, shinglesOf } from './shingles.ts'
import type { Unit } from './unit.ts'

/** Cells of the table below which a gap is solved whole; above, only its two ends are. */
const CELLS = 40_000
/** Share of character pairs from which on two units between the same neighbours are one unit rewritten. */
const ALIKE_IN_PLACE = 0.4

/** The best ordered pairing of the units of one gap, by the character pairs they share. */
export function pairWithin(left: readonly Unit[], right: readonly Unit[]): Link[] {
  if (left.length * right.length > CELLS) return []
  const scores = scoreAll(left, right)
  const width = right.length + 1
  const best = new Float64Array((left.length + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  const score = (i: number, j: number): number => scores[i * right.length + j] ?? 0
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const paired = score(i, j) > 0 ? score(i, j) + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }
  const links: Link[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const s = score(i, j)
    if (s > 0 && at(i, j) === s + at(i + 1, j + 1)) {
      links.push({
        left: left[i]?.index ?? 0,
        right: right[j]?.index ?? 0,
        weight: s,
        shared: s,
        score: s,
        contained: s,
      })
      i += 1
      j += 1
    } else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return links
}

/** Dice's coefficient over character pairs, weighted up for long units so that a paragraph outweighs a heading; 0 for strangers. */
function scoreAll(left: readonly Unit[], right: readonly Unit[]): Float64Array {
  const leftPairs = left.map((unit) => characterPairs(unit.matter))
  const rightPairs = right.map((unit) => characterPairs(unit.matter))
  const scores = new Float64Array(left.length * right.length)
  for (const [i, a] of leftPairs.entries()) {
    for (const [j, b] of rightPairs.entries()) {
      if (2 * Math.min(a.length, b.length) < ALIKE_IN_PLACE * (a.length + b.length)) continue
      const shared = countShared(a, b)
      const dice = (2 * shared) / Math.max(1, a.length + b.length)
      const comparable = isHeading(left[i]) === isHeading(right[j])
      scores[i * right.length + j] = dice >= ALIKE_IN_PLACE && comparable ? dice * (1 + shared) : 0
    }
  }
  return scores
}

function isHeading(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.level > 0
}

function characterPairs(matter: string): Int32Array {
  return distinct(shinglesOf(matter, 2))
}

function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0
  let j = 0
  for (let i = 0; i < a.length; i += 1) {
    const pair = a[i] as number
    while (j < b.length && (b[j] as number) < pair) j += 1
    if (j === b.length) break
    if (b[j] === pair) shared += 1
  }
  return shared
}
