/** A place where facts are looked for: the file name, the title, the lines above the first paragraph, the whole text. */
export interface FactSource {
  readonly text: string
  /** Where the text begins in the canonical text; null for the file name. */
  readonly offset: number | null
}

/** A guessed value with the words it was read from. */
export interface Guess<T> {
  readonly value: T
  readonly quote: string
  readonly start: number | null
}

/** The first pattern that matches the earliest source: the title before the file name before the first lines. */
export function guessByPattern<T>(
  sources: readonly FactSource[],
  patterns: readonly (readonly [T, RegExp])[],
): Guess<T> | null {
  for (const source of sources) {
    for (const [value, pattern] of patterns) {
      const match = pattern.exec(source.text)
      if (match) return { value, quote: match[0], start: place(source, match.index) }
    }
  }
  return null
}

/** Where a match stands in the canonical text; null when the source is the file name. */
export function place(source: FactSource, index: number): number | null {
  return source.offset === null ? null : source.offset + index
}
