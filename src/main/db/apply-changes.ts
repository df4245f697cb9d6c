import type { TextChange } from './records.ts'

/** The length after the changes, or null when one of them reaches outside the text it meets. Needs no text. */
export function lengthAfter(length: number, changes: readonly TextChange[]): number | null {
  let current = length
  for (const { from, to, insert } of changes) {
    if (from > to || to > current) return null
    current += insert.length - (to - from)
  }
  return current
}

/** Whether each change lies behind the one before it, as when all matches of a search are replaced. */
function isAscending(changes: readonly TextChange[]): boolean {
  let end = 0
  for (const { from, insert } of changes) {
    if (from < end) return false
    end = from + insert.length
  }
  return true
}

/** One pass over the text, however many changes. */
function applyAscending(text: string, changes: readonly TextChange[]): string {
  const parts: string[] = []
  let taken = 0
  let shift = 0
  for (const { from, to, insert } of changes) {
    parts.push(text.slice(taken, from - shift), insert)
    taken = to - shift
    shift += insert.length - (to - from)
  }
  parts.push(text.slice(taken))
  return parts.join('')
}

/**
 * The text after the changes, each given in offsets (UTF-16) of the text before it.
 * Throws a RangeError when one reaches outside: the caller has checked with `lengthAfter`.
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  if (lengthAfter(text.length, changes) === null) throw new RangeError('a change reaches outside the text')
  if (isAscending(changes)) return applyAscending(text, changes)
  return changes.reduce((current, { from, to, insert }) => current.slice(0, from) + insert + current.slice(to), text)
}
