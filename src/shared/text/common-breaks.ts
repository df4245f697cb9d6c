/** What one of two texts that are read to be compared had joined, each piece the text that was broken off. */
export interface RejoinedSide {
  readonly rejoined: readonly string[]
}

/** So many of the breaks of the side that has more of them stand on the other side too: then both come from the same kind of page. */
const SAME_BREAKS = 0.5

/**
 * The steps to switch off when two texts are compared, because both have sentences that a page broke around its links, at the same
 * places. Whether such a break is taken out depends on the lines around it, so that an edit beside it would show as a paragraph that
 * was joined or parted, and a paragraph put in between as the end of a sentence. A text that is broken on one side alone is
 * put together as ever.
 */
export function commonBreaks(left: RejoinedSide, right: RejoinedSide): string[] {
  const most = Math.max(left.rejoined.length, right.rejoined.length)
  if (most === 0) return []
  const counts = new Map<string, number>()
  for (const text of left.rejoined) counts.set(text, (counts.get(text) ?? 0) + 1)
  let shared = 0
  for (const text of right.rejoined) {
    const count = counts.get(text) ?? 0
    if (count === 0) continue
    counts.set(text, count - 1)
    shared += 1
  }
  return shared >= most * SAME_BREAKS ? ['inline-breaks'] : []
}
