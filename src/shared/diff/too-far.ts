import type { Island } from './island.ts'
import type { TokenRow } from './token-row.ts'

/** Share of the shorter side that must stand in the other for a row to be an edit of it. */
const KEPT = 0.4
/** What is kept in stretches of this many characters is no accident, however little it is of the whole. */
const CLAUSE = 10
/** Characters up to which a row is read at a glance, whatever is struck in it. */
const SHORT = 8

/**
 * Whether two sides say the same matter in words so different that what they share is an accident: the reader is better off
 * with the old and the new as wholes. Labels, marks and figures do not count.
 */
export function areTooFar(left: TokenRow, right: TokenRow, islands: readonly Island[]): boolean {
  // Cells are compared each with its own; where all of them changed the table says so best.
  if ([...left.parts, ...right.parts].some((part) => part.isTableRow)) return false
  const shorter = Math.min(saidIn(left, 0, left.key.length), saidIn(right, 0, right.key.length))
  if (shorter <= SHORT) return false
  const lengths = islands.map((island) => saidIn(left, island.left, island.left + island.count))
  const kept = lengths.reduce((sum, length) => sum + length, 0)
  const squares = lengths.reduce((sum, length) => sum + length * length, 0)
  return kept < KEPT * shorter && squares < CLAUSE * kept
}

/** Characters of words in a stretch. A label says nothing, and figures change in every revision. */
function saidIn({ key, parts }: TokenRow, from: number, to: number): number {
  let said = 0
  for (const part of parts) {
    for (let at = Math.max(from, part.labelTo); at < Math.min(to, part.to); at += 1)
      if (LETTER.test(key.charAt(at))) said += 1
  }
  return said
}

const LETTER = /\p{L}/u
