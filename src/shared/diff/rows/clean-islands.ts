import { BEFORE_MARK, CLAUSE } from './borders.ts'
import { type Hunk, hunksOf, type Island } from './island.ts'
import { partLabel } from './label-hunks.ts'
import type { KeyPair } from './refine-hunks.ts'
import { startOf, type TokenRow } from './token-row.ts'
import { weighToken } from './token-weight.ts'

/** An equal stretch between two changes is kept only if it weighs this much for each character of the smaller change. */
const WORTH = 40

/** Rounds in which only the weakest of its neighbourhood goes; a text that needs more is rewritten throughout. */
const ROUNDS = 50

/** Drops equal stretches that are accidents inside a rewritten passage, weakest first, as one marking up by hand would. */
export function cleanIslands(pair: KeyPair, islands: readonly Island[]): Island[] {
  const { left, right } = pair.rows
  const weights = weightsUpTo(left)
  const weightOf = (island: Island): number =>
    ((weights[island.left + island.count] ?? 0) - (weights[island.left] ?? 0)) * (isClause(pair, island) ? 2 : 1)
  let kept = [...islands]
  for (let round = 1; ; round += 1) {
    const hunks = hunksOf(kept, left.key.length, right.key.length).map((hunk) => partLabel(left, right, hunk).rest)
    const next = dropWeakest(kept, hunks, weightOf, round > ROUNDS)
    if (next.length === kept.length) return kept
    kept = next
  }
}

/** For each place how much all that stands before it weighs; a token cut in two counts in shares. */
function weightsUpTo(row: TokenRow): Float64Array {
  const sums = new Float64Array(row.key.length + 1)
  for (const [i, to] of row.ends.entries()) {
    const from = startOf(row, i)
    const each = weighToken(row.key.slice(from, to), row.kinds[i] ?? 'word') / (to - from)
    for (let at = from; at < to; at += 1) sums[at + 1] = (sums[at] ?? 0) + each
  }
  return sums
}

/** One round: drops each island not worth keeping that is weaker than its neighbours; the changes around it become one. */
function dropWeakest(
  islands: readonly Island[],
  hunks: readonly Hunk[],
  weightOf: (island: Island) => number,
  all: boolean,
): Island[] {
  const ratios = islands.map((island, i) => {
    const size = smallerOf(hunks[i], hunks[i + 1])
    return size === 0 ? 1 : weightOf(island) / (WORTH * size)
  })
  return islands.filter((_, i) => {
    const ratio = ratios[i] ?? 1
    return ratio >= 1 || (!all && ((ratios[i - 1] ?? 1) <= ratio || (ratios[i + 1] ?? 1) < ratio))
  })
}

/** Characters from which on a stretch that is a clause on both sides has its own weight twice: it is no accident that it stands there. */
const SHORTEST_CLAUSE = 4

function isClause(pair: KeyPair, { left, right, count }: Island): boolean {
  const ends = (border: number | undefined): boolean => (border ?? 0) >= BEFORE_MARK
  return (
    count >= SHORTEST_CLAUSE &&
    (pair.leftBorders[left] ?? 0) >= CLAUSE &&
    (pair.rightBorders[right] ?? 0) >= CLAUSE &&
    ends(pair.leftBorders[left + count]) &&
    ends(pair.rightBorders[right + count])
  )
}

/**
 * Characters of the smaller of two changes. None where both only put in, or both only strike: between them stands what the
 * other side says in one go, and it need not be struck to be read.
 */
function smallerOf(before: Hunk | undefined, after: Hunk | undefined): number {
  if (!before || !after) return 0
  const [struckBefore, struckAfter] = [before.leftEnd - before.leftStart, after.leftEnd - after.leftStart]
  const [setBefore, setAfter] = [before.rightEnd - before.rightStart, after.rightEnd - after.rightStart]
  if (struckBefore + struckAfter === 0 || setBefore + setAfter === 0) return 0
  return Math.min(Math.max(struckBefore, setBefore), Math.max(struckAfter, setAfter))
}
