import type { Link } from './chain.ts'
import { type Fingerprints, weigh, weighShared } from './shingles.ts'
import type { Unit } from './unit.ts'

/** Pairs of an equal key that are all kept; where a key stands oftener, its places are linked in order only. */
const ALL_PAIRS = 36
/** A shingle held by more units than this is boilerplate and calls no candidates. */
const COMMON = 40
/** Candidates kept for one unit. */
const CANDIDATES = 6
/** Below this share two units are not one unit rewritten. */
export const ALIKE = 0.3
/** From this share on the smaller unit is taken to be part of the larger. */
export const CONTAINED = 0.7

/** Links of units whose text is the same. */
export function equalLinks(left: readonly Unit[], right: readonly Unit[], fingerprints: Fingerprints): Link[] {
  const links: Link[] = []
  for (const { lefts, rights } of [...sameKeys(left, right, (unit) => unit.key), ...sameLabelled(left, right)]) {
    const shingles = fingerprints.left[lefts[0] ?? 0]
    const shared = 1 + (shingles ? weigh(shingles, fingerprints.rarity) : 0)
    for (const [l, r] of pairPlaces(lefts, rights)) links.push(toLink(l, r, shared, 1, 1))
  }
  return links
}

interface SameKey {
  readonly lefts: readonly number[]
  readonly rights: readonly number[]
}

function sameKeys(left: readonly Unit[], right: readonly Unit[], keyOf: (unit: Unit) => string): SameKey[] {
  const places = placesByKey(right, keyOf)
  return [...placesByKey(left, keyOf)].flatMap(([key, lefts]) => {
    const rights = places.get(key)
    return rights ? [{ lefts, rights }] : []
  })
}

/** Units that are the same with their label, though the label was recognised on one side only. */
function sameLabelled(left: readonly Unit[], right: readonly Unit[]): SameKey[] {
  return sameKeys(left, right, (unit) => unit.fullKey).flatMap(({ lefts, rights }) => {
    const strangers = rights.filter((r) => lefts.every((l) => left[l]?.key !== right[r]?.key))
    return strangers.length > 0 ? [{ lefts, rights: strangers }] : []
  })
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

/** Links of units that share enough rare shingles, or of which one holds the other. Units in `settled` sets are left out. */
export function similarLinks(
  fingerprints: Fingerprints,
  settledLeft: ReadonlySet<number>,
  settledRight: ReadonlySet<number>,
  isExpired: () => boolean,
): Link[] {
  const postings = holders(fingerprints, settledRight)
  const rightWeights = fingerprints.right.map((set) => weigh(set, fingerprints.rarity))
  const shared = new Float64Array(fingerprints.right.length)
  const links: Link[] = []
  for (const [l, set] of fingerprints.left.entries()) {
    if (settledLeft.has(l)) continue
    if (isExpired()) break
    const leftWeight = weigh(set, fingerprints.rarity)
    const candidates = rank(gather(set, postings, shared, fingerprints.rarity), shared)
    for (const r of candidates) {
      const link = judge(
        l,
        r,
        weighShared(set, fingerprints.right[r] ?? set, fingerprints.rarity),
        leftWeight,
        rightWeights[r] ?? 0,
      )
      if (link) links.push(link)
    }
  }
  return links
}

function holders(fingerprints: Fingerprints, settledRight: ReadonlySet<number>): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  for (const [r, set] of fingerprints.right.entries()) {
    if (settledRight.has(r)) continue
    for (const id of set) {
      if ((fingerprints.leftCounts[id] ?? 0) === 0) continue
      if ((fingerprints.rightCounts[id] ?? 0) > COMMON || (fingerprints.leftCounts[id] ?? 0) > COMMON) continue
      const list = postings.get(id)
      if (list) list.push(r)
      else postings.set(id, [r])
    }
  }
  return postings
}

/** Adds up what each right unit shares with the set; the caller clears `shared` by ranking. */
function gather(
  set: Int32Array,
  postings: ReadonlyMap<number, number[]>,
  shared: Float64Array,
  rarity: Float64Array,
): number[] {
  const met: number[] = []
  for (const id of set) {
    for (const r of postings.get(id) ?? []) {
      if (shared[r] === 0) met.push(r)
      shared[r] = (shared[r] ?? 0) + (rarity[id] ?? 0)
    }
  }
  return met
}

function rank(met: readonly number[], shared: Float64Array): number[] {
  const ranked = met
    .map((r) => ({ r, weight: shared[r] ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.r - b.r)
    .slice(0, CANDIDATES)
    .map(({ r }) => r)
  for (const r of met) shared[r] = 0
  return ranked
}

function judge(left: number, right: number, shared: number, leftWeight: number, rightWeight: number): Link | null {
  const score = (2 * shared) / (leftWeight + rightWeight)
  const contained = shared / Math.min(leftWeight, rightWeight)
  if (score < ALIKE && contained < CONTAINED) return null
  return toLink(left, right, shared, score, contained)
}

/**
 * A link with its weight. The weight grows with the logarithm of the text only: of a paragraph and a dozen short lines
 * that changed places, the paragraph is what moved, though it holds more text.
 */
function toLink(left: number, right: number, shared: number, score: number, contained: number): Link {
  return { left, right, shared, score, contained, weight: score * score * (1 + Math.log2(1 + shared / PHRASE) / 2) }
}

/** What a short phrase weighs by rarity. */
const PHRASE = 32
