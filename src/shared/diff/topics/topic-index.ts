import { inverseFrequency } from '../counts/inverse-frequency.ts'
import { step } from '../counts/steps.ts'
import type { SideTopics, TopicSets } from './side-topics.ts'
import { TopicHolders } from './topic-holders.ts'
import type { TopicNumbers } from './topic-numbers.ts'
import { type TopicStep, topicStep } from './topic-step.ts'
import { normsOf, PARTS } from './weighed.ts'

export type { Side } from './side-topics.ts'

/** So many topics as rare as can be, shared by two units of middling length, make them alike by one. */
const FULL = 35
/** Weights of which two make one are whole numbers of this many parts. */
const ROOT_PARTS = 256
/** A topic tells its rarity to this power of a section. */
const TELLING = 1.6

/** What is counted over all units of both sides; the counts move in steps. */
interface Totals {
  /** Units that take part. */
  readonly units: number
  /** Topics of one of them on the average. */
  readonly average: number
}

/**
 * What the units of both sides are about, and how much each topic tells; the same whichever side is called left. Holds until it
 * takes its next step.
 */
export class TopicIndex {
  readonly #numbers: TopicNumbers
  readonly #totals: Totals
  readonly #rarityOf: (held: number) => number
  /** By how many units hold a topic. */
  readonly #weightsOf: number[] = [0]
  readonly #tellingOf: number[] = [0]
  #left: SideTopics
  #right: SideTopics
  #weights: Float64Array
  #telling: Float64Array

  constructor(sets: TopicSets, numbers: TopicNumbers) {
    this.#numbers = numbers
    this.#totals = totalsOf(sets)
    this.#rarityOf = inverseFrequency(this.#totals.units)
    const side = (own: readonly Int32Array[]): SideTopics => {
      const counts = countHolders(own, numbers.size)
      return {
        sets: own,
        counts,
        norms: normsOf(own, this.#totals.average, FULL),
        holders: new TopicHolders(own, counts),
      }
    }
    this.#left = side(sets.left)
    this.#right = side(sets.right)
    this.#weights = new Float64Array(numbers.size)
    this.#telling = new Float64Array(numbers.size)
    for (let id = 0; id < numbers.size; id += 1) this.#weigh(id)
  }

  get left(): SideTopics {
    return this.#left
  }

  get right(): SideTopics {
    return this.#right
  }

  /** What it tells that two units share a topic, by number; whole numbers. */
  get weights(): Float64Array {
    return this.#weights
  }

  /** What a topic tells of a section, by number; whole numbers. Sections say much, and are told apart by what is rare. */
  get telling(): Float64Array {
    return this.#telling
  }

  /** How many numbers of topics there are. */
  get size(): number {
    return this.#weights.length
  }

  /** The topics of part of a unit that takes part, by number, ascending. */
  topicsOf(part: string): Int32Array {
    return this.#numbers.setOf(part)
  }

  /** What would change if the units held these sets, numbered as before; null where so much would that it is better indexed anew. */
  stepTo(sets: TopicSets): TopicStep | null {
    const totals = totalsOf(sets)
    if (totals.units !== this.#totals.units || totals.average !== this.#totals.average) return null
    return topicStep({ left: this.#left, right: this.#right }, sets, (id, held) => this.#tells(id, held))
  }

  /** Takes a step that was made for these sets; afterwards all is as if they had been indexed anew. */
  take({ left, right, counted }: TopicStep, sets: TopicSets): void {
    this.#enlarge()
    for (const [id, { left: l, right: r }] of counted) {
      this.#left.counts[id] = (this.#left.counts[id] as number) + l
      this.#right.counts[id] = (this.#right.counts[id] as number) + r
      this.#weigh(id)
    }
    const norms = {
      left: normsOf(sets.left, this.#totals.average, FULL),
      right: normsOf(sets.right, this.#totals.average, FULL),
    }
    this.#left.holders.change(left, sets.left, this.#left.counts)
    this.#right.holders.change(right, sets.right, this.#right.counts)
    this.#left = { ...this.#left, sets: sets.left, norms: norms.left }
    this.#right = { ...this.#right, sets: sets.right, norms: norms.right }
  }

  /** Makes room for topics that were not met before. */
  #enlarge(): void {
    const { size } = this.#numbers
    if (size <= this.#weights.length) return
    const room = size + (size >> 3)
    this.#left = { ...this.#left, counts: enlarged(this.#left.counts, new Int32Array(room)) }
    this.#right = { ...this.#right, counts: enlarged(this.#right.counts, new Int32Array(room)) }
    this.#weights = enlarged(this.#weights, new Float64Array(room))
    this.#telling = enlarged(this.#telling, new Float64Array(room))
  }

  /** Whether a topic that so many units held would tell what it tells now. */
  #tells(id: number, held: number): boolean {
    return (this.#weights[id] ?? 0) === this.#weightOf(held) && (this.#telling[id] ?? 0) === this.#tellsOf(held)
  }

  #weigh(id: number): void {
    const held = (this.#left.counts[id] as number) + (this.#right.counts[id] as number)
    this.#weights[id] = this.#weightOf(held)
    this.#telling[id] = this.#tellsOf(held)
  }

  #weightOf(held: number): number {
    return (this.#weightsOf[held] ??= Math.round(PARTS * this.#rarityOf(held) ** 2))
  }

  #tellsOf(held: number): number {
    return (this.#tellingOf[held] ??= Math.round(ROOT_PARTS * this.#rarityOf(held) ** TELLING))
  }
}

function totalsOf({ left, right }: TopicSets): Totals {
  let [units, topics] = [0, 0]
  for (const sets of [left, right]) {
    for (const set of sets) {
      if (set.length === 0) continue
      units += 1
      topics += set.length
    }
  }
  return { units: step(units), average: step(Math.max(1, topics / Math.max(1, units))) }
}

function countHolders(sets: readonly Int32Array[], topics: number): Int32Array {
  const counts = new Int32Array(topics)
  for (const set of sets) for (const id of set) counts[id] = (counts[id] as number) + 1
  return counts
}

function enlarged<Numbers extends Int32Array | Float64Array>(before: Numbers, larger: Numbers): Numbers {
  larger.set(before)
  return larger
}
