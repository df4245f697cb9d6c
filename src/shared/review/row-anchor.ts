import type { Row } from '../diff/rows/row.ts'
import type { Range } from '../text/range.ts'
import type { Anchor } from './anchor.ts'
import { makeAnchor } from './make-anchor.ts'

/** One span for several blocks of a row: all of them where they follow each other, else the longest. */
function spanOf(ranges: readonly Range[]): Range | null {
  const [first, ...rest] = ranges
  if (!first) return null
  let span = first
  for (const range of rest) {
    if (range.start < span.end || range.start > span.end + 1)
      return ranges.reduce((longest, r) => (r.end - r.start > longest.end - longest.start ? r : longest))
    span = { start: span.start, end: range.end }
  }
  return span
}

/** What a decision on a row speaks of: its right text, or its left text when it has no right. */
export function rowSubject(row: Row): { readonly side: Anchor['side']; readonly range: Range } | null {
  const right = spanOf(row.right)
  if (right) return { side: 'right', range: right }
  const left = spanOf(row.left)
  return left && { side: 'left', range: left }
}

/** The anchor of a decision on a row; null for a row without text. */
export function makeRowAnchor(row: Row, leftText: string, rightText: string): Anchor | null {
  const subject = rowSubject(row)
  return subject && makeAnchor(subject.side === 'left' ? leftText : rightText, subject.side, subject.range)
}
