import type { Side, TopicIndex } from '../topics/topic-index.ts'
import type { SectionSides } from './section-likeness.ts'
import { SectionPairs } from './section-pairs.ts'
import type { Section } from './section-ranges.ts'

/** The topics of each section with their weights, those said oftener weighing more; one list behind the other. */
interface Bodies {
  readonly from: Int32Array
  readonly topics: Int32Array
  /** Whole numbers, whose sums are the same in any order. */
  readonly weights: Float64Array
  /** The squares of the weights of each section, added up. */
  readonly squares: Float64Array
}

/** The bodies of both sides; those of sections that were kept are empty. */
export interface SectionBodies {
  readonly left: Bodies
  readonly right: Bodies
  readonly kept: Readonly<Record<Side, Uint8Array>>
  /** How many numbers of topics there are. */
  readonly topics: number
}

export function readBodies(
  sides: SectionSides,
  index: TopicIndex,
  kept: Readonly<Record<Side, Uint8Array>>,
): SectionBodies {
  return {
    left: bodiesOf(sides, 'left', index, kept.left),
    right: bodiesOf(sides, 'right', index, kept.right),
    kept,
    topics: index.size,
  }
}

/** Calls `visit` with what each pair of sections shares: the products of the weights of the topics that both hold, added up. */
export function sharedByBodies(
  { left, right, topics }: SectionBodies,
  visit: (left: number, right: number, shared: number) => void,
): void {
  const holders = holdersOf(right, topics)
  const shared = new Float64Array(right.from.length - 1)
  for (let l = 0; l + 1 < left.from.length; l += 1) {
    const met: number[] = []
    for (let at = left.from[l] as number; at < (left.from[l + 1] as number); at += 1) {
      const topic = left.topics[at] as number
      const [first, end] = [holders.from[topic] as number, holders.from[topic + 1] as number]
      if (end - first > COMMON) continue
      for (let k = first; k < end; k += 1) {
        const r = holders.topics[k] as number
        if (shared[r] === 0) met.push(r)
        shared[r] = (shared[r] as number) + (left.weights[at] as number) * (holders.weights[k] as number)
      }
    }
    for (const r of met) {
      visit(l, r, shared[r] as number)
      shared[r] = 0
    }
  }
}

/** How alike sections are by what all below their headings is about, but for those that were kept. */
export function bodyLikeness(sides: SectionSides, bodies: SectionBodies): SectionPairs {
  const [left, right] = [bodies.left.squares.map(Math.sqrt), bodies.right.squares.map(Math.sqrt)]
  const alike = new SectionPairs(sides)
  sharedByBodies(bodies, (l, r, shared) => {
    const likeness = shared / ((left[l] as number) * (right[r] as number))
    if (likeness >= FAINT) alike.set(l, r, Math.min(1, likeness))
  })
  return alike
}

/** A topic of more sections of the right side than this tells none of them from the others. */
export const COMMON = 100
/** Sections less alike than this are not looked at. */
export const FAINT = 0.04

function bodiesOf({ trees }: SectionSides, side: Side, index: TopicIndex, kept: Uint8Array): Bodies {
  const { sections } = trees[side]
  const { telling } = index
  const sets = index[side].sets
  const counts = new Int32Array(telling.length)
  const from = new Int32Array(sections.length + 1)
  const squaresOf = new Float64Array(sections.length)
  const topics = new Int32Array(mostTopics(sections, sets))
  const weights = new Float64Array(topics.length)
  let at = 0
  for (const [i, { heading, end }] of sections.entries()) {
    for (let unit = heading; unit < end && kept[i] === 0; unit += 1)
      at = countTopics(sets[unit] ?? NOTHING, counts, topics, at)
    let squares = 0
    for (let k = from[i] as number; k < at; k += 1) {
      const topic = topics[k] as number
      const weight = Math.round(often(counts[topic] as number) * (telling[topic] as number))
      weights[k] = weight
      squares += weight * weight
      counts[topic] = 0
    }
    squaresOf[i] = squares
    from[i + 1] = at
  }
  return { from, topics: topics.subarray(0, at), weights: weights.subarray(0, at), squares: squaresOf }
}

/** How many topics all sections hold at most: those of a unit count for each section around it. */
function mostTopics(sections: readonly Section[], sets: readonly Int32Array[]): number {
  const upTo = new Float64Array(sets.length + 1)
  for (const [unit, set] of sets.entries()) upTo[unit + 1] = (upTo[unit] as number) + set.length
  return sections.reduce((sum, { heading, end }) => sum + (upTo[end] as number) - (upTo[heading] as number), 0)
}

/** Counts the topics of a set, and writes those met for the first time behind one another from `at` on; returns where they end. */
function countTopics(set: Int32Array, counts: Int32Array, topics: Int32Array, at: number): number {
  let next = at
  for (let k = 0; k < set.length; k += 1) {
    const topic = set[k] as number
    const count = counts[topic] as number
    if (count === 0) topics[next++] = topic
    counts[topic] = count + 1
  }
  return next
}

/** What saying a topic so many times counts. */
export function often(count: number): number {
  return count < OFTEN.length ? (OFTEN[count] as number) : 1 + Math.log(count)
}

/** Nearly all topics of a section are said a few times. */
const OFTEN = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(1, count)))
const NOTHING = new Int32Array(0)

/** The sections that hold each topic, with its weight there. */
function holdersOf(bodies: Bodies, topics: number): Omit<Bodies, 'squares'> {
  const from = new Int32Array(topics + 1)
  for (const topic of bodies.topics) from[topic + 1] = (from[topic + 1] as number) + 1
  for (let topic = 0; topic < topics; topic += 1)
    from[topic + 1] = (from[topic + 1] as number) + (from[topic] as number)
  const next = from.slice(0, -1)
  const [sections, weights] = [new Int32Array(bodies.topics.length), new Float64Array(bodies.topics.length)]
  for (let section = 0; section + 1 < bodies.from.length; section += 1) {
    for (let at = bodies.from[section] as number; at < (bodies.from[section + 1] as number); at += 1) {
      const topic = bodies.topics[at] as number
      const place = next[topic] as number
      sections[place] = section
      weights[place] = bodies.weights[at] as number
      next[topic] = place + 1
    }
  }
  return { from, topics: sections, weights }
}
