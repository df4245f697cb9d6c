import type { Island } from './match-tokens.ts'
import type { Edit } from './row.ts'
import type { Token } from './tokens.ts'

/** The edits that say what the islands leave out; spans end where a unit ends, so that each lies in one range of its row. */
export function emitEdits(left: readonly Token[], right: readonly Token[], islands: readonly Island[]): Edit[] {
  const edits: Edit[] = []
  let l = 0
  let r = 0
  for (const island of [...islands, { left: left.length, right: right.length, count: 0 }]) {
    for (const span of spans(left, l, island.left)) edits.push({ op: '-', left: span })
    for (const span of spans(right, r, island.right)) edits.push({ op: '+', right: span })
    emitEqual(left, right, island, edits)
    l = island.left + island.count
    r = island.right + island.count
  }
  return edits
}

function emitEqual(left: readonly Token[], right: readonly Token[], island: Island, into: Edit[]): void {
  for (let from = 0; from < island.count; ) {
    const l = left[island.left + from]
    const r = right[island.right + from]
    let to = from + 1
    while (to < island.count && left[island.left + to]?.part === l?.part && right[island.right + to]?.part === r?.part)
      to += 1
    const lastLeft = left[island.left + to - 1]
    const lastRight = right[island.right + to - 1]
    if (l && r && lastLeft && lastRight)
      into.push({ op: '=', left: [l.start, lastLeft.end], right: [r.start, lastRight.end] })
    from = to
  }
}

function spans(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const found: [number, number][] = []
  for (let i = from; i < to; ) {
    const first = tokens[i]
    let next = i + 1
    while (next < to && tokens[next]?.part === first?.part) next += 1
    const last = tokens[next - 1]
    if (first && last) found.push([first.start, last.end])
    i = next
  }
  return found
}
