import type { Hunk } from './island.ts'
import type { TokenRow } from './token-row.ts'

/** A hunk in two: the label that stands for another one at its beginning, and what else changed; no label is an empty hunk. */
export interface LabelledHunk {
  readonly label: Hunk
  readonly rest: Hunk
}

/**
 * Parts a hunk that begins with a label on both sides. A new number says nothing of the words behind it: they are compared as
 * if the label were not there.
 */
export function partLabel(left: TokenRow, right: TokenRow, hunk: Hunk): LabelledHunk {
  const { leftStart, rightStart } = hunk
  const leftEnd = labelEnd(left, leftStart)
  const rightEnd = labelEnd(right, rightStart)
  if (leftEnd > hunk.leftEnd || rightEnd > hunk.rightEnd)
    return { label: { ...hunk, leftEnd: leftStart, rightEnd: rightStart }, rest: hunk }
  return { label: { ...hunk, leftEnd, rightEnd }, rest: { ...hunk, leftStart: leftEnd, rightStart: rightEnd } }
}

/** Where the label that begins at a place ends; far away when none does. */
function labelEnd({ parts }: TokenRow, at: number): number {
  for (const { from, labelTo } of parts) if (from === at && labelTo > from) return labelTo
  return Number.POSITIVE_INFINITY
}
