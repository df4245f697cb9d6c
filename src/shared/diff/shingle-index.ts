import { HashTable } from './hash-table.ts'
import { distinct, shinglesOf } from './shingles.ts'

/** A shingle held by more units than this is boilerplate and calls no candidates. */
const COMMON = 40

/**
 * The shingles of one side, made once and asked for every unit of the other. What a shingle tells is decided by this side
 * alone: so the answer for a unit of the other side depends on nothing but that unit, and stays true while others are edited.
 */
export interface ShingleIndex {
  readonly width: number
  readonly numbers: HashTable
  /** The shingles of each unit by number, ascending, each once. */
  readonly sets: readonly Int32Array[]
  /** What each unit's shingles tell in all. */
  readonly weights: Float64Array
  /** Rarity by number: log2(1 + units / units that hold it). Boilerplate (坚持以人民为中心) weighs next to nothing. */
  readonly rarity: Float64Array
  /** Rarity of a shingle that one unit alone holds, or none. */
  readonly fullRarity: number
  /** Units that hold each shingle, one list behind the other; boilerplate has none. */
  readonly holders: Int32Array
  readonly holdersFrom: Int32Array
}

/** The index of the units with these comparison keys. */
export function indexKeys(keys: readonly string[], width: number): ShingleIndex {
  const numbers = new HashTable(keys.reduce((sum, key) => sum + key.length, 0) / 2)
  const sets = keys.map((key) => {
    const set = distinct(shinglesOf(key, width))
    const ids = new Int32Array(set.length)
    for (let i = 0; i < set.length; i += 1) ids[i] = numbers.add(set[i] as number)
    return ids.sort()
  })
  const counts = new Int32Array(numbers.size)
  for (const set of sets) for (const id of set) counts[id] = (counts[id] as number) + 1
  const rarity = new Float64Array(numbers.size)
  for (let id = 0; id < rarity.length; id += 1) rarity[id] = Math.log2(1 + keys.length / (counts[id] as number))
  const weights = Float64Array.from(sets, (set) => weigh(set, rarity))
  return { width, numbers, sets, weights, rarity, fullRarity: Math.log2(1 + keys.length), ...listHolders(sets, counts) }
}

function weigh(set: Int32Array, rarity: Float64Array): number {
  let sum = 0
  for (let i = 0; i < set.length; i += 1) sum += rarity[set[i] as number] as number
  return sum
}

function listHolders(sets: readonly Int32Array[], counts: Int32Array): Pick<ShingleIndex, 'holders' | 'holdersFrom'> {
  const holdersFrom = new Int32Array(counts.length + 1)
  for (let id = 0; id < counts.length; id += 1) {
    const count = counts[id] as number
    holdersFrom[id + 1] = (holdersFrom[id] as number) + (count > COMMON ? 0 : count)
  }
  const holders = new Int32Array(holdersFrom[counts.length] as number)
  const next = holdersFrom.slice(0, -1)
  for (const [unit, set] of sets.entries()) {
    for (const id of set) {
      if ((counts[id] as number) > COMMON) continue
      const at = next[id] as number
      holders[at] = unit
      next[id] = at + 1
    }
  }
  return { holders, holdersFrom }
}

/** A unit of the other side as the index sees it. */
export interface Asked {
  /** Its shingles that the index knows, ascending, each once. */
  readonly known: Int32Array
  /** What all its shingles tell. */
  readonly weight: number
}

export function askFor(index: ShingleIndex, key: string): Asked {
  const set = distinct(shinglesOf(key, index.width))
  const known = new Int32Array(set.length)
  let count = 0
  for (const shingle of set) {
    const id = index.numbers.get(shingle)
    if (id >= 0) known[count++] = id
  }
  const ids = known.slice(0, count).sort()
  return { known: ids, weight: weigh(ids, index.rarity) + (set.length - count) * index.fullRarity }
}

/** What a unit of the index and one of the other side have in common. */
export function weighShared(a: Int32Array, b: Int32Array, rarity: Float64Array): number {
  let sum = 0
  let j = 0
  for (let i = 0; i < a.length; i += 1) {
    const id = a[i] as number
    while (j < b.length && (b[j] as number) < id) j += 1
    if (j === b.length) break
    if (b[j] === id) sum += rarity[id] as number
  }
  return sum
}

/** A unit of the index that shares rare shingles with the one asked for. */
export interface Candidate {
  readonly unit: number
  readonly shared: number
}

/** Adds up over the units of an index what they share with one unit; kept between questions to spare the allocation. */
export class Gatherer {
  private readonly sums: Float64Array
  private readonly index: ShingleIndex

  constructor(index: ShingleIndex) {
    this.index = index
    this.sums = new Float64Array(index.sets.length)
  }

  /** The units that share most by rare shingles, at most `most`, best first, with what they share by all. */
  candidates({ known }: Asked, most: number): Candidate[] {
    const { holders, holdersFrom, rarity, sets } = this.index
    const met: number[] = []
    for (const id of known) {
      const told = rarity[id] as number
      for (let at = holdersFrom[id] as number; at < (holdersFrom[id + 1] as number); at += 1) {
        const unit = holders[at] as number
        if (this.sums[unit] === 0) met.push(unit)
        this.sums[unit] = (this.sums[unit] as number) + told
      }
    }
    const best = this.strongest(met, most)
    for (const unit of met) this.sums[unit] = 0
    return best.map((unit) => ({ unit, shared: weighShared(sets[unit] ?? known, known, rarity) }))
  }

  private strongest(met: readonly number[], most: number): number[] {
    const byStrength = (a: number, b: number): number => (this.sums[b] as number) - (this.sums[a] as number) || a - b
    if (met.length <= most) return [...met].sort(byStrength)
    const best: number[] = []
    for (const unit of met) {
      if (best.length === most && byStrength(unit, best[most - 1] as number) > 0) continue
      let at = Math.min(best.length, most - 1)
      while (at > 0 && byStrength(unit, best[at - 1] as number) < 0) {
        best[at] = best[at - 1] as number
        at -= 1
      }
      best[at] = unit
    }
    return best
  }
}
