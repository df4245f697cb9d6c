import { Recall } from '../../memory/recall.ts'
import { HashTable } from '../counts/hash-table.ts'
import { listHolders } from '../counts/holders.ts'
import { fineStep, step } from '../counts/steps.ts'
import type { Unit } from '../units/unit.ts'
import type { CharacterIndex } from './character-index.ts'
import { topicsOf } from './topics.ts'

/** A topic held by more units of a side than this calls none of them. */
const COMMON = 80
/** So many topics as rare as can be, shared by two units of middling length, make them alike by one. */
const FULL = 35
/** Part of a unit's length that counts against it: what is long shares more by chance, but says more as well. */
const LENGTH = 0.4

export type Side = 'left' | 'right'

/** What the units of one side are about. Units that take no part have no topics. */
export interface SideTopics {
  /** Topics of each unit by number, ascending. */
  readonly sets: readonly Int32Array[]
  /** What stands against each unit for its length. */
  readonly norms: Float64Array
  readonly holders: Int32Array
  readonly holdersFrom: Int32Array
}

/** What the units of both sides are about, and how much each topic tells; the same whichever side is called left. */
export interface TopicIndex {
  readonly left: SideTopics
  readonly right: SideTopics
  /** What it tells that two units share a topic, by number; whole numbers. */
  readonly weights: Float64Array
  /** What a topic tells of a section, by number; whole numbers. Sections say much, and are told apart by what is rare. */
  readonly telling: Float64Array
  /** The topics of part of a unit that takes part, by number, ascending. */
  readonly topicsOf: (part: string) => Int32Array
}

/**
 * The topics of texts by number, kept from comparison to comparison. The numbers depend on what was met first; nothing else
 * does, because topics weigh whole numbers, whose sums are the same in any order.
 */
export class TopicNumbers {
  readonly #read: (key: string) => Int32Array
  #numbers = new HashTable(1024)
  #sets = new Recall<Int32Array>()
  #afresh = 0

  /** `read` gives what a text is about as numbers; by default its topics. */
  constructor(read: (key: string) => Int32Array = topicsOf) {
    this.#read = read
  }

  get size(): number {
    return this.#numbers.size
  }

  /** The topics of a text, ascending. */
  setOf(key: string): Int32Array {
    return this.#sets.get(key, () => numberTopics(this.#read(key), this.#numbers))
  }

  /** Begins afresh when most numbers are of topics that were typed and taken back. */
  endRound(): void {
    this.#sets.endRound()
    if (this.#afresh === 0) this.#afresh = this.size
    if (this.size <= MOST_GROWTH * this.#afresh + MOST_GROWTH * 1024) return
    this.#numbers = new HashTable(1024)
    this.#sets = new Recall()
    this.#afresh = 0
  }
}

const MOST_GROWTH = 4
/** Weights are whole numbers of this many parts of one. */
const PARTS = 65_536
/** And of so many where two of them make a weight. */
const ROOT_PARTS = 256

/** The index of the units that take part, chosen by `isIn`; all others are as if they were not there. */
export function indexTopics(
  left: readonly Unit[],
  right: readonly Unit[],
  isIn: (side: Side, unit: Unit) => boolean,
  numbers = new TopicNumbers(),
): TopicIndex {
  const read = (side: Side, units: readonly Unit[]): Int32Array[] =>
    units.map((unit) => (isIn(side, unit) ? numbers.setOf(unit.key) : NOTHING))
  const sets = { left: read('left', left), right: read('right', right) }
  const counts = { left: countHolders(sets.left, numbers.size), right: countHolders(sets.right, numbers.size) }
  const units = [...sets.left, ...sets.right].filter((set) => set.length > 0).length
  const { weights, telling } = weighTopics(counts, units)
  const average = step(Math.max(1, (countAll(sets.left) + countAll(sets.right)) / Math.max(1, units)))
  const side = (name: Side): SideTopics => ({
    sets: sets[name],
    norms: Float64Array.from(sets[name], (set) =>
      Math.sqrt(PARTS * FULL * (1 - LENGTH + (LENGTH * set.length) / average)),
    ),
    ...listHolders(sets[name], counts[name], COMMON),
  })
  return { left: side('left'), right: side('right'), weights, telling, topicsOf: (part) => numbers.setOf(part) }
}

/**
 * What each topic tells by how many units hold it, 0 where none does: the inverse frequency to a power, the rarest telling one.
 * Both counts move in steps.
 */
function weighTopics(
  counts: Readonly<Record<Side, Int32Array>>,
  units: number,
): Pick<TopicIndex, 'weights' | 'telling'> {
  const rarityBy = rarityOf(units)
  const weights = new Float64Array(counts.left.length)
  const telling = new Float64Array(counts.left.length)
  for (let id = 0; id < weights.length; id += 1) {
    const held = (counts.left[id] as number) + (counts.right[id] as number)
    if (held === 0) continue
    const rarity = rarityBy(held)
    weights[id] = Math.round(PARTS * rarity ** 2)
    telling[id] = Math.round(ROOT_PARTS * rarity ** TELLING)
  }
  return { weights, telling }
}

/** How rare it is, 0–1, to be held by so many of `units` units: the inverse frequency. Both counts move in steps. */
export function rarityOf(units: number): (held: number) => number {
  const all = step(units)
  const known: number[] = []
  return (held) => (known[held] ??= Math.log(1 + all / fineStep(held)) / Math.log(1 + all))
}

/** A topic tells its rarity to this power of a section. */
const TELLING = 1.6

export const NOTHING = new Int32Array(0)

/** Topics by number, ascending, each once. Writes over the topics given. */
function numberTopics(topics: Int32Array, numbers: HashTable): Int32Array {
  for (let i = 0; i < topics.length; i += 1) topics[i] = numbers.add(topics[i] as number)
  topics.sort()
  let kept = 0
  for (let i = 0; i < topics.length; i += 1)
    if (i === 0 || topics[i] !== topics[i - 1]) topics[kept++] = topics[i] as number
  return topics.slice(0, kept)
}

export function countHolders(sets: readonly Int32Array[], topics: number): Int32Array {
  const counts = new Int32Array(topics)
  for (const set of sets) for (const id of set) counts[id] = (counts[id] as number) + 1
  return counts
}

function countAll(sets: readonly Int32Array[]): number {
  return sets.reduce((total, set) => total + set.length, 0)
}

/** How alike two units are, one of each side, 0–1. */
export function weighTogether({ left, right, weights }: CharacterIndex, leftUnit: number, rightUnit: number): number {
  const [a, b] = [left.sets[leftUnit] ?? NOTHING, right.sets[rightUnit] ?? NOTHING]
  let [shared, j] = [0, 0]
  for (const id of a) {
    while (j < b.length && (b[j] as number) < id) j += 1
    if (j === b.length) break
    if (b[j] === id) shared += weights[id] as number
  }
  return shared === 0 ? 0 : shared / ((left.norms[leftUnit] as number) * (right.norms[rightUnit] as number))
}
