import type { Range } from '../text/range.ts'
import type { Anchor } from './anchor.ts'

/** Characters of context kept on each side: a clause or two, enough to tell repeated phrases apart. */
export const CONTEXT_LENGTH = 32

/** Whether an offset falls between the two halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  const code = text.codePointAt(offset - 1)
  return offset > 0 && offset < text.length && code !== undefined && code > 0xffff
}

/** The range, clipped to the text and widened where it would cut a character in two. */
export function wholeCharacters(text: string, { start, end }: Range): Range {
  const from = Math.min(Math.max(0, start), text.length)
  const to = Math.min(Math.max(from, end), text.length)
  const first = splitsPair(text, from) ? from - 1 : from
  // An empty range stays empty.
  if (to === from) return { start: first, end: first }
  return { start: first, end: splitsPair(text, to) ? to + 1 : to }
}

/** Remembers a span of a text by its words and those around it. `range` is UTF-16, end exclusive. */
export function makeAnchor(text: string, side: Anchor['side'], range: Range): Anchor {
  const { start, end } = wholeCharacters(text, range)
  const from = Math.max(0, start - CONTEXT_LENGTH)
  const to = Math.min(text.length, end + CONTEXT_LENGTH)
  return {
    side,
    quote: text.slice(start, end),
    before: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    after: text.slice(end, splitsPair(text, to) ? to - 1 : to),
    start,
  }
}
