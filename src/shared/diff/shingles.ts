import type { Unit } from './unit.ts'

/** Characters in a row that make one shingle. Three tell Chinese phrases apart and survive a word changed nearby. */
const WIDTH = 3

/** The shingles of each unit, ascending, as often as they occur, and what each shingle tells about its unit. */
export interface Fingerprints {
  readonly left: readonly Int32Array[]
  readonly right: readonly Int32Array[]
  /** Rarity by shingle: log2(1 + units / units that hold it), taken on the side where it is commoner. */
  readonly rarity: Float64Array
  /** Rarity of a shingle that one unit alone holds. */
  readonly fullRarity: number
  readonly leftCounts: Int32Array
  readonly rightCounts: Int32Array
}

/**
 * Shingles of all units of both sides. Numbers count as one character, so a changed figure makes nobody a stranger;
 * what stands in every second paragraph (坚持以人民为中心) weighs next to nothing.
 */
export function fingerprint(left: readonly Unit[], right: readonly Unit[]): Fingerprints {
  const ids = new ShingleIds()
  const leftSets = left.map((unit) => ids.of(unit.key))
  const rightSets = right.map((unit) => ids.of(unit.key))
  const leftCounts = countHolders(leftSets, ids.size)
  const rightCounts = countHolders(rightSets, ids.size)
  const units = Math.max(left.length, right.length)
  const rarity = new Float64Array(ids.size)
  for (let id = 0; id < ids.size; id += 1) {
    rarity[id] = Math.log2(1 + units / Math.max(leftCounts[id] ?? 0, rightCounts[id] ?? 0))
  }
  return { left: leftSets, right: rightSets, rarity, fullRarity: Math.log2(1 + units), leftCounts, rightCounts }
}

function countHolders(sets: readonly Int32Array[], size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const set of sets) {
    for (let i = 0; i < set.length; i += 1) {
      const id = set[i] ?? 0
      if (id !== set[i - 1]) counts[id] = (counts[id] ?? 0) + 1
    }
  }
  return counts
}

/** What a list of shingles tells in all. */
export function weigh(set: Int32Array, rarity: Float64Array): number {
  let sum = 0
  for (const id of set) sum += rarity[id] ?? 0
  return sum
}

/** What two ascending lists of shingles have in common. */
export function weighShared(a: Int32Array, b: Int32Array, rarity: Float64Array): number {
  let sum = 0
  let j = 0
  for (const id of a) {
    while (j < b.length && (b[j] ?? 0) < id) j += 1
    if (j === b.length) break
    if (b[j] !== id) continue
    sum += rarity[id] ?? 0
    j += 1
  }
  return sum
}

/** Numbers the shingles in the order in which they are met. */
class ShingleIds {
  private readonly known = new Map<number, number>()

  get size(): number {
    return this.known.size
  }

  /** The shingles of a key, ascending, repeated ones repeated. A key shorter than a shingle is one shingle. */
  of(key: string): Int32Array {
    const codes = numbersAsOne(key)
    const ids: number[] = []
    const width = Math.min(WIDTH, codes.length)
    for (let i = 0; i + width <= codes.length; i += 1) {
      let hash = width
      for (let k = i; k < i + width; k += 1) hash = Math.imul(hash ^ (codes[k] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
      ids.push(this.idOf(hash))
    }
    return Int32Array.from(ids).sort()
  }

  private idOf(hash: number): number {
    const id = this.known.get(hash)
    if (id !== undefined) return id
    this.known.set(hash, this.known.size)
    return this.known.size - 1
  }
}

const ZERO = 48
const NINE = 57

/** The key as UTF-16 units, with each run of digits (and a decimal point or comma inside it) as a single 0. */
function numbersAsOne(key: string): number[] {
  const codes: number[] = []
  let inNumber = false
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    if (isDigit(code)) {
      if (!inNumber) codes.push(ZERO)
      inNumber = true
    } else if (!(inNumber && (code === 46 || code === 44) && isDigit(key.charCodeAt(i + 1)))) {
      codes.push(code)
      inNumber = false
    }
  }
  return codes
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}
