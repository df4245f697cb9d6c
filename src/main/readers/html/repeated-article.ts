import { countNonBlank } from '../../../shared/text/characters.ts'
import type { Range } from '../../../shared/text/range.ts'

/** A repetition is an article shown twice when it makes up this share of the page's text and this many lines. */
const MIN_SHARE = 0.4
const MIN_LINES = 3
const MIN_DISTINCT = 0.8

/**
 * Finds the second copy of an article that stands twice on one page (for print and for screen, for wide and narrow
 * windows): the longest run of lines that repeats an earlier run. A range of line indexes, or null.
 */
export function findRepeatedArticle(lines: readonly string[]): Range | null {
  const keys = lines.map((line) => line.replace(/\s/g, ''))
  const sizes = keys.map(countNonBlank)
  const first = new Map<string, number>()
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let best: Range | null = null
  let bestSize = 0
  let start = -1
  let from = -1
  let size = 0
  keys.forEach((key, index) => {
    const expected = start >= 0 ? from + (index - start) : -1
    const continues = expected >= 0 && expected < start && keys[expected] === key
    if (!continues) {
      const earlier = first.get(key)
      start = earlier === undefined ? -1 : index
      from = earlier ?? -1
      size = 0
    }
    if (!first.has(key)) first.set(key, index)
    if (start < 0) return
    size += sizes[index] ?? 0
    if (size > bestSize) {
      best = { start, end: index + 1 }
      bestSize = size
    }
  })
  const found = best as Range | null
  if (found === null || found.end - found.start < MIN_LINES || bestSize < total * MIN_SHARE) return null
  // Equal rows below each other are a table, not an article.
  const distinct = new Set(keys.slice(found.start, found.end)).size
  return distinct >= (found.end - found.start) * MIN_DISTINCT ? found : null
}
