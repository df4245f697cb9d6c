import type { Row } from '../diff/row.ts'
import type { Range } from '../text/range.ts'
import type { Decision } from './decision.ts'
import { findAnchor } from './find-anchor.ts'
import { rowSubject } from './row-anchor.ts'

/** What was said of a row: the newest decision holds; `log` has all of them, newest first. */
export interface RowDecisions {
  readonly decision: Decision
  readonly log: readonly Decision[]
}

interface Subject {
  readonly row: number
  readonly range: Range
}

/** The rows of one side by what a decision on them quotes. */
interface SideIndex {
  readonly text: string
  readonly subjects: readonly Subject[]
  readonly byQuote: ReadonlyMap<string, readonly Subject[]>
}

function indexSide(rows: readonly Row[], side: 'left' | 'right', text: string): SideIndex {
  const subjects: Subject[] = []
  const byQuote = new Map<string, Subject[]>()
  rows.forEach((row, index) => {
    const subject = rowSubject(row)
    if (subject?.side !== side) return
    const entry = { row: index, range: subject.range }
    subjects.push(entry)
    const quote = text.slice(subject.range.start, subject.range.end)
    byQuote.set(quote, [...(byQuote.get(quote) ?? []), entry])
  })
  return { text, subjects, byQuote }
}

function overlap(a: Range, b: Range): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start)
}

/** The row that holds at least half of the range, or that the range holds at least half of. */
function rowAt(subjects: readonly Subject[], range: Range): number | null {
  let best: { row: number; shared: number } | null = null
  for (const subject of subjects) {
    const shared = overlap(subject.range, range)
    const shorter = Math.min(range.end - range.start, subject.range.end - subject.range.start)
    if (shared > 0 && shared * 2 >= shorter && shared > (best?.shared ?? 0)) best = { row: subject.row, shared }
  }
  return best?.row ?? null
}

function rowOf(index: SideIndex, { anchor }: Decision): number | null {
  const same = index.byQuote.get(anchor.quote) ?? []
  if (same.length === 1) return same[0]?.row ?? null
  const range = findAnchor(index.text, anchor)
  return range && rowAt(same.length > 0 ? same : index.subjects, range)
}

/**
 * For each row what was decided on it, or null. A decision stays with its row through edits elsewhere and small edits inside; it
 * is left out when its text is gone. `decisions` in the order they were made; those on findings are not looked at.
 */
export function matchDecisions(
  rows: readonly Row[],
  leftText: string,
  rightText: string,
  decisions: readonly Decision[],
): readonly (RowDecisions | null)[] {
  const ofRows = decisions.filter((decision) => decision.subject === 'row')
  if (ofRows.length === 0) return rows.map(() => null)
  const sides = { left: indexSide(rows, 'left', leftText), right: indexSide(rows, 'right', rightText) }
  const logs = new Map<number, Decision[]>()
  for (const decision of ofRows) {
    const row = rowOf(sides[decision.anchor.side], decision)
    if (row !== null) logs.set(row, [decision, ...(logs.get(row) ?? [])])
  }
  return rows.map((_, index) => {
    const log = logs
      .get(index)
      ?.toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : a.decidedAt > b.decidedAt ? -1 : 0))
    const decision = log?.[0]
    return log && decision ? { decision, log } : null
  })
}
