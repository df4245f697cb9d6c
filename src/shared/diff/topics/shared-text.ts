import { distinct, shinglesOf } from '../counts/shingles.ts'
import type { Unit } from '../units/unit.ts'

/** Characters of a stretch that is looked for in the other unit. */
const WIDTH = 4

/** How much of the shorter of two units stands in the other, stretch by stretch of four characters: 0–1. */
export function sharedText(a: Unit, b: Unit): number {
  const [ours, theirs] = [a, b].map((unit) => new Set(distinct(shinglesOf(unit.matter, WIDTH))))
  if (ours === undefined || theirs === undefined) return 0
  let shared = 0
  for (const stretch of ours) if (theirs.has(stretch)) shared += 1
  return shared / Math.max(1, Math.min(ours.size, theirs.size))
}
