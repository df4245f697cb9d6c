import { step } from '../counts/steps.ts'
import type { Unit } from '../units/unit.ts'
import { countHolders, NOTHING, rarityOf, type Side, type TopicNumbers } from './topic-index.ts'

/** Part of a unit's length that counts against it. */
const LENGTH = 0.4
/** Weights are whole numbers of this many parts of one. */
const PARTS = 65_536

/** What the units of one side say, word by word or character by character. Units that take no part say nothing. */
export interface SideWords {
  /** Words of each unit by number, ascending. */
  readonly sets: readonly Int32Array[]
  /** What stands against each unit for its length. */
  readonly norms: Float64Array
}

/** The words (or characters) of both sides and how much each tells; the same whichever side is called left. */
export interface WordIndex {
  readonly left: SideWords
  readonly right: SideWords
  /** What it tells that two units share a word, by number; whole numbers. */
  readonly weights: Float64Array
}

/**
 * The index of the units that take part, chosen by `isIn`. A word tells its rarity, not the square of it as a topic does: what two
 * units say of one matter in other sentences are common words as well. So many words as rare as can be, shared by two units of
 * middling length, make them alike by one: `full`.
 */
export function indexWords(
  left: readonly Unit[],
  right: readonly Unit[],
  isIn: (side: Side, unit: Unit) => boolean,
  numbers: TopicNumbers,
  full: number,
): WordIndex {
  const read = (side: Side, units: readonly Unit[]): Int32Array[] =>
    units.map((unit) => (isIn(side, unit) ? numbers.setOf(unit.key) : NOTHING))
  const sets = { left: read('left', left), right: read('right', right) }
  const counts = countHolders([...sets.left, ...sets.right], numbers.size)
  const [units, words] = [countUnits(sets.left) + countUnits(sets.right), countAll(sets.left) + countAll(sets.right)]
  const rarity = rarityOf(units)
  const weights = Float64Array.from(counts, (held) => (held === 0 ? 0 : Math.round(PARTS * rarity(held))))
  const average = step(Math.max(1, words / Math.max(1, units)))
  const side = (name: Side): SideWords => ({
    sets: sets[name],
    norms: Float64Array.from(sets[name], (set) =>
      Math.sqrt(PARTS * full * (1 - LENGTH + (LENGTH * set.length) / average)),
    ),
  })
  return { left: side('left'), right: side('right'), weights }
}

function countUnits(sets: readonly Int32Array[]): number {
  return sets.filter((set) => set.length > 0).length
}

function countAll(sets: readonly Int32Array[]): number {
  return sets.reduce((total, set) => total + set.length, 0)
}
