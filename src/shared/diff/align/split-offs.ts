import type { Rarity } from '../counts/rarity.ts'
import type { Match } from './align-units.ts'
import type { Spare, Spares } from './spares.ts'

/** Share of a unit that must be found in what its neighbour's partner has left over. */
const FOUND = 0.8

type Side = 'left' | 'right'

/** A pair of units with what each has that the other does not. */
interface Pair extends Spares {
  readonly match: Match
}

/**
 * Parts pairs of units of which one is a piece of its neighbour: it stands in what the neighbour's partner has left over, and shares less with
 * its own. Such a unit was paired because it came to stand where its partner was struck. The rest of `pairs` stays as it is.
 * @param whole what a unit holds, all of it
 * @param phrase what the piece must share more with its neighbour's partner than with its own
 */
export function partSplitOffs<P extends Pair>(
  pairs: readonly P[],
  rarity: Rarity,
  phrase: number,
  whole: (side: Side, unit: number) => Spare,
): (P | Match)[] {
  const owners = { left: new Map<number, P>(), right: new Map<number, P>() }
  for (const pair of pairs) {
    if (!isOneToOne(pair.match)) continue
    owners.left.set(pair.match.left[0] ?? -1, pair)
    owners.right.set(pair.match.right[0] ?? -1, pair)
  }
  const isSplitOff = (pair: P, side: Side): boolean => {
    const unit = pair.match[side][0] ?? -1
    const neighbours = [owners[side].get(unit - 1), owners[side].get(unit + 1)]
    const leftOver = neighbours.flatMap((each) => (each === undefined ? [] : [each[otherOf(side)]]))
    if (leftOver.every(({ weight }) => weight < phrase)) return false
    const all = whole(side, unit)
    const own = all.weight - pair[side].weight
    return leftOver.some((spare) => sharedWeight(spare, all, rarity) >= Math.max(FOUND * all.weight, own + phrase))
  }
  return pairs.flatMap((pair): (P | Match)[] => {
    const { match } = pair
    if (!isOneToOne(match) || pair.left.weight === 0 || pair.right.weight === 0) return [pair]
    if (!isSplitOff(pair, 'left') && !isSplitOff(pair, 'right')) return [pair]
    return [
      { left: match.left, right: [], moved: false },
      { left: [], right: match.right, moved: false },
    ]
  })
}

function isOneToOne({ left, right }: Match): boolean {
  return left.length === 1 && right.length === 1
}

function otherOf(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}

/** What the shingles weigh that two ascending lists have in common. */
export function sharedWeight(a: Spare, b: Spare, rarity: Rarity): number {
  let [shared, j] = [0, 0]
  for (const shingle of a.shingles) {
    while (j < b.shingles.length && (b.shingles[j] as number) < shingle) j += 1
    if (j === b.shingles.length) break
    if (b.shingles[j] !== shingle) continue
    j += 1
    shared += rarity.of(shingle)
  }
  return shared
}
