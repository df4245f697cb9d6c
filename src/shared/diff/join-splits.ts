import type { Match } from './align-units.ts'
import { type Fingerprints, weigh, weighShared } from './shingles.ts'

/** Share of a unit that must be found in what its neighbour has left over, to count as split off from it. */
const SPLIT_OFF = 0.6
/** Shingles of full rarity that must run over from one row into the next before two rows are joined. */
const RUN_OVER = 4
/** Units without partner or from elsewhere that may stand between two parts: a page number, a paragraph put in. */
const BETWEEN = 2

type Side = 'left' | 'right'

/** A row in the making, with the shingles of each side that the other side does not have. */
interface Group {
  readonly match: Match
  readonly spare: Readonly<Record<Side, Int32Array>>
}

/**
 * Joins rows that are one row by their text: a unit split into several, several merged into one, or text that runs over
 * the border of two units. `matches` cover all units.
 */
export function joinSplits(matches: readonly Match[], fingerprints: Fingerprints): Match[] {
  let groups = matches.map((match) => toGroup(match, fingerprints))
  for (let before = Number.POSITIVE_INFINITY; groups.length < before; ) {
    before = groups.length
    for (const side of ['right', 'left'] as const) groups = joinAlong(side, groups, fingerprints)
  }
  return groups.map((group) => group.match)
}

function toGroup(match: Match, fingerprints: Fingerprints): Group {
  const left = together(match.left.flatMap((unit) => fingerprints.left[unit] ?? []))
  const right = together(match.right.flatMap((unit) => fingerprints.right[unit] ?? []))
  return { match, spare: cancelled(left, right) }
}

/** One pass over the groups in the order of one side; each joins what precedes it as often as it can. */
function joinAlong(side: Side, groups: readonly Group[], fingerprints: Fingerprints): Group[] {
  const ordered = groups
    .filter(({ match }) => match[side].length > 0)
    .sort((a, b) => (a.match[side][0] ?? 0) - (b.match[side][0] ?? 0))
  const result: Group[] = []
  for (const group of ordered) {
    let current = group
    for (let at = partnerBefore(result, current, fingerprints); at >= 0; ) {
      const [partner] = result.splice(at, 1)
      if (partner) current = join(partner, current)
      at = partnerBefore(result, current, fingerprints)
    }
    insertInOrder(result, current, side)
  }
  return [...result, ...groups.filter(({ match }) => match[side].length === 0)]
}

/** The nearest group before this one that it belongs to, with at most a few lonely units between them. */
function partnerBefore(result: readonly Group[], group: Group, fingerprints: Fingerprints): number {
  for (let at = result.length - 1; at >= 0 && at >= result.length - 1 - BETWEEN; at -= 1) {
    const before = result[at]
    if (!before) break
    if (mayJoin(before.match, group.match) && runsOver(before, group, fingerprints)) return at
    if (isWhole(before.match) && !before.match.moved) break
  }
  return -1
}

function insertInOrder(result: Group[], group: Group, side: Side): void {
  let at = result.length
  while (at > 0 && (result[at - 1]?.match[side][0] ?? 0) > (group.match[side][0] ?? 0)) at -= 1
  result.splice(at, 0, group)
}

function isWhole(match: Match): boolean {
  return match.left.length > 0 && match.right.length > 0
}

/** Two rows with both sides must follow each other on both; a lonely unit may join from either side. */
function mayJoin(a: Match, b: Match): boolean {
  if (a.left.length + b.left.length === 0 || a.right.length + b.right.length === 0) return false
  if (!isWhole(a) || !isWhole(b)) return true
  return a.moved === b.moved && isNear(a.left, b.left) && isNear(a.right, b.right)
}

function isNear(a: readonly number[], b: readonly number[]): boolean {
  const step = (b[0] ?? 0) - (a.at(-1) ?? 0)
  return step > 0 && step <= 1 + BETWEEN
}

function join(a: Group, b: Group): Group {
  const ascending = (x: number, y: number): number => x - y
  return {
    match: {
      left: [...a.match.left, ...b.match.left].sort(ascending),
      right: [...a.match.right, ...b.match.right].sort(ascending),
      moved: a.match.moved || b.match.moved,
    },
    spare: cancelled(together([a.spare.left, b.spare.left]), together([a.spare.right, b.spare.right])),
  }
}

function runsOver(a: Group, b: Group, fingerprints: Fingerprints): boolean {
  return (
    sharesEnough(a.spare.left, b.spare.right, fingerprints) || sharesEnough(b.spare.left, a.spare.right, fingerprints)
  )
}

function sharesEnough(a: Int32Array, b: Int32Array, { rarity, fullRarity }: Fingerprints): boolean {
  if (a.length === 0 || b.length === 0) return false
  const shared = weighShared(a, b, rarity)
  const smaller = Math.min(weigh(a, rarity), weigh(b, rarity))
  return shared >= SPLIT_OFF * smaller && shared >= Math.min(RUN_OVER * fullRarity, 0.8 * smaller)
}

function together(lists: readonly Int32Array[]): Int32Array {
  const [only] = lists
  if (only && lists.length === 1) return only
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

/** Takes away from two ascending lists what they have in common, as often as both have it. */
function cancelled(left: Int32Array, right: Int32Array): Record<Side, Int32Array> {
  const spareLeft: number[] = []
  const spareRight: number[] = []
  let j = 0
  for (const id of left) {
    while (j < right.length && (right[j] ?? 0) < id) spareRight.push(right[j++] ?? 0)
    if (j < right.length && right[j] === id) j += 1
    else spareLeft.push(id)
  }
  while (j < right.length) spareRight.push(right[j++] ?? 0)
  return { left: Int32Array.from(spareLeft), right: Int32Array.from(spareRight) }
}
