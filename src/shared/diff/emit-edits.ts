import { hunksOf, type Island } from './island.ts'
import type { Edit } from './row.ts'
import { type RowText, toSpans } from './row-text.ts'

/** The islands and what lies between them as edits. Every span lies in one range of its side: it ends where a unit ends. */
export function emitEdits(left: RowText, right: RowText, islands: readonly Island[]): Edit[] {
  const edits: Edit[] = []
  for (const [i, hunk] of hunksOf(islands, left.key.length, right.key.length).entries()) {
    for (const { span } of toSpans(left, hunk.leftStart, hunk.leftEnd)) edits.push({ op: '-', left: span })
    for (const { span } of toSpans(right, hunk.rightStart, hunk.rightEnd)) edits.push({ op: '+', right: span })
    const island = islands[i]
    if (island) emitEqual(left, right, island, edits)
  }
  return edits
}

function emitEqual(left: RowText, right: RowText, island: Island, into: Edit[]): void {
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
