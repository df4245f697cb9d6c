import type { RawRevisions } from '../../../shared/text/raw-document.ts'
import type { Bytes } from '../ole/bytes.ts'
import type { FlaggedRange, Revision } from './character-flags.ts'

/** Strings in two bytes a character (MS-DOC 2.2.4, STTB). */
const EXTENDED = 0xffff

/** The names in a table of strings; those before it breaks off. */
export function readNames(table: Bytes): string[] {
  if (table.length < 6 || table.u16(0) !== EXTENDED) return []
  const [count, extra] = [table.u16(2), table.u16(4)]
  const names: string[] = []
  for (let at = 6; names.length < count && at + 2 <= table.length; ) {
    const length = table.u16(at)
    if (at + 2 + length * 2 > table.length) break
    names.push(table.text(at + 2, length))
    at += 2 + length * 2 + extra
  }
  return names
}

/** Counts the tracked changes of a document, moves as the deletion and insertion they are stored as; null when there are none. */
export function countRevisions(
  flagged: readonly FlaggedRange[],
  names: readonly string[],
): Omit<RawRevisions, 'before'> | null {
  const insertions = stretches(flagged, (range) => range.inserted)
  const deletions = stretches(flagged, (range) => range.deleted)
  if (insertions + deletions === 0) return null
  const changes = flagged.flatMap(({ inserted, deleted }) => [inserted, deleted].filter((one) => one !== null))
  const dates = changes.flatMap(({ date }) => date ?? []).toSorted()
  const authors = new Set(changes.map(({ author }) => names[author] ?? '').filter((name) => name !== ''))
  return {
    insertions,
    deletions,
    moves: 0,
    authors: [...authors],
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
  }
}

/** Ranges of one author that touch are one. */
function stretches(flagged: readonly FlaggedRange[], of: (range: FlaggedRange) => Revision | null): number {
  let count = 0
  let [end, author] = [-1, -1]
  for (const range of flagged) {
    const revision = of(range)
    if (revision === null) continue
    if (range.start !== end || revision.author !== author) count += 1
    end = range.end
    author = revision.author
  }
  return count
}
