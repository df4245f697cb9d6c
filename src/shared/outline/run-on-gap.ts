const WIDE_GAP = /[ \u00a0\u3000]{2,}/u
/** A heading whose two characters stand apart is one heading all the same. */
const SHORTEST_TITLE = 3
/** So much behind a gap is text. */
const RUN_ON = 10

/**
 * Where the wide gap begins behind which text goes on on the line of a heading (第一节 完善制度, a gap, 加快建立…); null where the line is
 * nothing but a heading. `body` is the line behind its number, without blanks around it; the result is a UTF-16 offset into it.
 */
export function runOnGap(body: string): number | null {
  const gap = WIDE_GAP.exec(body)
  if (!gap || body.length - gap.index < RUN_ON) return null
  return body.slice(0, gap.index).replace(/\s/gu, '').length < SHORTEST_TITLE ? null : gap.index
}
