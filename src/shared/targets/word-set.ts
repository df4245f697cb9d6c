/**
 * Word lists made ready for reading a text from one place: the longest word that begins or ends there, found by a few
 * look-ups instead of an alternation of hundreds of words.
 */
export interface WordSet<V> {
  readonly words: ReadonlyMap<string, V>
  readonly longest: number
}

export function wordSet<V>(entries: Iterable<readonly [string, V]>): WordSet<V> {
  const words = new Map(entries)
  let longest = 0
  for (const word of words.keys()) longest = Math.max(longest, word.length)
  return { words, longest }
}

/** A set whose words carry nothing. */
export function plainSet(list: readonly string[]): WordSet<true> {
  return wordSet(list.map((word) => [word, true] as const))
}

/** The longest word that begins at `at` and ends by `end`, or ''. */
export function wordAt<V>(set: WordSet<V>, text: string, at: number, end: number): string {
  for (let length = Math.min(set.longest, end - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length)
    if (set.words.has(word)) return word
  }
  return ''
}

/** The longest word that ends at `end` and begins at or behind `from`, or ''. */
export function wordBefore<V>(set: WordSet<V>, text: string, from: number, end: number): string {
  for (let length = Math.min(set.longest, end - from); length > 0; length -= 1) {
    const word = text.slice(end - length, end)
    if (set.words.has(word)) return word
  }
  return ''
}
