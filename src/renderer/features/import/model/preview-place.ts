import type { Range } from '../../../../shared/text/range.ts'
import type { Place } from './place.ts'
import type { PreviewGroup } from './preview-rows.ts'

/** The row of the preview that a place stands in; -1 where it stands in none. */
export function rowOfPlace(groups: readonly PreviewGroup[], place: Place): number {
  if (place.in === 'source') return groups.findIndex(({ from, to }) => from <= place.line && place.line < to)
  return groups.findIndex(({ lines }) =>
    lines.some(({ start, text }) => start <= place.start && place.start <= start + text.length),
  )
}

/** Where a sample of the log stands in the source: its first words, as samples are cut and joined; null where they are not found. */
export function findSample(rawLines: readonly string[], sample: string): Place | null {
  const line = rawLines.findIndex((text) => text.includes(sample))
  if (line >= 0) return { in: 'source', line }
  // A sample around a join holds words of two lines: its longest run without blanks finds one of them.
  const run =
    sample
      .replace(/…$/u, '')
      .split(/[\s↵·|]+/u)
      .sort((a, b) => b.length - a.length)[0] ?? ''
  for (let length = run.length; length >= 4; length -= 1) {
    const found = rawLines.findIndex((text) => text.includes(run.slice(0, length)))
    if (found >= 0) return { in: 'source', line: found }
  }
  return null
}

/** The part of a range that lies in a line which begins at `start`; null where none does. */
export function partInLine(range: Range, start: number, length: number): Range | null {
  const [from, to] = [Math.max(0, range.start - start), Math.min(length, range.end - start)]
  return from < to ? { start: from, end: to } : null
}
