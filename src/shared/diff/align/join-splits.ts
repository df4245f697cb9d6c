import type { Rarity } from '../counts/rarity.ts'
import type { Unit } from '../units/unit.ts'
import type { Match } from './align-units.ts'
import { leftOver, NO_SPARE, type Spare, type Spares } from './spares.ts'
import { partSplitOffs, sharedWeight } from './split-offs.ts'

/** Share of a unit that must be found in what its neighbour has left over, to count as split off from it. */
const SPLIT_OFF = 0.6
/** Shingles of full rarity that must run over from one row into the next before two rows are joined. */
const RUN_OVER = 4
/** Units without partner or from elsewhere that may stand between two parts: a page number, a paragraph put in. */
const BETWEEN = 2

type Side = 'left' | 'right'

/** Both sides, and how rare each shingle is. */
export interface SplitContext {
  readonly left: readonly Unit[]
  readonly right: readonly Unit[]
  readonly rarity: Rarity
  /** What two units leave over of each other. */
  readonly spares: (left: Unit | undefined, right: Unit | undefined) => Spares
}

/** A row in the making. */
interface Group {
  readonly match: Match
  readonly left: Spare
  readonly right: Spare
}

/**
 * Joins rows that are one row by their text: a unit split into several, several merged into one, or text that runs over
 * the border of two units. `matches` cover all units.
 */
export function joinSplits(matches: readonly Match[], context: SplitContext): Match[] {
  let groups = partPieces(
    matches.map((match) => toGroup(match, context)),
    context,
  )
  for (let before = Number.POSITIVE_INFINITY; groups.length < before; ) {
    before = groups.length
    for (const side of ['right', 'left'] as const) groups = joinAlong(side, groups, context)
  }
  return groups.map((group) => group.match)
}

function toGroup(match: Match, { left, right, spares }: SplitContext): Group {
  const isOne = match.left.length === 1 && match.right.length === 1
  const [l, r] = [left[match.left[0] ?? -1], right[match.right[0] ?? -1]]
  return { match, ...(isOne && l?.key === r?.key ? NO_SPARES : spares(l, r)) }
}

/** Sets free what was paired only because a piece of its neighbour came to stand in its place. */
function partPieces(groups: readonly Group[], context: SplitContext): Group[] {
  const { left, right, rarity, spares } = context
  const whole = (side: Side, unit: number): Spare =>
    (side === 'left' ? spares(left[unit], undefined) : spares(undefined, right[unit]))[side]
  const parted = partSplitOffs(groups, rarity, RUN_OVER * rarity.full, whole)
  return parted.map((part) => ('match' in part ? part : toGroup(part, context)))
}

const NO_SPARES: Spares = { left: NO_SPARE, right: NO_SPARE }

/** One pass over the groups in the order of one side; each joins what precedes it as often as it can. */
function joinAlong(side: Side, groups: readonly Group[], context: SplitContext): Group[] {
  const ordered = groups
    .filter(({ match }) => match[side].length > 0)
    .sort((a, b) => (a.match[side][0] ?? 0) - (b.match[side][0] ?? 0))
  const result: Group[] = []
  for (const group of ordered) {
    let current = group
    for (let at = partnerBefore(result, current, context); at >= 0; ) {
      const [partner] = result.splice(at, 1)
      if (partner) current = join(partner, current, context)
      at = partnerBefore(result, current, context)
    }
    insertInOrder(result, current, side)
  }
  return [...result, ...groups.filter(({ match }) => match[side].length === 0)]
}

/** The nearest group before this one that it belongs to, with at most a few lonely units between them. */
function partnerBefore(result: readonly Group[], group: Group, context: SplitContext): number {
  if (group.left === NO_SPARE && group.right === NO_SPARE) return -1
  for (let at = result.length - 1; at >= 0 && at >= result.length - 1 - BETWEEN; at -= 1) {
    const before = result[at]
    if (!before) break
    if (mayJoin(before.match, group.match) && runsOver(before, group, context)) return at
    if (isWhole(before.match) && !before.match.moved) break
  }
  return -1
}

function insertInOrder(result: Group[], group: Group, side: Side): void {
  let at = result.length
  while (at > 0 && (result[at - 1]?.match[side][0] ?? 0) > (group.match[side][0] ?? 0)) at -= 1
  if (at === result.length) result.push(group)
  else result.splice(at, 0, group)
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

function join(a: Group, b: Group, { rarity }: SplitContext): Group {
  const ascending = (x: number, y: number): number => x - y
  const match = {
    left: [...a.match.left, ...b.match.left].sort(ascending),
    right: [...a.match.right, ...b.match.right].sort(ascending),
    moved: a.match.moved || b.match.moved,
  }
  return { match, ...leftOver([a.left, b.left], [a.right, b.right], rarity) }
}

/** Whether text of one row is found in the other, in what either has left over. */
function runsOver(a: Group, b: Group, context: SplitContext): boolean {
  if (hasTableRow(a.match, context) || hasTableRow(b.match, context)) return false
  const [aIsWhole, bIsWhole] = [isWhole(a.match), isWhole(b.match)]
  const least = (inA: Spare, inB: Spare): number =>
    leastShared(aIsWhole ? null : inA, bIsWhole ? null : inB, context.rarity)
  return (
    sharesEnough(a.left, b.right, least(a.left, b.right), context.rarity) ||
    sharesEnough(b.left, a.right, least(a.right, b.left), context.rarity)
  )
}

/** The row of a table is a row of its own, however alike the next one is. */
function hasTableRow({ left, right }: Match, context: SplitContext): boolean {
  return (
    left.some((unit) => context.left[unit]?.kind === 'table-row') ||
    right.some((unit) => context.right[unit]?.kind === 'table-row')
  )
}

/**
 * What two rows must share at least. Two that both have partners: a phrase. Of a unit without partner it is enough that most of it
 * is found, if it is shorter: but the few characters that a heading has left over do not make a whole article part of it.
 */
function leastShared(lonelyA: Spare | null, lonelyB: Spare | null, rarity: Rarity): number {
  const phrase = RUN_OVER * rarity.full
  if (!lonelyA && !lonelyB) return phrase
  return Math.min(phrase, 0.8 * Math.max(lonelyA?.weight ?? 0, lonelyB?.weight ?? 0))
}

/** Whether two rests share that much, and most of the smaller one. */
function sharesEnough(a: Spare, b: Spare, atLeast: number, rarity: Rarity): boolean {
  if (a.weight === 0 || b.weight === 0) return false
  const smaller = Math.min(a.weight, b.weight)
  const least = Math.max(SPLIT_OFF * smaller, atLeast)
  if (least > smaller) return false
  return sharedWeight(a, b, rarity) >= least
}
