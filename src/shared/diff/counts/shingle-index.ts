import { HashTable } from './hash-table.ts'
import { listHolders } from './holders.ts'
import { distinct, shinglesOf } from './shingles.ts'

/** A shingle held by more units than this is boilerplate and calls no candidates. */
const COMMON = 40

/** The shingles of one side, made once and asked for every unit of the other. Knows nothing of the other side. */
export interface ShingleIndex {
  readonly width: number
  readonly numbers: HashTable
  /** The shingles of each unit by number, ascending, each once. */
  readonly sets: readonly Int32Array[]
  /** How many units hold each shingle. */
  readonly counts: Int32Array
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
  return { width, numbers, sets, counts, ...listHolders(sets, counts, COMMON) }
}

/** What two sets of shingles have in common, by what each shingle tells. */
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

/** Adds up over the units of an index what they share with one unit; kept between questions to spare the allocation. */
export class Gatherer {
  private readonly sums: Float64Array
  private readonly index: ShingleIndex

  constructor(index: ShingleIndex) {
    this.index = index
    this.sums = new Float64Array(index.sets.length)
  }

  /** The units that share most by shingles rare in the index, at most `most`, best first. `known` are numbers of the index. */
  candidates(known: Int32Array, most: number): readonly number[] {
    const { holders, holdersFrom, counts, sets } = this.index
    const met: number[] = []
    for (const id of known) {
      const told = Math.log2(1 + sets.length / (counts[id] as number))
      for (let at = holdersFrom[id] as number; at < (holdersFrom[id + 1] as number); at += 1) {
        const unit = holders[at] as number
        if (this.sums[unit] === 0) met.push(unit)
        this.sums[unit] = (this.sums[unit] as number) + told
      }
    }
    const best = this.strongest(met, most)
    for (const unit of met) this.sums[unit] = 0
    return best
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
