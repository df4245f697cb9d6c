import { weighShared } from '../counts/shingle-index.ts'

/** Weights are whole numbers of this many parts of one, so that their sums are the same in any order. */
export const PARTS = 65_536
/** Part of a unit's length that counts against it: what is long shares more by chance, but says more as well. */
const LENGTH = 0.4

/** What the units of one side hold. */
export interface WeighedSide {
  /** What each unit holds, by number, ascending. Units that take no part hold nothing. */
  readonly sets: readonly Int32Array[]
  /** What stands against each unit for its length. */
  readonly norms: Float64Array
}

/** What the units of both sides hold (topics, characters), and how much each tells; the same whichever side is called left. */
export interface Weighed {
  readonly left: WeighedSide
  readonly right: WeighedSide
  /** What it tells that two units share something, by number. */
  readonly weights: Float64Array
}

/**
 * What stands against units for their length. So many things as rare as can be, shared by two units of `average` length, make them
 * alike by one: `full`.
 */
export function normsOf(sets: readonly Int32Array[], average: number, full: number): Float64Array {
  const norms = new Float64Array(sets.length)
  for (let unit = 0; unit < sets.length; unit += 1) {
    const { length } = sets[unit] as Int32Array
    norms[unit] = Math.sqrt(PARTS * full * (1 - LENGTH + (LENGTH * length) / average))
  }
  return norms
}

/** How alike two units are, one of each side, 0–1 and rarely more. */
export function weighTogether({ left, right, weights }: Weighed, leftUnit: number, rightUnit: number): number {
  const shared = weighShared(left.sets[leftUnit] ?? NOTHING, right.sets[rightUnit] ?? NOTHING, weights)
  return shared === 0 ? 0 : shared / ((left.norms[leftUnit] as number) * (right.norms[rightUnit] as number))
}

const NOTHING = new Int32Array(0)
