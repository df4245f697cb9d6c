import { Recall } from '../memory/recall.ts'
import { HashTable } from './hash-table.ts'
import type { ShingleIndex } from './shingle-index.ts'
import { distinct, shinglesOf } from './shingles.ts'

/** What shingles tell is counted in this many parts of one: sums of such numbers are the same in any order. */
const PARTS = 65_536
/** Shingles of the right alone are numbered afresh when there are this many times more of them than at first. */
const MOST_GROWTH = 4

/** A unit of the right side: its shingles that the left knows, ascending, and the others. */
export interface RightSet {
  readonly known: Int32Array
  readonly others: Int32Array
}

/**
 * What each shingle tells in one comparison: the rarer it is on the side that has more of it, the more. Boilerplate
 * (坚持以人民为中心) tells next to nothing. The same whichever side is called left.
 */
export interface Rarity {
  /** By number of the left index. */
  readonly told: Float64Array
  /** What a shingle tells that stands once, or nowhere. */
  readonly full: number
  /** What all shingles of a unit tell. */
  readonly leftWeight: (unit: number) => number
  readonly rightWeight: (set: RightSet) => number
  /** What a shingle tells. */
  readonly of: (shingle: number) => number
}

/** Counts the shingles of right sides; those of texts met before are not numbered again. */
export class ShingleCounter {
  readonly #index: ShingleIndex
  #others = new HashTable(1024)
  #sets = new Recall<RightSet>()
  #afresh = 0

  constructor(index: ShingleIndex) {
    this.#index = index
  }

  setOf(matter: string): RightSet {
    return this.#sets.get(matter, () => this.#number(distinct(shinglesOf(matter, this.#index.width))))
  }

  /** How rare the shingles are in the left side and a right side of these units. */
  count(right: readonly RightSet[]): Rarity {
    const { counts, sets, numbers } = this.#index
    const [known, other] = [new Int32Array(counts.length), new Int32Array(this.#others.size)]
    for (const set of right) {
      for (let i = 0; i < set.known.length; i += 1)
        known[set.known[i] as number] = (known[set.known[i] as number] ?? 0) + 1
      for (let i = 0; i < set.others.length; i += 1)
        other[set.others[i] as number] = (other[set.others[i] as number] ?? 0) + 1
    }
    const units = Math.max(sets.length, right.length)
    const byHolders: number[] = []
    const tell = (held: number): number =>
      (byHolders[held] ??= Math.round(PARTS * Math.log2(1 + units / Math.max(1, held))) / PARTS)
    const told = new Float64Array(counts.length)
    for (let id = 0; id < told.length; id += 1) told[id] = tell(Math.max(counts[id] as number, known[id] as number))
    const weights = new Float64Array(sets.length).fill(-1)
    const others = this.#others
    return {
      told,
      full: tell(1),
      leftWeight(unit) {
        const before = weights[unit] ?? 0
        if (before >= 0) return before
        const weight = weigh(sets[unit] ?? NOTHING, told)
        weights[unit] = weight
        return weight
      },
      rightWeight(set) {
        let sum = weigh(set.known, told)
        for (let i = 0; i < set.others.length; i += 1) sum += tell(other[set.others[i] as number] as number)
        return sum
      },
      of(shingle) {
        const id = numbers.get(shingle)
        if (id >= 0) return told[id] as number
        const at = others.get(shingle)
        return at < 0 ? tell(1) : tell(other[at] ?? 0)
      },
    }
  }

  endRound(): void {
    this.#sets.endRound()
    if (this.#afresh === 0) this.#afresh = this.#others.size
    if (this.#others.size <= MOST_GROWTH * (this.#afresh + 1024)) return
    this.#others = new HashTable(1024)
    this.#sets = new Recall()
    this.#afresh = 0
  }

  #number(set: Int32Array): RightSet {
    const [known, others] = [new Int32Array(set.length), new Int32Array(set.length)]
    let [k, o] = [0, 0]
    for (let i = 0; i < set.length; i += 1) {
      const id = this.#index.numbers.get(set[i] as number)
      if (id >= 0) known[k++] = id
      else others[o++] = this.#others.add(set[i] as number)
    }
    return { known: known.slice(0, k).sort(), others: others.slice(0, o) }
  }
}

const NOTHING = new Int32Array(0)

function weigh(set: Int32Array, told: Float64Array): number {
  let sum = 0
  for (let i = 0; i < set.length; i += 1) sum += told[set[i] as number] as number
  return sum
}
