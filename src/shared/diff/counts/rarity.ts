import { Recall } from '../../memory/recall.ts'
import { HashTable } from './hash-table.ts'
import { holds } from './holds.ts'
import type { ShingleIndex } from './shingle-index.ts'
import { distinct, shinglesOf } from './shingles.ts'
import { finestStep } from './steps.ts'

/** What shingles tell is counted in this many parts of one: sums of such numbers are the same in any order. */
const PARTS = 65_536
/** Shingles of the right alone are numbered afresh when there are this many times more of them than at first. */
const MOST_GROWTH = 4
/** Changes kept in mind; whoever has not asked for longer is told that all has changed. */
const MOST_CHANGES = 512

/** A unit of the right side: its shingles that the left knows, ascending, and the others. */
export interface RightSet {
  readonly known: Int32Array
  readonly others: Int32Array
}

/**
 * What each shingle tells in one comparison: the rarer it is on the side that has more of it, the more. Boilerplate
 * (坚持以人民为中心) tells next to nothing. The same whichever side is called left. Holds until the next right side is counted.
 */
export interface Rarity {
  /** By number of the left index. */
  readonly told: Float64Array
  /** What a shingle tells that stands once, or nowhere. */
  readonly full: number
  /** What all shingles of a unit tell. */
  readonly leftWeight: (unit: number) => number
  /** Whether all shingles of a left unit together tell something else than at a version before. */
  readonly weighsAnew: (unit: number, since: number) => boolean
  readonly rightWeight: (set: RightSet) => number
  /** What a shingle tells. */
  readonly of: (shingle: number) => number
  /** Names what all shingles tell now, for `hasChanged` and `tellsAnew` in a later comparison. */
  readonly version: number
  /** Whether any of these numbers of the left index tells something else than it did at a version before. */
  readonly hasChanged: (numbers: Int32Array, since: number) => boolean
  /** The same of any shingles, ascending. */
  readonly tellsAnew: (shingles: Int32Array, since: number) => boolean
}

/**
 * Counts the shingles of right sides. Those of texts met before are not numbered again, and where a right side is the one
 * before with some units changed, only these are counted.
 */
export class ShingleCounter {
  readonly #index: ShingleIndex
  #others = new HashTable(1024)
  #sets = new Recall<RightSet>()
  #afresh = 0
  /** The right side counted last, how often it holds the shingles of the left and the others, and what those of the left tell. */
  #counted: readonly RightSet[] = []
  readonly #known: Int32Array
  #other = new Int32Array(1024)
  readonly #told: Float64Array
  #tell = teller(0)
  /** What all shingles of each left unit tell, and the version they were added up at; -1 before. */
  readonly #weights: Float64Array
  readonly #weighed: Int32Array
  /** The version at which each came to tell what it tells. */
  readonly #reweighed: Int32Array
  /** The shingles that came to tell something else, one behind the other; `#forgotten` older ones are no longer listed. */
  #changes: Change[] = []
  #forgotten = 0

  constructor(index: ShingleIndex) {
    this.#index = index
    this.#known = new Int32Array(index.counts.length)
    this.#told = new Float64Array(index.counts.length)
    this.#weights = new Float64Array(index.sets.length)
    this.#weighed = new Int32Array(index.sets.length).fill(-1)
    this.#reweighed = new Int32Array(index.sets.length)
  }

  setOf(matter: string): RightSet {
    return this.#sets.get(matter, () => this.#number(distinct(shinglesOf(matter, this.#index.width))))
  }

  /** How rare the shingles are in the left side and a right side of these units. */
  count(right: readonly RightSet[]): Rarity {
    const units = finestStep(Math.max(this.#index.sets.length, right.length))
    const touched = this.#countAnew(right)
    if (units === this.#tell.units) {
      for (const id of touched.known) this.#retell(id)
      for (const [id, before] of touched.others) this.#noteOther(id, before)
    } else this.#retellAll(units)
    if (this.#changes.length > MOST_CHANGES) this.#forget()
    return this.#rarity()
  }

  endRound(): void {
    this.#sets.endRound()
    if (this.#afresh === 0) this.#afresh = this.#others.size
    if (this.#others.size <= MOST_GROWTH * (this.#afresh + 1024)) return
    this.#others = new HashTable(1024)
    this.#sets = new Recall()
    this.#afresh = 0
    this.#counted = []
    this.#known.fill(0)
    this.#other.fill(0)
    this.#forget()
  }

  #rarity(): Rarity {
    const { numbers } = this.#index
    const [told, tell, other, others] = [this.#told, this.#tell, this.#other, this.#others]
    return {
      told,
      full: tell.of(1),
      leftWeight: (unit) => this.#leftWeight(unit),
      weighsAnew: (unit, since) => {
        this.#leftWeight(unit)
        return (this.#reweighed[unit] ?? 0) > since
      },
      rightWeight(set) {
        let sum = weigh(set.known, told)
        for (let i = 0; i < set.others.length; i += 1) sum += tell.of(other[set.others[i] as number] as number)
        return sum
      },
      of(shingle) {
        const id = numbers.get(shingle)
        if (id >= 0) return told[id] as number
        const at = others.get(shingle)
        return tell.of(at < 0 ? 1 : (other[at] ?? 0))
      },
      version: this.#forgotten + this.#changes.length,
      hasChanged: (ids, since) => this.#hasChanged(ids, since),
      tellsAnew: (shingles, since) => this.#tellsAnew(shingles, since),
    }
  }

  #leftWeight(unit: number): number {
    const set = this.#index.sets[unit]
    if (!set) return 0
    const [now, since] = [this.#forgotten + this.#changes.length, this.#weighed[unit] as number]
    if (since !== now && (since < 0 || this.#hasChanged(set, since))) {
      this.#weights[unit] = weigh(set, this.#told)
      this.#reweighed[unit] = now
    }
    this.#weighed[unit] = now
    return this.#weights[unit] as number
  }

  #hasChanged(numbers: Int32Array, since: number): boolean {
    if (since < this.#forgotten) return true
    for (let i = since - this.#forgotten; i < this.#changes.length; i += 1) {
      const { id } = this.#changes[i] as Change
      if (id >= 0 && holds(numbers, id)) return true
    }
    return false
  }

  #tellsAnew(shingles: Int32Array, since: number): boolean {
    if (since < this.#forgotten) return true
    for (let i = since - this.#forgotten; i < this.#changes.length; i += 1)
      if (holds(shingles, (this.#changes[i] as Change).shingle)) return true
    return false
  }

  /** Takes what is no longer there out of the counts, and counts what is new. Returns the shingles that were touched. */
  #countAnew(right: readonly RightSet[]): Touched {
    const before = this.#counted
    const least = Math.min(before.length, right.length)
    let head = 0
    while (head < least && before[head] === right[head]) head += 1
    let tail = 0
    while (tail < least - head && before[before.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1
    const touched: Touched = { known: new Set(), others: new Map() }
    if (this.#other.length < this.#others.size) this.#other = enlarged(this.#other, this.#others.size)
    for (let i = head; i < before.length - tail; i += 1) this.#add(before[i] as RightSet, -1, touched)
    for (let i = head; i < right.length - tail; i += 1) this.#add(right[i] as RightSet, 1, touched)
    this.#counted = right
    return touched
  }

  #add({ known, others }: RightSet, times: 1 | -1, touched: Touched): void {
    for (let i = 0; i < known.length; i += 1) {
      const id = known[i] as number
      this.#known[id] = (this.#known[id] as number) + times
      touched.known.add(id)
    }
    for (let i = 0; i < others.length; i += 1) {
      const id = others[i] as number
      const count = this.#other[id] as number
      if (!touched.others.has(id)) touched.others.set(id, count)
      this.#other[id] = count + times
    }
  }

  #retell(id: number): void {
    const told = this.#tell.of(Math.max(this.#index.counts[id] as number, this.#known[id] as number))
    if (told === this.#told[id]) return
    this.#told[id] = told
    this.#changes.push({ id, shingle: this.#index.numbers.keyOf(id) })
  }

  #noteOther(id: number, before: number): void {
    if (this.#tell.of(before) !== this.#tell.of(this.#other[id] as number))
      this.#changes.push({ id: -1, shingle: this.#others.keyOf(id) })
  }

  #retellAll(units: number): void {
    this.#tell = teller(units)
    const { counts } = this.#index
    for (let id = 0; id < counts.length; id += 1)
      this.#told[id] = this.#tell.of(Math.max(counts[id] as number, this.#known[id] as number))
    this.#forget()
  }

  /** From here on nobody is told what changed before. */
  #forget(): void {
    this.#forgotten += this.#changes.length + 1
    this.#changes = []
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

/** A shingle that came to tell something else, and its number in the left index; -1 for one that the left does not know. */
interface Change {
  readonly id: number
  readonly shingle: number
}

/** The shingles of the left that were counted anew, and how often the others were there before. */
interface Touched {
  readonly known: Set<number>
  readonly others: Map<number, number>
}

interface Teller {
  readonly units: number
  /** What a shingle tells that so many units hold. */
  readonly of: (held: number) => number
}

function teller(units: number): Teller {
  const byHolders: number[] = []
  const of = (held: number): number =>
    (byHolders[held] ??= Math.round(PARTS * Math.log2(1 + units / Math.max(1, held))) / PARTS)
  return { units, of }
}

function enlarged(counts: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, 2 * counts.length))
  larger.set(counts)
  return larger
}

function weigh(set: Int32Array, told: Float64Array): number {
  let sum = 0
  for (let i = 0; i < set.length; i += 1) sum += told[set[i] as number] as number
  return sum
}
