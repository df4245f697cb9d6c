import { hunksOf, type Island } from './island.ts'
import { partLabel } from './label-hunks.ts'
import type { Edit } from './row.ts'
import { toSpans } from './row-text.ts'
import type { TokenRow } from './token-row.ts'

/** The islands and what lies between them as edits. Every span lies in one range of its side: it ends where a unit ends. */
export function emitEdits(left: TokenRow, right: TokenRow, islands: readonly Island[]): Edit[] {
  const edits: Edit[] = []
  for (const [i, hunk] of hunksOf(islands, left.key.length, right.key.length).entries()) {
    const { label, rest } = partLabel(left, right, hunk)
    for (const { leftStart, leftEnd, rightStart, rightEnd } of [label, rest]) {
      for (const { span } of toSpans(left, leftStart, leftEnd)) edits.push({ op: '-', left: span })
      for (const { span } of toSpans(right, rightStart, rightEnd)) edits.push({ op: '+', right: span })
    }
    const island = islands[i]
    if (island) emitEqual(left, right, island, edits)
  }
  return edits
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
