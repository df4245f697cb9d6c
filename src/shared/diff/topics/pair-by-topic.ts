import type { Match } from '../align/align-units.ts'
import { heaviestChain, type Link } from '../align/chain.ts'
import { type MatchedSections, matchSections } from '../sections/match-sections.ts'
import { sectionBonds } from '../sections/section-bonds.ts'
import {
  carriedBetween,
  keptSections,
  type SectionMatch,
  type SectionSides,
  sectionLikeness,
} from '../sections/section-likeness.ts'
import type { SectionPairs } from '../sections/section-pairs.ts'
import { sectionTree } from '../sections/section-tree.ts'
import type { Unit } from '../units/unit.ts'
import type { BestLinks } from './best-links.ts'
import type { FieldMemory } from './field-index.ts'
import { joinLeads } from './join-leads.ts'
import { nearestLinks } from './nearest-links.ts'
import { relateUnits } from './relate-units.ts'
import { sharedText } from './shared-text.ts'
import type { Side } from './topic-index.ts'
import type { TopicMemory } from './topic-memory.ts'
import { NO_LINKS, type UnitLink, type UnitLinks } from './unit-links.ts'

/** What a comparison by topic adds to one by text. */
export interface PairedByTopic {
  readonly matches: readonly Match[]
  readonly sides: SectionSides
  readonly sections: MatchedSections
  /** For units without partner, the units of the other side about the same matter, best first. */
  readonly related: Readonly<Record<Side, ReadonlyMap<number, readonly UnitLink[]>>>
  /** All that was found to be about the same matter, however faintly: units without partner may be shown near it. */
  readonly links: UnitLinks
  /** false when the deadline came first. */
  readonly precise: boolean
}

/** From here on the headings of two sections that are partners stand in one row. */
const ONE_HEADING = 0.43
/** Share of two partner sections kept word for word from which on what is new there is new, and not an old thing said anew. */
const KEPT = 0.5
/** What must speak for two units without partner to be an old and a new way to say one thing. */
const SAID_ANEW = 0.28
/** What must speak for it in sections that were kept otherwise, and across sections. */
const SAID_ANEW_ANYWHERE = 0.42
/** How much of the one must stand in the other where what was kept otherwise would have moved. */
const SAID_ALIKE = 0.3
/** What must speak for a counterpart to be named. */
const NAMED = 0.1
/** A further counterpart must be at least this much of the first. */
const NEAR_FIRST = 0.5

/**
 * Goes on where texts are too different to be compared as texts: matches sections by what they are about, puts the headings
 * of partners into one row, pairs what says one thing in other words, and names counterparts of the rest. Nothing changes
 * between texts that are alike. `matches` cover all units; `memory` may know texts compared before.
 */
export function pairByTopic(
  left: readonly Unit[],
  right: readonly Unit[],
  matches: readonly Match[],
  memory: TopicMemory,
  fields: FieldMemory | null,
  isExpired: () => boolean,
): PairedByTopic {
  const sides: SectionSides = {
    units: { left, right },
    trees: { left: sectionTree(left), right: sectionTree(right) },
  }
  const carried = carriedBetween(sides, matches)
  const lonely = matches.some((match) => match.left.length === 0 || match.right.length === 0)
  if (!lonely || isExpired()) {
    const sections = matchSections(sectionLikeness(sides, carried, null), sides)
    return {
      matches,
      sides,
      sections,
      related: { left: new Map(), right: new Map() },
      links: NO_LINKS,
      precise: !lonely,
    }
  }
  const isKept = keptUnits(left, right, matches)
  const topics = memory.read(sides, {
    isIn: (side, unit) => unit.level > 0 || isKept[side][unit.index] === 0,
    kept: keptSections(sides, carried),
  })
  const known = fields?.read(sides) ?? null
  const likeness = sectionLikeness(sides, carried, topics, known)
  const sections = matchSections(likeness, sides)
  const withHeadings = pairHeadings(matches, sections.partners, sides)
  const withLeads = joinLeads(withHeadings, loneUnits(withHeadings, left.length, right.length), sides.units)
  const lone = loneUnits(withLeads, left.length, right.length)
  const sources = {
    sides,
    bonds: sectionBonds(sides, likeness, sections),
    fields: known,
    rows: topics.rows,
    characters: topics.characters,
  }
  const links = relateUnits(sources, lone, memory.links)
  const nearest = {
    left: nearestLinks(links, 'left', left.length, NAMED),
    right: nearestLinks(links, 'right', right.length, NAMED),
  }
  const anew = saidAnew(nearest, lone, rewrittenUnits(sides, sections, carried))
  const isSettled = settledUnits(sides, sections, carried)
  const paired = addPairs(
    withLeads,
    anew,
    right.length,
    (pair) => !isSettled(pair.left, pair.right) || isSaidAlike(left[pair.left], right[pair.right]),
  )
  const still = loneUnits(paired, left.length, right.length)
  const related = {
    left: counterparts(nearest.left, 'left', still.left),
    right: counterparts(nearest.right, 'right', still.right),
  }
  return { matches: paired, sides, sections, related, links, precise: true }
}

/** Marks units that stand in both texts as they are. */
function keptUnits(left: readonly Unit[], right: readonly Unit[], matches: readonly Match[]): Record<Side, Uint8Array> {
  const kept = { left: new Uint8Array(left.length), right: new Uint8Array(right.length) }
  for (const match of matches) {
    const [l, r] = [match.left[0] ?? -1, match.right[0] ?? -1]
    if (match.left.length !== 1 || match.right.length !== 1 || left[l]?.key !== right[r]?.key) continue
    kept.left[l] = 1
    kept.right[r] = 1
  }
  return kept
}

function loneUnits(matches: readonly Match[], leftCount: number, rightCount: number): Record<Side, Uint8Array> {
  const lone = { left: new Uint8Array(leftCount), right: new Uint8Array(rightCount) }
  for (const match of matches) {
    if (match.right.length === 0) for (const unit of match.left) lone.left[unit] = 1
    if (match.left.length === 0) for (const unit of match.right) lone.right[unit] = 1
  }
  return lone
}

/** Puts the headings of partner sections into one row, and takes them out of rows where less speaks for them. */
function pairHeadings(
  matches: readonly Match[],
  partners: readonly SectionMatch[],
  { units, trees }: SectionSides,
): readonly Match[] {
  const owners = { left: new Map<number, Match>(), right: new Map<number, Match>() }
  for (const match of matches) {
    for (const unit of match.left) owners.left.set(unit, match)
    for (const unit of match.right) owners.right.set(unit, match)
  }
  const headings = partners.map(({ left, right, score }) => ({
    left: trees.left.sections[left]?.heading ?? 0,
    right: trees.right.sections[right]?.heading ?? 0,
    score,
  }))
  const isSettled = new Set(
    headings
      .filter((pair) => owners.left.get(pair.left) === owners.right.get(pair.right))
      .map((pair) => owners.left.get(pair.left)),
  )
  const mayPart = (match: Match | undefined): boolean =>
    match !== undefined &&
    !isSettled.has(match) &&
    match.left.length + match.right.length <= 2 &&
    (match.left.length !== match.right.length ||
      units.left[match.left[0] ?? 0]?.key !== units.right[match.right[0] ?? 0]?.key)
  const fresh: UnitLink[] = []
  const parted = new Set<Match>()
  for (const pair of headings) {
    const [l, r] = [owners.left.get(pair.left), owners.right.get(pair.right)]
    if (pair.score < ONE_HEADING || !l || !r || l === r || !mayPart(l) || !mayPart(r)) continue
    fresh.push(pair)
    parted.add(l).add(r)
  }
  if (fresh.length === 0) return matches
  const loners = [...parted].flatMap((match): Match[] => [
    ...match.left.map((unit) => ({ left: [unit], right: [], moved: false })),
    ...match.right.map((unit) => ({ left: [], right: [unit], moved: false })),
  ])
  return addPairs([...matches.filter((match) => !parted.has(match)), ...loners], fresh, units.right.length)
}

/**
 * Takes pairs of units out of their lonely matches into common ones; what is out of order with the rest counts as moved, and is
 * left apart where it may not.
 */
function addPairs(
  matches: readonly Match[],
  pairs: readonly UnitLink[],
  rightCount: number,
  mayMove: (pair: UnitLink) => boolean = () => true,
): readonly Match[] {
  if (pairs.length === 0) return matches
  const toLink = (l: number, r: number, weight: number): Link => ({
    left: l,
    right: r,
    weight,
    shared: 0,
    score: 0,
    contained: 0,
  })
  const stayed = matches.flatMap(({ left: [l], right: [r], moved }) =>
    l === undefined || r === undefined || moved ? [] : [toLink(l, r, FIXED)],
  )
  const chain = new Set(
    heaviestChain([...stayed, ...pairs.map((pair) => toLink(pair.left, pair.right, pair.score))], rightCount).map(
      (link) => link.left,
    ),
  )
  const kept = pairs.filter((pair) => chain.has(pair.left) || mayMove(pair))
  const [left, right] = [new Set(kept.map((pair) => pair.left)), new Set(kept.map((pair) => pair.right))]
  const rest = matches.filter(
    (match) =>
      !(match.right.length === 0 && left.has(match.left[0] ?? -1)) &&
      !(match.left.length === 0 && right.has(match.right[0] ?? -1)),
  )
  return [...rest, ...kept.map((pair) => ({ left: [pair.left], right: [pair.right], moved: !chain.has(pair.left) }))]
}

/** What stayed in place by its text is not moved by a pair found by topic. */
const FIXED = 1000

/** The units in sections of which little is left as it was. */
function rewrittenUnits(
  { trees }: SectionSides,
  { partners, merged }: MatchedSections,
  carried: SectionPairs,
): (left: number, right: number) => boolean {
  const rewritten = new Set<string>()
  for (const { left, right } of [...partners, ...merged])
    if ((carried.get(left, right) ?? 0) < KEPT) rewritten.add(`${left}:${right}`)
  return (left, right) => rewritten.has(`${trees.left.sectionOf[left]}:${trees.right.sectionOf[right]}`)
}

/**
 * Two units that both stand in sections of which most was kept: what is gone from one place there and new at another
 * is gone and new, though both are about one matter. Whoever reviews a draft must see the one and the other.
 */
function settledUnits(
  { trees }: SectionSides,
  { partners }: MatchedSections,
  carried: SectionPairs,
): (left: number, right: number) => boolean {
  const kept = partners.filter(({ left, right }) => (carried.get(left, right) ?? 0) >= KEPT)
  const [lefts, rights] = [new Set(kept.map(({ left }) => left)), new Set(kept.map(({ right }) => right))]
  return (left, right) => lefts.has(trees.left.sectionOf[left] ?? -1) && rights.has(trees.right.sectionOf[right] ?? -1)
}

function isSaidAlike(left: Unit | undefined, right: Unit | undefined): boolean {
  return left !== undefined && right !== undefined && sharedText(left, right) >= SAID_ALIKE
}

/** Pairs of units without partner that each have the other for their best counterpart. */
function saidAnew(
  nearest: Readonly<Record<Side, BestLinks>>,
  lone: Readonly<Record<Side, Uint8Array>>,
  isRewritten: (left: number, right: number) => boolean,
): UnitLink[] {
  const pairs: UnitLink[] = []
  for (let left = 0; left < lone.left.length; left += 1) {
    const best = nearest.left.first(left)
    if (!best || lone.left[left] === 0 || lone.right[best.other] === 0) continue
    const { other: right, score } = best
    if (nearest.right.first(right)?.other !== left) continue
    if (score >= (isRewritten(left, right) ? SAID_ANEW : SAID_ANEW_ANYWHERE)) pairs.push({ left, right, score })
  }
  return pairs
}

/** What is named for each unit of a side without partner. */
function counterparts(nearest: BestLinks, side: Side, lone: Uint8Array): Map<number, UnitLink[]> {
  const found = new Map<number, UnitLink[]>()
  for (let unit = 0; unit < lone.length; unit += 1) {
    const first = lone[unit] === 1 ? nearest.first(unit) : undefined
    if (!first) continue
    const named = nearest.of(unit).filter(({ score }) => score >= NEAR_FIRST * first.score)
    found.set(
      unit,
      named.map(({ other, score }) =>
        side === 'left' ? { left: unit, right: other, score } : { left: other, right: unit, score },
      ),
    )
  }
  return found
}
