import { knownStarts } from './known-starts.ts'

/** One of two texts that are read to be compared. */
export interface RejoinedSide {
  /** The lines as the reader found them. */
  readonly rawLines: readonly string[]
  /** Lines that were joined to the one before because of what they say, each as it stood. */
  readonly rejoined: readonly string[]
}

/** So many of all breaks taken out stand on the other side too: then both come from the same kind of page. */
const SAME_BREAKS = 0.5

/**
 * The steps to switch off when two texts are compared, because both have sentences that a page broke around its links, at the same
 * places. Whether such a break is taken out depends on the lines around it, so that an edit beside it would show as a paragraph that
 * was joined or parted, and a paragraph put in between as the end of a sentence. A text that is broken on one side alone is
 * put together as ever.
 */
export function commonBreaks(left: RejoinedSide, right: RejoinedSide): string[] {
  const all = left.rejoined.length + right.rejoined.length
  const common = countCommon(left, right) + countCommon(right, left)
  return all > 0 && common >= all * SAME_BREAKS ? ['inline-breaks'] : []
}

/** How many pieces of one side stand on lines of their own on the other too, or begin one that was wrapped. */
function countCommon({ rejoined }: RejoinedSide, other: RejoinedSide): number {
  if (rejoined.length === 0) return 0
  const begins = knownStarts(other.rawLines)
  return rejoined.filter((piece) => begins(piece)).length
}
