import { Recall } from '../memory/recall.ts'
import type { ShingleIndex } from './shingle-index.ts'
import { shinglesOf } from './shingles.ts'
import type { Unit } from './unit.ts'

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

/** What units of one left side and of right sides leave over of each other; the same two are asked for again and again. */
export class SpareMemory {
  readonly none: Spares = { left: NO_SPARE, right: NO_SPARE }
  readonly #index: ShingleIndex
  readonly #spares = new Recall<Spares>()

  constructor(index: ShingleIndex) {
    this.#index = index
  }

  /** What two units leave over; all of the one where the other is missing. */
  between(left: Unit | undefined, right: Unit | undefined): Spares {
    return this.#spares.get(`${left?.index}\n${right ? `+${right.key}` : ''}`, () => {
      const shingles = (unit: Unit | undefined): Int32Array =>
        unit ? shinglesOf(unit.key, this.#index.width) : NO_SPARE.shingles
      return cancelled(shingles(left), shingles(right), this.#index)
    })
  }

  endRound(): void {
    this.#spares.endRound()
  }
}

/** What some rows leave over together. */
export function leftOver(left: readonly Spare[], right: readonly Spare[], index: ShingleIndex): Spares {
  const shingles = (spares: readonly Spare[]): Int32Array => together(spares.map((spare) => spare.shingles))
  return cancelled(shingles(left), shingles(right), index)
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
function cancelled(left: Int32Array, right: Int32Array, index: ShingleIndex): Spares {
  if (left.length === 0 || right.length === 0) return { left: toSpare(left, index), right: toSpare(right, index) }
  const [spareLeft, spareRight] = [new Int32Array(left.length), new Int32Array(right.length)]
  let [i, j, l, r] = [0, 0, 0, 0]
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i] ?? Number.POSITIVE_INFINITY, right[j] ?? Number.POSITIVE_INFINITY]
    if (a <= b) i += 1
    if (b <= a) j += 1
    if (a < b) spareLeft[l++] = a
    if (b < a) spareRight[r++] = b
  }
  return { left: toSpare(spareLeft.slice(0, l), index), right: toSpare(spareRight.slice(0, r), index) }
}

function toSpare(shingles: Int32Array, { numbers, rarity, fullRarity }: ShingleIndex): Spare {
  if (shingles.length === 0) return NO_SPARE
  let weight = 0
  for (const shingle of shingles) {
    const id = numbers.get(shingle)
    weight += id < 0 ? fullRarity : (rarity[id] as number)
  }
  return { shingles, weight }
}
