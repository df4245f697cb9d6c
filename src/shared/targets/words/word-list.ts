/** The words of a list written in one string, as the word lists of this folder are. */
export function wordList(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Builds an alternation that prefers longer words. */
export function longestFirst(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}
