import type { Comparison } from '../../../../shared/comparison/comparison.ts'
import type { DisplayRow } from './display-rows.ts'

/** One replacement in the right text: [from, to) by `insert`. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
}

function textOfRanges(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join('\n')
}

/** The smallest replacement that makes `before` (at `from`) into `after`: carets and remarks elsewhere in the paragraph stay. */
export function narrow(from: number, before: string, after: string): Replacement {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  return { from: from + head, to: from + before.length - tail, insert: after.slice(head, after.length - tail) }
}

/** Where a paragraph that the right text lacks comes back: after the nearest row above that has right text. */
function insertionPoint(rows: readonly DisplayRow[], display: number): { at: number; first: boolean } {
  for (let index = display - 1; index >= 0; index -= 1) {
    const right = rows[index]?.right
    if (right) return { at: right.end, first: false }
  }
  return { at: 0, first: true }
}

/**
 * 取底本文字: the edit that gives a row the baseline's wording. A new paragraph goes, a deleted one comes back, a moved one keeps its
 * new place. null when there is nothing to do.
 */
export function takeBaseline(comparison: Comparison, rows: readonly DisplayRow[], display: number): Replacement | null {
  const shown = rows[display]
  const row = shown && comparison.rows[shown.row]
  if (!row) return null
  const left = textOfRanges(comparison.left.text, row.left)
  const first = row.right[0]
  const last = row.right.at(-1)
  if (!first || !last) {
    if (left === '') return null
    const place = insertionPoint(rows, display)
    const empty = comparison.right.text === ''
    return { from: place.at, to: place.at, insert: empty ? left : place.first ? `${left}\n` : `\n${left}` }
  }
  const { text } = comparison.right
  if (row.left.length === 0) {
    // With its line break: an empty line would be left otherwise.
    const to = last.end < text.length ? last.end + 1 : last.end
    return { from: to > last.end || first.start === 0 ? first.start : first.start - 1, to, insert: '' }
  }
  const before = text.slice(first.start, last.end)
  return before === left ? null : narrow(first.start, before, left)
}
