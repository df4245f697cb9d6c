import { hunksOf, type Island } from './island.ts'
import { startOf, type TokenRow } from './token-row.ts'
import { weighToken } from './token-weight.ts'

/** An equal stretch between two changes is kept only if it weighs this much for each character of the smaller change. */
const WORTH = 40

/** Rounds in which only the weakest of its neighbourhood goes; a text that needs more is rewritten throughout. */
const ROUNDS = 50

/** Drops equal stretches that are accidents inside a rewritten passage, weakest first, as one marking up by hand would. */
export function cleanIslands(left: TokenRow, right: TokenRow, islands: readonly Island[]): Island[] {
  const weights = weightsUpTo(left)
  let kept = [...islands]
  for (let round = 1; ; round += 1) {
    const next = dropWeakest(kept, weights, { left: left.key.length, right: right.key.length, all: round > ROUNDS })
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
  weights: Float64Array,
  { left, right, all }: { readonly left: number; readonly right: number; readonly all: boolean },
): Island[] {
  const sizes = hunksOf(islands, left, right).map((hunk) =>
    Math.max(hunk.leftEnd - hunk.leftStart, hunk.rightEnd - hunk.rightStart),
  )
  const ratios = islands.map(({ left: from, count }, i) => {
    const smaller = Math.min(sizes[i] ?? 0, sizes[i + 1] ?? 0)
    if (smaller === 0) return 1
    return ((weights[from + count] ?? 0) - (weights[from] ?? 0)) / (WORTH * smaller)
  })
  return islands.filter((_, i) => {
    const ratio = ratios[i] ?? 1
    return ratio >= 1 || (!all && ((ratios[i - 1] ?? 1) <= ratio || (ratios[i + 1] ?? 1) < ratio))
  })
}
