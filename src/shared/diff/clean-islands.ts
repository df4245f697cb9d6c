import { hunksOf, type Island } from './island.ts'
import type { RowText } from './row-text.ts'
import type { TokenKind } from './tokenize.ts'

/** An equal stretch between two changes is kept only if it weighs this share of the smaller change. */
const WORTH = 0.4
/** Words that stand in every sentence and tie nothing together. */
const LOOSE = new Set('的了和与及在等为对以是将并而也又都于其从到由向使把被让给所之这那一有中上下更再个')

/** How much a matching token ties two texts together, in characters of an ordinary word. */
function tie(key: string, kind: TokenKind): number {
  if (kind === 'mark') return key === '。' || key === ';' || key === ',' ? 0.5 : 0.3
  if (kind === 'label') return 4
  if (kind === 'number') return 1 + key.length / 2
  if (key.length === 1) return LOOSE.has(key) ? 0.4 : 1
  return key.length
}

/** Drops equal stretches that are accidents inside a rewritten passage, weakest first, as one marking up by hand would. */
export function cleanIslands(left: RowText, right: RowText, islands: readonly Island[]): Island[] {
  const ties = tiesUpTo(left)
  const kept = [...islands]
  for (;;) {
    const weakest = findWeakest(kept, ties, left.key.length, right.key.length)
    if (weakest < 0) return kept
    kept.splice(weakest, 1)
  }
}

/** For each place how much all that stands before it ties; a token cut in two counts in shares. */
function tiesUpTo(row: RowText): Float64Array {
  const sums = new Float64Array(row.key.length + 1)
  let from = 0
  for (const [i, to] of row.ends.entries()) {
    const each = tie(row.key.slice(from, to), row.kinds[i] ?? 'word') / (to - from)
    for (let at = from; at < to; at += 1) sums[at + 1] = (sums[at] ?? 0) + each
    from = to
  }
  return sums
}

function findWeakest(islands: readonly Island[], ties: Float64Array, leftLength: number, rightLength: number): number {
  const sizes = hunksOf(islands, leftLength, rightLength).map((hunk) =>
    Math.max(hunk.leftEnd - hunk.leftStart, hunk.rightEnd - hunk.rightStart),
  )
  let weakest = -1
  let lowest = 1
  for (const [i, { left, count }] of islands.entries()) {
    const smaller = Math.min(sizes[i] ?? 0, sizes[i + 1] ?? 0)
    if (smaller === 0) continue
    const ratio = ((ties[left + count] ?? 0) - (ties[left] ?? 0)) / (WORTH * smaller)
    if (ratio < lowest) [lowest, weakest] = [ratio, i]
  }
  return weakest
}
