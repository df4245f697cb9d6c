import { isBlankCode } from './characters.ts'

/**
 * True when `after` holds the non-blank characters of `before` in the same order, less the `dropped` ones, plus the
 * `added` ones. Without additions that is exact: equal multisets and a subsequence.
 */
export function isBalanced(
  before: readonly string[],
  after: readonly string[],
  dropped: readonly string[],
  added: string,
): boolean {
  const counts = new Map<number, number>()
  const tally = (text: string, by: number) => {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (isBlankCode(code)) continue
      counts.set(code, (counts.get(code) ?? 0) + by)
    }
  }
  for (const text of before) tally(text, 1)
  tally(added, 1)
  for (const text of after) tally(text, -1)
  for (const text of dropped) tally(text, -1)
  for (const count of counts.values()) if (count !== 0) return false
  return added !== '' || isSubsequence(after.join('\n'), before.join('\n'))
}

/** True when the non-blank characters of `part` stand in `whole` in the same order. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (let i = 0; i < part.length; i += 1) {
    if (isBlankCode(part.charCodeAt(i))) continue
    const found = whole.indexOf(part.charAt(i), at)
    if (found < 0) return false
    at = found + 1
  }
  return true
}
