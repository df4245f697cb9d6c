/**
 * How much the words of a goal without number ask for: more than, as much as, near to. The first that applies counts.
 * 基本 and 左右 leave room below.
 */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/(?:高于|快于|超过|高出|优于|好于|领先于|大于|低于.*(?:死亡|失业|排放))/, 3],
  [/(?:基本|大体|总体|努力|力争|争取|接近|逐步|稳步)/, 1],
  [/(?:达到|持平|同步|不低于|相当|一致|全面|确保|完成)/, 2],
]

/** Positive when the right words ask for more than the left, negative for less, 0 when they do not say. */
export function compareGoalWords(left: string, right: string): number {
  const from = rankOf(left)
  const to = rankOf(right)
  return from === null || to === null ? 0 : to - from
}

function rankOf(words: string): number | null {
  return RANKS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
