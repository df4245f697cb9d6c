import { Recall } from '../../memory/recall.ts'
import type { Rarity } from '../counts/rarity.ts'
import { shinglesOf } from '../counts/shingles.ts'
import type { Unit } from '../units/unit.ts'

/** Shingles of one side that the other side of the row does not have, and what they weigh. */
export interface Spare {
  readonly shingles: Int32Array
  readonly weight: number
}

/** What the two sides of a row have that the other does not. */
export interface Spares {
  readonly left: Spare
  readonly right: Spare
}

export const NO_SPARE: Spare = { shingles: new Int32Array(0), weight: 0 }

/** Shingles left over, before it is known what they tell. */
interface LeftOver {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** What two units leave over, weighed by what shingles told at a version of the rarity. */
interface Weighed {
  spares: Spares
  version: number
}

/** What units of one left side and of right sides of one `UnitTexts` leave over of each other; the same two are asked for again and again. */
export class SpareMemory {
  readonly #width: number
  readonly #known = new Recall<Weighed, number>()

  constructor(width: number) {
    this.#width = width
  }

  /** What two units leave over; all of the one where the other is missing. */
  between(left: Unit | undefined, right: Unit | undefined, rarity: Rarity): Spares {
    const shinglesIn = (unit: Unit | undefined): Int32Array =>
      unit ? shinglesOf(unit.key, this.#width) : NO_SPARE.shingles
    const known = this.#known.get(keyOf(left, right), () => ({
      spares: weighed(cancelled(shinglesIn(left), shinglesIn(right)), rarity),
      version: rarity.version,
    }))
    if (known.version !== rarity.version) {
      const { left: own, right: other } = known.spares
      const isStale = rarity.tellsAnew(own.shingles, known.version) || rarity.tellsAnew(other.shingles, known.version)
      if (isStale) known.spares = weighed({ left: own.shingles, right: other.shingles }, rarity)
      known.version = rarity.version
    }
    return known.spares
  }

  endRound(): void {
    this.#known.endRound()
  }
}

/** One whole number for two units, of which one may be missing; both sides have far fewer than there are numbers. */
function keyOf(left: Unit | undefined, right: Unit | undefined): number {
  return (left ? left.index + 1 : 0) * MOST_UNITS + (right ? right.id + 1 : 0)
}

const MOST_UNITS = 2 ** 28

/** What some rows leave over together. */
export function leftOver(left: readonly Spare[], right: readonly Spare[], rarity: Rarity): Spares {
  const shingles = (spares: readonly Spare[]): Int32Array => together(spares.map((spare) => spare.shingles))
  return weighed(cancelled(shingles(left), shingles(right)), rarity)
}

function weighed({ left, right }: LeftOver, rarity: Rarity): Spares {
  return { left: toSpare(left, rarity), right: toSpare(right, rarity) }
}

function together(lists: readonly Int32Array[]): Int32Array {
  const [only] = lists
  if (only && lists.length === 1) return only
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

/** Takes away from two ascending lists what they have in common, as often as both have it. */
function cancelled(left: Int32Array, right: Int32Array): LeftOver {
  if (left.length === 0 || right.length === 0) return { left, right }
  const [spareLeft, spareRight] = [new Int32Array(left.length), new Int32Array(right.length)]
  let [i, j, l, r] = [0, 0, 0, 0]
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i] ?? Number.POSITIVE_INFINITY, right[j] ?? Number.POSITIVE_INFINITY]
    if (a <= b) i += 1
    if (b <= a) j += 1
    if (a < b) spareLeft[l++] = a
    if (b < a) spareRight[r++] = b
  }
  return { left: spareLeft.slice(0, l), right: spareRight.slice(0, r) }
}

function toSpare(shingles: Int32Array, rarity: Rarity): Spare {
  if (shingles.length === 0) return NO_SPARE
  let weight = 0
  for (const shingle of shingles) weight += rarity.of(shingle)
  return { shingles, weight }
}
