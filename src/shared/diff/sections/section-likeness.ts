import type { Match } from '../align/align-units.ts'
import type { FieldIndex } from '../topics/field-index.ts'
import type { Side } from '../topics/topic-index.ts'
import type { ReadTopics } from '../topics/topic-memory.ts'
import type { Unit } from '../units/unit.ts'
import { headingFields, headingLikeness } from './heading-likeness.ts'
import { SectionPairs } from './section-pairs.ts'
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
/** Sections that are less alike than this have each other for most alike by chance. */
const BY_CHANCE = 0.05

/**
 * How alike any two sections are that have anything in common: by the share of text below that has its partner there and what the
 * rest is about, by whether they have each other for most alike so, and by their headings.
 */
export function sectionLikeness(
  sides: SectionSides,
  carried: SectionPairs,
  topics: ReadTopics | null,
  fields: FieldIndex | null = null,
): SectionMatch[] {
  const alike = topics ? topics.bodies : new SectionPairs(sides)
  const headings = topics ? headingLikeness(sides, topics.index) : new SectionPairs(sides)
  carried.forEach((left, right) => {
    if (alike.get(left, right) === undefined) alike.set(left, right, 0)
  })
  const below: SectionMatch[] = []
  alike.forEach((left, right, about) => {
    const kept = carried.get(left, right) ?? 0
    below.push({ left, right, score: kept + (1 - kept) * about })
  })
  const most = mostAlike(below, sides, BY_CHANCE)
  const byFields = fields && headingFields(sides, fields)
  return below.map(({ left, right, score: body }) => {
    const mutual = (body * body) / ((most.left[left] as number) * (most.right[right] as number))
    const named = headings.get(left, right) ?? 0
    const heading = isSameHeading(sides, left, right) ? 1 : byFields ? (named + byFields(left, right)) / 2 : named
    return { left, right, score: Math.min(1, BELOW * Math.sqrt(body) + MUTUAL * mutual + HEADING * heading) }
  })
}

/** How alike each section is to the most alike of the other side, `least` at the least. */
export function mostAlike(
  matches: readonly SectionMatch[],
  { trees }: SectionSides,
  least = 0,
): Record<Side, Float64Array> {
  const most = {
    left: new Float64Array(trees.left.sections.length).fill(least),
    right: new Float64Array(trees.right.sections.length).fill(least),
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
export function keptSections({ trees }: SectionSides, carried: SectionPairs): Record<Side, Uint8Array> {
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
