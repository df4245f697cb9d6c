import type { Rarity } from '../counts/rarity.ts'
import type { Unit } from '../units/unit.ts'
import { heaviestChain, type Link } from './chain.ts'
import { withSections } from './heading-weights.ts'
import type { LeftIndex, Opposed } from './left-index.ts'
import { equalLinks, toLink } from './links.ts'
import { inOrderOf, isMirrored } from './mirror.ts'

/** Units that belong together: one of each side, or several where text was split or merged; one side empty without partner. */
export interface Match {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly moved: boolean
}

/** Share from which on a unit is recognised at another place. */
const MOVED_ALIKE = 0.5
/** A unit moved and split: this much of its part is found in it, and the part holds that many shingles of full rarity. */
const MOVED_PART = 0.85
const MOVED_PHRASES = 12
/** A repeated text must be this long before one of its places counts as moved to another. */
const MOVED_LENGTH = 10
/** A link far weaker than another of the same unit is an accident. */
const RIVAL = 0.6
/** Candidates kept for one unit. */
const CANDIDATES = 6

export interface Pairing {
  readonly matches: Match[]
  /** false when the deadline cut the search short. */
  readonly precise: boolean
}

/** One-to-one partners of both sides, in place and moved; what stays alone is not listed. The same whichever side is called left. */
export function pairUnits(
  index: LeftIndex,
  right: readonly Unit[],
  opposed: Opposed,
  isExpired: () => boolean,
): Pairing {
  const mirror = isMirrored(index.units, right)
  const ends = equalEnds(index.units, right)
  const left = index.units.slice(ends.head, index.units.length - ends.tail)
  const middle = right.slice(ends.head, right.length - ends.tail)
  const equal = equalLinks(left, middle, opposed)
  const settled = settledBy(equal, index.units.length, right.length)
  // The left index knows all units: those at the equal ends are taken.
  settled.left.fill(1, 0, ends.head).fill(1, index.units.length - ends.tail)
  const found = similarLinks(opposed, middle, settled, isExpired)
  const similar = strongest(
    found.links.filter((link) => index.units[link.left]?.key !== right[link.right]?.key),
    index.units.length,
    right.length,
  )
  const [first, second] = mirror ? [right, index.units] : [index.units, right]
  const links = inOrderOf(withoutRivals([...equal, ...similar], index.units.length, right.length), mirror)
  const settledEnds = inOrderOf(ends.links(opposed.rarity), mirror)
  const chain = heaviestChain(withSections(links, settledEnds, first, second), second.length)
  const moves = inOrderOf(findMoves(links, chain, first, opposed.rarity), mirror)
  const stayed = inOrderOf(chain, mirror)
  const bounds = { leftEnd: index.units.length - ends.tail, rightEnd: right.length - ends.tail, from: ends.head }
  const gaps = pairGaps({ index, right, isMirrored: mirror }, stayed, moves, bounds, isExpired)
  const matches = [...ends.matches, ...stayed.map((link) => toMatch(link, false))]
  matches.push(...gaps.links.map((link) => toMatch(link, false)), ...moves.map((link) => toMatch(link, true)))
  return { matches, precise: found.precise && gaps.precise }
}

function toMatch(link: { readonly left: number; readonly right: number }, moved: boolean): Match {
  return { left: [link.left], right: [link.right], moved }
}

interface EqualEnds {
  readonly head: number
  readonly tail: number
  readonly matches: readonly Match[]
  readonly links: (rarity: Rarity) => Link[]
}

/** What is the same at the beginning and at the end of both sides. */
function equalEnds(left: readonly Unit[], right: readonly Unit[]): EqualEnds {
  const least = Math.min(left.length, right.length)
  const same = (l: number, r: number): boolean =>
    left[l]?.fullKey === right[r]?.fullKey && left[l]?.key === right[r]?.key
  let head = 0
  while (head < least && same(head, head)) head += 1
  let tail = 0
  while (tail < least - head && same(left.length - 1 - tail, right.length - 1 - tail)) tail += 1
  const matches: Match[] = []
  for (let i = 0; i < head; i += 1) matches.push(toMatch({ left: i, right: i }, false))
  for (let i = tail; i > 0; i -= 1) matches.push(toMatch({ left: left.length - i, right: right.length - i }, false))
  const links = ({ leftWeight }: Rarity): Link[] =>
    matches.map(({ left: [l = 0], right: [r = 0] }) => toLink(l, r, 1 + leftWeight(l), 1, 1))
  return { head, tail, matches, links }
}

interface Settled {
  readonly left: Uint8Array
  readonly right: Uint8Array
}

/** Marks the units that have exactly one equal partner which in turn has no other. */
function settledBy(links: readonly Link[], leftCount: number, rightCount: number): Settled {
  const leftTimes = new Int32Array(leftCount)
  const rightTimes = new Int32Array(rightCount)
  for (const { left, right } of links) {
    leftTimes[left] = (leftTimes[left] ?? 0) + 1
    rightTimes[right] = (rightTimes[right] ?? 0) + 1
  }
  const settled = { left: new Uint8Array(leftCount), right: new Uint8Array(rightCount) }
  for (const { left, right } of links) {
    if (leftTimes[left] !== 1 || rightTimes[right] !== 1) continue
    settled.left[left] = 1
    settled.right[right] = 1
  }
  return settled
}

/** Links of units that share enough rare shingles, or of which one holds the other, among those not settled. */
function similarLinks(
  opposed: Opposed,
  right: readonly Unit[],
  settled: Settled,
  isExpired: () => boolean,
): { links: Link[]; precise: boolean } {
  const links: Link[] = []
  for (const unit of right) {
    if (settled.right[unit.index] === 1) continue
    if (isExpired()) return { links, precise: false }
    for (const { unit: left, shared, score, contained } of opposed.alikeTo(unit))
      if (settled.left[left] !== 1) links.push(toLink(left, unit.index, shared, score, contained))
  }
  return { links, precise: true }
}

/** The links that are among the strongest of both their units. */
function strongest(links: readonly Link[], leftCount: number, rightCount: number): Link[] {
  const [ofLeft, ofRight] = [leastKept(links, 'left', leftCount), leastKept(links, 'right', rightCount)]
  return links.filter(
    ({ left, right, shared }) => shared >= (ofLeft[left] as number) && shared >= (ofRight[right] as number),
  )
}

/** What the weakest link shares that is kept for each unit of a side. */
function leastKept(links: readonly Link[], side: 'left' | 'right', count: number): Float64Array {
  const times = new Int32Array(count)
  for (const link of links) times[link[side]] = (times[link[side]] as number) + 1
  const least = new Float64Array(count)
  const crowded = new Map<number, number[]>()
  for (const link of links) {
    if ((times[link[side]] as number) <= CANDIDATES) continue
    const shared = crowded.get(link[side])
    if (shared) shared.push(link.shared)
    else crowded.set(link[side], [link.shared])
  }
  for (const [unit, shared] of crowded) least[unit] = shared.sort((a, b) => b - a)[CANDIDATES - 1] as number
  return least
}

/** Drops links that a much stronger link of one of their units speaks against. */
function withoutRivals(links: readonly Link[], leftCount: number, rightCount: number): Link[] {
  const leftBest = new Float64Array(leftCount)
  const rightBest = new Float64Array(rightCount)
  const strength = ({ shared, score }: Link): number => shared * score
  for (const link of links) {
    leftBest[link.left] = Math.max(leftBest[link.left] ?? 0, strength(link))
    rightBest[link.right] = Math.max(rightBest[link.right] ?? 0, strength(link))
  }
  return links.filter(
    (link) => strength(link) >= RIVAL * Math.max(leftBest[link.left] ?? 0, rightBest[link.right] ?? 0),
  )
}

/** The strongest links off the chain between units that are still free: the same text at another place. */
function findMoves(links: readonly Link[], chain: readonly Link[], units: readonly Unit[], rarity: Rarity): Link[] {
  const leftTaken = new Set(chain.map((link) => link.left))
  const rightTaken = new Set(chain.map((link) => link.right))
  const keyTimes = new Map<string, number>()
  for (const unit of units) keyTimes.set(unit.key, (keyTimes.get(unit.key) ?? 0) + 1)
  const isTelling = ({ left: l, score, contained, shared }: Link): boolean => {
    const key = units[l]?.key ?? ''
    if (score < MOVED_ALIKE && contained >= MOVED_PART && shared >= MOVED_PHRASES * rarity.full) return true
    return score >= MOVED_ALIKE && (key.length >= MOVED_LENGTH || keyTimes.get(key) === 1)
  }
  const moves: Link[] = []
  const isFree = (link: Link): boolean => !leftTaken.has(link.left) && !rightTaken.has(link.right)
  for (const link of links.filter((candidate) => isFree(candidate) && isTelling(candidate)).sort(byStrength)) {
    if (!isFree(link)) continue
    leftTaken.add(link.left)
    rightTaken.add(link.right)
    moves.push(link)
  }
  return moves
}

function byStrength(a: Link, b: Link): number {
  return b.shared * b.score - a.shared * a.score || a.left - b.left || a.right - b.right
}

/** Partners among the units that stand between two neighbours of the chain. */
function pairGaps(
  { index, right, isMirrored: mirror }: { index: LeftIndex; right: readonly Unit[]; isMirrored: boolean },
  chain: readonly Link[],
  moves: readonly Link[],
  bounds: { readonly from: number; readonly leftEnd: number; readonly rightEnd: number },
  isExpired: () => boolean,
): { links: Link[]; precise: boolean } {
  const leftMoved = new Set(moves.map((link) => link.left))
  const rightMoved = new Set(moves.map((link) => link.right))
  const links: Link[] = []
  let precise = true
  let [l, r] = [bounds.from, bounds.from]
  for (const link of [...chain, { left: bounds.leftEnd, right: bounds.rightEnd }]) {
    const gapLeft = index.units.slice(l, link.left).filter((unit) => !leftMoved.has(unit.index))
    const gapRight = right.slice(r, link.right).filter((unit) => !rightMoved.has(unit.index))
    if (gapLeft.length > 0 && gapRight.length > 0) {
      if (isExpired()) precise = false
      else links.push(...index.gaps.pair(gapLeft, gapRight, mirror))
    }
    l = link.left + 1
    r = link.right + 1
  }
  return { links, precise }
}
