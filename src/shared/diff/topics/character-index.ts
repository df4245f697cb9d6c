import { step } from '../counts/steps.ts'
import type { Unit } from '../units/unit.ts'
import { countHolders, NOTHING, rarityOf, type Side, type TopicNumbers } from './topic-index.ts'

/** So many characters as rare as can be, shared by two units of middling length, make them alike by one. */
const FULL = 20
/** Part of a unit's length that counts against it. */
const LENGTH = 0.4
/** Weights are whole numbers of this many parts of one. */
const PARTS = 65_536

/** The characters of the units of one side. Units that take no part have none. */
export interface SideCharacters {
  /** Characters of each unit by number, ascending. */
  readonly sets: readonly Int32Array[]
  /** What stands against each unit for its length. */
  readonly norms: Float64Array
}

/** The characters of both sides and how much each tells; the same whichever side is called left. */
export interface CharacterIndex {
  readonly left: SideCharacters
  readonly right: SideCharacters
  /** What it tells that two units share a character, by number; whole numbers. */
  readonly weights: Float64Array
}

/**
 * The index of the units that take part, chosen by `isIn`. A character tells its rarity, not the square of it as a topic does: there
 * are few that are rare.
 */
export function indexCharacters(
  left: readonly Unit[],
  right: readonly Unit[],
  isIn: (side: Side, unit: Unit) => boolean,
  numbers: TopicNumbers,
): CharacterIndex {
  const read = (side: Side, units: readonly Unit[]): Int32Array[] =>
    units.map((unit) => (isIn(side, unit) ? numbers.setOf(unit.key) : NOTHING))
  const sets = { left: read('left', left), right: read('right', right) }
  const counts = countHolders([...sets.left, ...sets.right], numbers.size)
  const [units, all] = [countUnits(sets.left) + countUnits(sets.right), countAll(sets.left) + countAll(sets.right)]
  const rarity = rarityOf(units)
  const weights = Float64Array.from(counts, (held) => (held === 0 ? 0 : Math.round(PARTS * rarity(held))))
  const average = step(Math.max(1, all / Math.max(1, units)))
  const side = (name: Side): SideCharacters => ({
    sets: sets[name],
    norms: Float64Array.from(sets[name], (set) =>
      Math.sqrt(PARTS * FULL * (1 - LENGTH + (LENGTH * set.length) / average)),
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
