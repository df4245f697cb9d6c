import { fineStep, step } from '../counts/steps.ts'
import type { SideTopics, TopicSets } from './side-topics.ts'
import { TopicHolders } from './topic-holders.ts'
import type { TopicNumbers } from './topic-numbers.ts'
import { type TopicStep, topicStep } from './topic-step.ts'

export type { Side } from './side-topics.ts'

/** So many topics as rare as can be, shared by two units of middling length, make them alike by one. */
const FULL = 35
/** Part of a unit's length that counts against it: what is long shares more by chance, but says more as well. */
const LENGTH = 0.4

/** Weights are whole numbers of this many parts of one. */
const PARTS = 65_536
/** And of so many where two of them make a weight. */
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
    const side = (own: readonly Int32Array[]): SideTopics => {
      const counts = countHolders(own, numbers.size)
      return { sets: own, counts, norms: normsOf(own, this.#totals), holders: new TopicHolders(own, counts) }
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
    const norms = { left: normsOf(sets.left, this.#totals), right: normsOf(sets.right, this.#totals) }
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

  /** The inverse frequency, the rarest telling one. */
  #rarityOf(held: number): number {
    const all = this.#totals.units
    return Math.log(1 + all / fineStep(held)) / Math.log(1 + all)
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

function normsOf(sets: readonly Int32Array[], { average }: Totals): Float64Array {
  const norms = new Float64Array(sets.length)
  for (let unit = 0; unit < sets.length; unit += 1) {
    const { length } = sets[unit] as Int32Array
    norms[unit] = Math.sqrt(PARTS * FULL * (1 - LENGTH + (LENGTH * length) / average))
  }
  return norms
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

const NOTHING = new Int32Array(0)

/** What units share by number, what it tells, and what stands against each unit. */
export interface Weighed {
  readonly left: Pick<SideTopics, 'sets' | 'norms'>
  readonly right: Pick<SideTopics, 'sets' | 'norms'>
  readonly weights: Float64Array
}

/** How alike two units are, one of each side, 0–1. */
export function weighTogether({ left, right, weights }: Weighed, leftUnit: number, rightUnit: number): number {
  const [a, b] = [left.sets[leftUnit] ?? NOTHING, right.sets[rightUnit] ?? NOTHING]
  let [shared, j] = [0, 0]
  for (const id of a) {
    while (j < b.length && (b[j] as number) < id) j += 1
    if (j === b.length) break
    if (b[j] === id) shared += weights[id] as number
  }
  return shared === 0 ? 0 : shared / ((left.norms[leftUnit] as number) * (right.norms[rightUnit] as number))
}
