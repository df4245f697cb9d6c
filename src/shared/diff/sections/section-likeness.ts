import type { Match } from '../align/align-units.ts'
import type { FieldIndex } from '../topics/field-index.ts'
import type { Side, TopicIndex } from '../topics/topic-index.ts'
import type { Unit } from '../units/unit.ts'
import { headingFields, headingLikeness } from './heading-likeness.ts'
import { SectionPairs } from './section-pairs.ts'
import type { Section } from './section-ranges.ts'
import { pathsOf, type SectionTree } from './section-tree.ts'

/** Two sections about the same matter, as indexes into the sections of their sides. */
export interface SectionMatch {
  readonly left: number
  readonly right: number
  /** How alike they are, 0–1. */
  readonly score: number
}

/** The units of both sides and the sections they stand in. */
export interface SectionSides {
  readonly units: Readonly<Record<Side, readonly Unit[]>>
  readonly trees: Readonly<Record<Side, SectionTree>>
}

/** Share of two sections that stands in both from which on nobody need ask what the rest of them is about. */
const SAME = 0.9
/*
 * What makes two sections alike: what stands below, whether that has each other for most alike, and the headings. Fitted as a
 * choice among all sections of the other side and none (bench/compare/truth, docs/adr/0010), and brought to 0–1.
 */
const BELOW = 0.22
const MUTUAL = 0.44
const HEADING = 0.34

/**
 * How alike any two sections are that have anything in common: by the share of text below that has its partner there and what the
 * rest is about, by whether they have each other for most alike so, and by their headings.
 */
export function sectionLikeness(
  sides: SectionSides,
  carried: SectionPairs,
  index: TopicIndex | null,
  fields: FieldIndex | null = null,
): SectionMatch[] {
  const alike = index ? bodyLikeness(sides, index, keptSections(sides, carried)) : new SectionPairs(sides)
  const headings = index ? headingLikeness(sides, index) : new SectionPairs(sides)
  carried.forEach((left, right) => {
    if (alike.get(left, right) === undefined) alike.set(left, right, 0)
  })
  const below: SectionMatch[] = []
  alike.forEach((left, right, about) => {
    const kept = carried.get(left, right) ?? 0
    below.push({ left, right, score: kept + (1 - kept) * about })
  })
  const most = mostAlike(below, sides)
  const byFields = fields && headingFields(sides, fields)
  return below.map(({ left, right, score: body }) => {
    const mutual =
      (body * body) / Math.max(Number.MIN_VALUE, (most.left[left] as number) * (most.right[right] as number))
    const named = headings.get(left, right) ?? 0
    const heading = isSameHeading(sides, left, right) ? 1 : byFields ? (named + byFields(left, right)) / 2 : named
    return { left, right, score: Math.min(1, BELOW * Math.sqrt(body) + MUTUAL * mutual + HEADING * heading) }
  })
}

/** How alike each section is to the most alike of the other side. */
export function mostAlike(matches: readonly SectionMatch[], { trees }: SectionSides): Record<Side, Float64Array> {
  const most = {
    left: new Float64Array(trees.left.sections.length),
    right: new Float64Array(trees.right.sections.length),
  }
  for (const { left, right, score } of matches) {
    if (score > (most.left[left] as number)) most.left[left] = score
    if (score > (most.right[right] as number)) most.right[right] = score
  }
  return most
}

function isSameHeading({ units, trees }: SectionSides, left: number, right: number): boolean {
  const l = units.left[trees.left.sections[left]?.heading ?? -1]
  const r = units.right[trees.right.sections[right]?.heading ?? -1]
  return l !== undefined && r !== undefined && l.title === r.title
}

/** Share of the text of two sections that has its partner in the other, for each pair that has any. */
export function carriedBetween(sides: SectionSides, matches: readonly Match[]): SectionPairs {
  const { units, trees } = sides
  const lengthOf = (side: Side, list: readonly number[]): number =>
    list.reduce((total, unit) => total + (units[side][unit]?.key.length ?? 0), 0)
  const shares = new SectionPairs(sides)
  const paths = { left: pathsOf(trees.left), right: pathsOf(trees.right) }
  for (const { left, right } of matches) {
    const [l, r] = [left[0], right[0]]
    if (l === undefined || r === undefined) continue
    const common = lengthOf('left', left) + lengthOf('right', right)
    for (const a of paths.left[trees.left.sectionOf[l] ?? -1] ?? []) {
      for (const b of paths.right[trees.right.sectionOf[r] ?? -1] ?? [])
        shares.set(a, b, (shares.get(a, b) ?? 0) + common)
    }
  }
  const [leftSizes, rightSizes] = [sizesOf(sides, 'left'), sizesOf(sides, 'right')]
  shares.forEach((a, b, common) => {
    shares.set(a, b, Math.min(1, common / Math.max(1, (leftSizes[a] ?? 0) + (rightSizes[b] ?? 0))))
  })
  return shares
}

/** How many characters stand in each section. */
function sizesOf({ units, trees }: SectionSides, side: Side): number[] {
  const upTo = [0]
  for (const { key } of units[side]) upTo.push((upTo.at(-1) ?? 0) + key.length)
  return trees[side].sections.map(({ heading, end }) => (upTo[end] ?? 0) - (upTo[heading] ?? 0))
}

/** Marks the sections that are still there, next to whole. */
function keptSections({ trees }: SectionSides, carried: SectionPairs): Record<Side, Uint8Array> {
  const kept = {
    left: new Uint8Array(trees.left.sections.length),
    right: new Uint8Array(trees.right.sections.length),
  }
  carried.forEach((left, right, share) => {
    if (share < SAME) return
    kept.left[left] = 1
    kept.right[right] = 1
  })
  return kept
}

/** The topics of each section with their weights, those said oftener weighing more; one list behind the other. */
interface Bodies {
  readonly from: Int32Array
  readonly topics: Int32Array
  /** Whole numbers, whose sums are the same in any order. */
  readonly weights: Float64Array
  /** How much each section says in all, as the length of a vector. */
  readonly lengths: Float64Array
}

/** How alike sections are by what all below their headings is about, but for those that were kept. */
function bodyLikeness(sides: SectionSides, index: TopicIndex, kept: Readonly<Record<Side, Uint8Array>>): SectionPairs {
  const [left, right] = [bodiesOf(sides, 'left', index, kept.left), bodiesOf(sides, 'right', index, kept.right)]
  const holders = holdersOf(right, index.weights.length)
  const shared = new Float64Array(right.from.length - 1)
  const alike = new SectionPairs(sides)
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
      const likeness = (shared[r] as number) / ((left.lengths[l] as number) * (right.lengths[r] as number))
      if (likeness >= FAINT) alike.set(l, r, Math.min(1, likeness))
      shared[r] = 0
    }
  }
  return alike
}

/** A topic of more sections than this tells none of them from the others. */
const COMMON = 100
/** Sections less alike than this are not looked at. */
const FAINT = 0.02

function bodiesOf({ trees }: SectionSides, side: Side, index: TopicIndex, kept: Uint8Array): Bodies {
  const { sections } = trees[side]
  const { telling } = index
  const sets = index[side].sets
  const counts = new Int32Array(telling.length)
  const from = new Int32Array(sections.length + 1)
  const lengths = new Float64Array(sections.length)
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
    lengths[i] = Math.sqrt(squares)
    from[i + 1] = at
  }
  return { from, topics: topics.subarray(0, at), weights: weights.subarray(0, at), lengths }
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
function often(count: number): number {
  return count < OFTEN.length ? (OFTEN[count] as number) : 1 + Math.log(count)
}

/** Nearly all topics of a section are said a few times. */
const OFTEN = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(1, count)))
const NOTHING = new Int32Array(0)

/** The sections that hold each topic, with its weight there. */
function holdersOf(bodies: Bodies, topics: number): Omit<Bodies, 'lengths'> {
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
