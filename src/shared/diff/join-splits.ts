import type { Match } from './align-units.ts'
import { type Fingerprints, weigh, weighShared } from './shingles.ts'

/** Share of a lonely unit that must be found in what its neighbour has left over, to count as split off from it. */
const SPLIT_OFF = 0.6
/** Weight that text running over from one row into the next must have at least, in shingles of full rarity. */
const RUN_OVER = 4

/**
 * Joins rows that are one row by their text: a unit split into several, several merged into one, or text that runs over
 * the border of two units. `matches` cover all units; neighbours are units that follow each other on either side.
 */
export function joinSplits(matches: readonly Match[], fingerprints: Fingerprints): Match[] {
  let current = matches
  for (const side of ['right', 'left', 'right', 'left'] as const) current = joinAlong(side, current, fingerprints)
  return [...current]
}

function joinAlong(side: 'left' | 'right', matches: readonly Match[], fingerprints: Fingerprints): Match[] {
  const ordered = matches
    .filter((match) => match[side].length > 0)
    .sort((a, b) => (a[side][0] ?? 0) - (b[side][0] ?? 0))
  const others = matches.filter((match) => match[side].length === 0)
  const result: Match[] = []
  for (const match of ordered) {
    const last = result.at(-1)
    if (last && follows(last, match, side) && runsOver(last, match, fingerprints))
      result[result.length - 1] = join(last, match)
    else result.push(match)
  }
  return [...result, ...others]
}

function follows(a: Match, b: Match, side: 'left' | 'right'): boolean {
  const whole = a.left.length > 0 && a.right.length > 0 && b.left.length > 0 && b.right.length > 0
  if (whole && (a.moved !== b.moved || !adjacent(a, b, 'left') || !adjacent(a, b, 'right'))) return false
  return adjacent(a, b, side)
}

function adjacent(a: Match, b: Match, side: 'left' | 'right'): boolean {
  return (a[side].at(-1) ?? -2) + 1 === (b[side][0] ?? -1)
}

function join(a: Match, b: Match): Match {
  return {
    left: [...a.left, ...b.left].sort((x, y) => x - y),
    right: [...a.right, ...b.right].sort((x, y) => x - y),
    moved: a.moved || b.moved,
  }
}

function runsOver(a: Match, b: Match, fingerprints: Fingerprints): boolean {
  const spareA = spare(a, fingerprints)
  const spareB = spare(b, fingerprints)
  return sharesEnough(spareA.left, spareB.right, fingerprints) || sharesEnough(spareB.left, spareA.right, fingerprints)
}

function sharesEnough(a: Int32Array, b: Int32Array, { rarity }: Fingerprints): boolean {
  if (a.length === 0 || b.length === 0) return false
  const shared = weighShared(a, b, rarity)
  const full = Math.log2(1 + rarity.length)
  return (
    shared >= SPLIT_OFF * Math.min(weigh(a, rarity), weigh(b, rarity)) &&
    shared >= Math.min(RUN_OVER * full, weigh(b, rarity) * 0.8)
  )
}

/** The shingles of each side of a row that the other side does not have, counted as often as they occur. */
function spare(match: Match, fingerprints: Fingerprints): { left: Int32Array; right: Int32Array } {
  const left = together(match.left, fingerprints.left)
  const right = together(match.right, fingerprints.right)
  return { left: without(left, right), right: without(right, left) }
}

function together(units: readonly number[], sets: readonly Int32Array[]): Int32Array {
  return Int32Array.from(units.flatMap((unit) => [...(sets[unit] ?? [])])).sort()
}

function without(list: Int32Array, other: Int32Array): Int32Array {
  const rest: number[] = []
  let j = 0
  for (const id of list) {
    while (j < other.length && (other[j] ?? 0) < id) j += 1
    if (j < other.length && other[j] === id) j += 1
    else rest.push(id)
  }
  return Int32Array.from(rest)
}
