import { hunksOf, type Island } from './island.ts'
import { partLabel } from './label-hunks.ts'
import type { KeyPair } from './refine-hunks.ts'
import { tokenAt } from './token-row.ts'

/** Share of a clause that must be kept for what is kept of it to be no accident. */
const KEPT = 0.25
/** How many times its length must change before and behind a stretch for it to be lost among the changes. */
const AROUND = 2
/** A stretch of this many characters tells where it comes from, however much around it changed. */
const TELLING = 6

/**
 * Drops short equal stretches inside a clause of which hardly anything else is kept on one of the sides: the clause was
 * struck, and a word of it stands by chance in what replaced it. Figures stay, since striking one says that it changed; and
 * so does what the other side says in one go with what is before and behind it.
 */
export function dropStrays(pair: KeyPair, islands: readonly Island[]): Island[] {
  if (pair.rows.left.parts.some((part) => part.isTableRow)) return [...islands]
  const hunks = hunksOf(islands, pair.left.length, pair.right.length).map(
    (hunk) => partLabel(pair.rows.left, pair.rows.right, hunk).rest,
  )
  const keptOf = { left: keptUpTo(islands, 'left', pair.left), right: keptUpTo(islands, 'right', pair.right) }
  return islands.filter((island, i) => {
    const [before, after] = [hunks[i], hunks[i + 1]]
    if (island.count >= TELLING || !before || !after || holdsFigure(pair, island)) return true
    const onlySet = before.leftStart === before.leftEnd && after.leftStart === after.leftEnd
    const onlyStruck = before.rightStart === before.rightEnd && after.rightStart === after.rightEnd
    if (onlySet || onlyStruck) return true
    const struck = Math.min(before.leftEnd - before.leftStart, after.leftEnd - after.leftStart)
    const set = Math.min(before.rightEnd - before.rightStart, after.rightEnd - after.rightStart)
    return !(
      (struck >= AROUND * island.count && isStray(pair.left, keptOf.left, island.left, island.count)) ||
      (set >= AROUND * island.count && isStray(pair.right, keptOf.right, island.right, island.count))
    )
  })
}

/** For each place of a side how many characters before it are kept. */
function keptUpTo(islands: readonly Island[], side: 'left' | 'right', key: string): Int32Array {
  const sums = new Int32Array(key.length + 1)
  let [at, kept] = [0, 0]
  for (const island of islands) {
    while (at < island[side]) sums[++at] = kept
    for (const end = island[side] + island.count; at < end; ) sums[++at] = kept += 1
  }
  while (at < key.length) sums[++at] = kept
  return sums
}

/** What ends a clause; an enumeration (、) goes on. */
const ENDS = new Set(',;:。!?|')

function isStray(key: string, kept: Int32Array, from: number, count: number): boolean {
  let [start, end] = [from, from + count]
  while (start > 0 && !ENDS.has(key.charAt(start - 1))) start -= 1
  while (end < key.length && !ENDS.has(key.charAt(end))) end += 1
  return (kept[end] ?? 0) - (kept[start] ?? 0) < KEPT * (end - start)
}

function holdsFigure({ rows: { left } }: KeyPair, island: Island): boolean {
  for (let token = tokenAt(left, island.left); ; token += 1) {
    if (left.kinds[token] === 'number') return true
    if ((left.ends[token] ?? left.key.length) >= island.left + island.count) return false
  }
}
