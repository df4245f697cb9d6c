import { heaviestChain, type Link } from './chain.ts'
import { pairWithin } from './gaps.ts'
import { equalLinks, similarLinks } from './links.ts'
import type { Fingerprints } from './shingles.ts'
import type { Unit } from './unit.ts'

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

/** One-to-one partners of both sides, in place and moved; what stays alone is not listed. */
export function pairUnits(
  left: readonly Unit[],
  right: readonly Unit[],
  fingerprints: Fingerprints,
  isExpired: () => boolean,
): Match[] {
  const equal = equalLinks(left, right, fingerprints)
  const settled = settledBy(equal)
  const similar = similarLinks(fingerprints, settled.left, settled.right, isExpired)
  const links = withoutRivals([...equal, ...similar.filter((link) => left[link.left]?.key !== right[link.right]?.key)])
  const chain = heaviestChain(links, right.length)
  const moves = findMoves(links, chain, left, fingerprints)
  const inPlace = [...chain, ...pairGaps(left, right, chain, moves, isExpired)]
  return [...inPlace.map((link) => toMatch(link, false)), ...moves.map((link) => toMatch(link, true))]
}

function toMatch(link: Link, moved: boolean): Match {
  return { left: [link.left], right: [link.right], moved }
}

/** Units that have exactly one equal partner which in turn has no other. */
function settledBy(links: readonly Link[]): { left: Set<number>; right: Set<number> } {
  const leftTimes = new Map<number, number>()
  const rightTimes = new Map<number, number>()
  for (const { left, right } of links) {
    leftTimes.set(left, (leftTimes.get(left) ?? 0) + 1)
    rightTimes.set(right, (rightTimes.get(right) ?? 0) + 1)
  }
  const sure = links.filter((link) => leftTimes.get(link.left) === 1 && rightTimes.get(link.right) === 1)
  return { left: new Set(sure.map((link) => link.left)), right: new Set(sure.map((link) => link.right)) }
}

/** Drops links that a much stronger link of one of their units speaks against. */
function withoutRivals(links: readonly Link[]): Link[] {
  const leftBest = new Map<number, number>()
  const rightBest = new Map<number, number>()
  const strength = ({ shared, score }: Link): number => shared * score
  for (const link of links) {
    leftBest.set(link.left, Math.max(leftBest.get(link.left) ?? 0, strength(link)))
    rightBest.set(link.right, Math.max(rightBest.get(link.right) ?? 0, strength(link)))
  }
  return links.filter(
    (link) => strength(link) >= RIVAL * Math.max(leftBest.get(link.left) ?? 0, rightBest.get(link.right) ?? 0),
  )
}

/** The strongest links off the chain between units that are still free: the same text at another place. */
function findMoves(
  links: readonly Link[],
  chain: readonly Link[],
  left: readonly Unit[],
  fingerprints: Fingerprints,
): Link[] {
  const leftTaken = new Set(chain.map((link) => link.left))
  const rightTaken = new Set(chain.map((link) => link.right))
  const keyTimes = new Map<string, number>()
  for (const unit of left) keyTimes.set(unit.key, (keyTimes.get(unit.key) ?? 0) + 1)
  const isTelling = ({ left: l, score, contained, shared }: Link): boolean => {
    const key = left[l]?.key ?? ''
    if (score < MOVED_ALIKE && contained >= MOVED_PART && shared >= MOVED_PHRASES * fingerprints.fullRarity) return true
    return score >= MOVED_ALIKE && (key.length >= MOVED_LENGTH || keyTimes.get(key) === 1)
  }
  const moves: Link[] = []
  for (const link of links.filter(isTelling).sort(byStrength)) {
    if (leftTaken.has(link.left) || rightTaken.has(link.right)) continue
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
  left: readonly Unit[],
  right: readonly Unit[],
  chain: readonly Link[],
  moves: readonly Link[],
  isExpired: () => boolean,
): Link[] {
  const leftMoved = new Set(moves.map((link) => link.left))
  const rightMoved = new Set(moves.map((link) => link.right))
  const found: Link[] = []
  let l = 0
  let r = 0
  for (const link of [...chain, { left: left.length, right: right.length }]) {
    const gapLeft = left.slice(l, link.left).filter((unit) => !leftMoved.has(unit.index))
    const gapRight = right.slice(r, link.right).filter((unit) => !rightMoved.has(unit.index))
    if (gapLeft.length > 0 && gapRight.length > 0 && !isExpired()) found.push(...pairWithin(gapLeft, gapRight))
    l = link.left + 1
    r = link.right + 1
  }
  return found
}
