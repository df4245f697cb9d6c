import type { Island } from './island.ts'
import type { RowText } from './row-text.ts'

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
export function areTooFar(left: RowText, right: RowText, islands: readonly Island[]): boolean {
  const shorter = shorterSide(left, right)
  if (shorter <= SHORT) return false
  const lengths = islands.map((island) => saidIn(left, island.left, island.left + island.count))
  const kept = lengths.reduce((sum, length) => sum + length, 0)
  const squares = lengths.reduce((sum, length) => sum + length * length, 0)
  return kept < KEPT * shorter && squares < CLAUSE * kept
}

/**
 * Whether two sides share so few pairs of characters that they are too far whatever an alignment finds; spares the search.
 * An island of a single character is not seen here, and is an accident.
 */
export function shareTooLittle(left: RowText, right: RowText): boolean {
  const shorter = shorterSide(left, right)
  if (shorter <= SHORT) return false
  const pairs = new Set<number>()
  for (let at = 1; at < right.key.length; at += 1) pairs.add(pairAt(right.key, at))
  let [kept, run] = [0, 0]
  for (let at = 1; at < left.key.length; at += 1) {
    if (pairs.has(pairAt(left.key, at))) {
      kept += run === 0 ? 2 : 1
      run += 1
      if (run >= CLAUSE || kept >= KEPT * shorter) return false
    } else run = 0
  }
  return true
}

function pairAt(key: string, at: number): number {
  return key.charCodeAt(at - 1) * 0x10000 + key.charCodeAt(at)
}

/** Characters of the side that says less; none for a table row: cells are compared each with its own, however they changed. */
function shorterSide(left: RowText, right: RowText): number {
  if (left.parts.some((part) => part.isTableRow) || right.parts.some((part) => part.isTableRow)) return 0
  return Math.min(saidIn(left, 0, left.key.length), saidIn(right, 0, right.key.length))
}

/** Characters of words in a stretch. A label says nothing, and figures change in every revision. */
function saidIn({ key, parts }: RowText, from: number, to: number): number {
  let said = 0
  for (const part of parts) {
    for (let at = Math.max(from, part.labelTo); at < Math.min(to, part.to); at += 1)
      if (LETTER.test(key.charAt(at))) said += 1
  }
  return said
}

const LETTER = /\p{L}/u
