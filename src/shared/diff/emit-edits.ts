import { type Hunk, hunksOf, type Island } from './island.ts'
import type { Edit } from './row.ts'
import { toSpans } from './row-text.ts'
import { startOf, type TokenRow, tokenAt } from './token-row.ts'

/** The islands and what lies between them as edits. Every span lies in one range of its side: it ends where a unit ends. */
export function emitEdits(left: TokenRow, right: TokenRow, islands: readonly Island[]): Edit[] {
  const edits: Edit[] = []
  for (const [i, hunk] of hunksOf(islands, left.key.length, right.key.length).entries()) {
    for (const { leftStart, leftEnd, rightStart, rightEnd } of behindLabels(left, right, hunk)) {
      for (const { span } of toSpans(left, leftStart, leftEnd)) edits.push({ op: '-', left: span })
      for (const { span } of toSpans(right, rightStart, rightEnd)) edits.push({ op: '+', right: span })
    }
    const island = islands[i]
    if (island) emitEqual(left, right, island, edits)
  }
  return edits
}

/** A hunk that begins with a label on both sides falls in two: the new number, and what else changed. */
function behindLabels(left: TokenRow, right: TokenRow, hunk: Hunk): Hunk[] {
  const leftEnd = labelEnd(left, hunk.leftStart)
  const rightEnd = labelEnd(right, hunk.rightStart)
  if (leftEnd > hunk.leftEnd || rightEnd > hunk.rightEnd) return [hunk]
  return [
    { ...hunk, leftEnd, rightEnd },
    { ...hunk, leftStart: leftEnd, rightStart: rightEnd },
  ]
}

/** Where the label that begins at a place ends; far away when none does. */
function labelEnd(row: TokenRow, at: number): number {
  const token = tokenAt(row, at)
  return row.kinds[token] === 'label' && startOf(row, token) === at ? (row.ends[token] ?? 0) : Number.POSITIVE_INFINITY
}

function emitEqual(left: TokenRow, right: TokenRow, island: Island, into: Edit[]): void {
  const cuts = [
    ...toSpans(left, island.left, island.left + island.count).map(({ from }) => from - island.left),
    ...toSpans(right, island.right, island.right + island.count).map(({ from }) => from - island.right),
  ]
  const starts = [...new Set(cuts)].sort((a, b) => a - b)
  for (const [i, from] of starts.entries()) {
    const to = starts[i + 1] ?? island.count
    const l = toSpans(left, island.left + from, island.left + to)[0]
    const r = toSpans(right, island.right + from, island.right + to)[0]
    if (l && r) into.push({ op: '=', left: l.span, right: r.span })
  }
}
