import type { Rarity } from '../counts/rarity.ts'
import type { Unit } from '../units/unit.ts'
import type { Link } from './chain.ts'
import type { Opposed } from './left-index.ts'

/** Pairs of an equal key that are all kept; where a key stands oftener, its places are linked in order only. */
const ALL_PAIRS = 36
/** Below this share two units are not one unit rewritten. */
const ALIKE = 0.3
/** From this share on the smaller unit is taken to be part of the larger. */
const CONTAINED = 0.7
/** What a short phrase weighs by rarity. */
const PHRASE = 32

/** Links of units whose text is the same. */
export function equalLinks(left: readonly Unit[], right: readonly Unit[], { rarity, weightOf }: Opposed): Link[] {
  const links: Link[] = []
  for (const { lefts, rights } of [...sameKeys(left, right, (unit) => unit.key), ...sameLabelled(left, right)]) {
    for (const [l, r] of pairPlaces(lefts, rights)) {
      const there = unitAt(right, r)
      const own = rarity.leftWeight(l)
      const weight = !there ? 0 : unitAt(left, l)?.matter === there.matter ? own : Math.min(own, weightOf(there))
      links.push(toLink(l, r, 1 + weight, 1, 1))
    }
  }
  return links
}

interface SameKey {
  readonly lefts: readonly number[]
  readonly rights: readonly number[]
}

function sameKeys(left: readonly Unit[], right: readonly Unit[], keyOf: (unit: Unit) => string): SameKey[] {
  const places = placesByKey(left, keyOf)
  const rightsOf = new Map<readonly number[], number[]>()
  for (const unit of right) {
    const lefts = places.get(keyOf(unit))
    if (!lefts) continue
    const known = rightsOf.get(lefts)
    if (known) known.push(unit.index)
    else rightsOf.set(lefts, [unit.index])
  }
  return Array.from(rightsOf, ([lefts, rights]) => ({ lefts, rights }))
}

/** Units that are the same with their label, though the label was recognised on one side only. */
function sameLabelled(left: readonly Unit[], right: readonly Unit[]): SameKey[] {
  const labelled = (unit: Unit): boolean => unit.labelKey !== ''
  if (!left.some(labelled) && !right.some(labelled)) return []
  return sameKeys(left, right, (unit) => unit.fullKey).flatMap(({ lefts, rights }) => {
    if (lefts.length * rights.length > ALL_PAIRS) return []
    const isOther = (l: number, r: number): boolean => unitAt(left, l)?.key !== unitAt(right, r)?.key
    const strangers = {
      lefts: lefts.filter((l) => rights.every((r) => isOther(l, r))),
      rights: rights.filter((r) => lefts.every((l) => isOther(l, r))),
    }
    return strangers.lefts.length > 0 && strangers.rights.length > 0 ? [strangers] : []
  })
}

function unitAt(units: readonly Unit[], index: number): Unit | undefined {
  return units[index - (units[0]?.index ?? 0)]
}

function placesByKey(units: readonly Unit[], keyOf: (unit: Unit) => string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const unit of units) {
    const key = keyOf(unit)
    const known = places.get(key)
    if (known) known.push(unit.index)
    else places.set(key, [unit.index])
  }
  return places
}

function pairPlaces(lefts: readonly number[], rights: readonly number[]): [number, number][] {
  if (lefts.length * rights.length <= ALL_PAIRS)
    return lefts.flatMap((l) => rights.map((r): [number, number] => [l, r]))
  const pairs: [number, number][] = []
  const surplus = rights.length - lefts.length
  for (const [k, l] of lefts.entries()) {
    const fromFront = rights[k]
    const fromBack = rights[k + surplus]
    if (fromFront !== undefined) pairs.push([l, fromFront])
    if (surplus !== 0 && fromBack !== undefined) pairs.push([l, fromBack])
  }
  return pairs
}

/** A left unit that shares rare shingles with one of the right, and what they share. */
export interface Candidate {
  readonly unit: number
  readonly shared: number
}

/** A left unit that a unit of the right may be, or be part of. */
export interface Alike extends Candidate {
  readonly score: number
  readonly contained: number
}

/** Which candidates share enough with a unit that weighs this much. */
export function judge(candidates: readonly Candidate[], weight: number, rarity: Rarity): Alike[] {
  const alike: Alike[] = []
  for (const { unit, shared } of candidates) {
    const leftWeight = rarity.leftWeight(unit)
    const score = (2 * shared) / (leftWeight + weight)
    const contained = shared / Math.min(leftWeight, weight)
    if (score >= ALIKE || contained >= CONTAINED) alike.push({ unit, shared, score, contained })
  }
  return alike
}

/**
 * A link with its weight. The weight grows with the logarithm of the text only: of a paragraph and a dozen short lines
 * that changed places, the paragraph is what moved, though it holds more text.
 */
export function toLink(left: number, right: number, shared: number, score: number, contained: number): Link {
  return { left, right, shared, score, contained, weight: score * score * (1 + Math.log2(1 + shared / PHRASE) / 2) }
}
