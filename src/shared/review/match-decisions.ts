import type { Finding } from '../checks/finding.ts'
import type { Row } from '../diff/rows/row.ts'
import type { Range } from '../text/range.ts'
import type { Anchor } from './anchor.ts'
import type { Decision } from './decision.ts'
import { findAnchor } from './find-anchor.ts'
import { rowSubject } from './row-anchor.ts'

/** What was said of one thing: the newest decision holds; `log` has all of them, newest first. */
export interface Decisions {
  readonly decision: Decision
  readonly log: readonly Decision[]
}
/** What was said of a row. */
export type RowDecisions = Decisions

/** Something that can be decided upon, by its place in the list it comes from. */
interface Subject {
  readonly index: number
  readonly range: Range
}

/** What one side has to be decided upon, by the words that a decision on it quotes. */
interface SideIndex {
  readonly text: string
  readonly subjects: readonly Subject[]
  readonly byQuote: ReadonlyMap<string, readonly Subject[]>
}

function indexSide(text: string, subjects: readonly Subject[]): SideIndex {
  const byQuote = new Map<string, Subject[]>()
  for (const subject of subjects) {
    const quote = text.slice(subject.range.start, subject.range.end)
    const same = byQuote.get(quote)
    if (same) same.push(subject)
    else byQuote.set(quote, [subject])
  }
  return { text, subjects, byQuote }
}

function overlap(a: Range, b: Range): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start)
}

/** The subject that holds at least half of the range, or that the range holds at least half of. */
function subjectAt(subjects: readonly Subject[], range: Range): number | null {
  let best: { index: number; shared: number } | null = null
  for (const subject of subjects) {
    const shared = overlap(subject.range, range)
    const shorter = Math.min(range.end - range.start, subject.range.end - subject.range.start)
    if (shared > 0 && shared * 2 >= shorter && shared > (best?.shared ?? 0)) best = { index: subject.index, shared }
  }
  return best?.index ?? null
}

function indexOf(side: SideIndex, { anchor }: Decision): number | null {
  const same = side.byQuote.get(anchor.quote) ?? []
  if (same.length === 1) return same[0]?.index ?? null
  const range = findAnchor(side.text, anchor)
  return range && subjectAt(same.length > 0 ? same : side.subjects, range)
}

function newestFirst(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.toReversed().toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : a.decidedAt > b.decidedAt ? -1 : 0))
}

/** For each of `count` subjects what was decided on it, or null. */
function match(
  count: number,
  decisions: readonly Decision[],
  sideOf: (decision: Decision) => SideIndex | null,
): readonly (Decisions | null)[] {
  const logs = new Map<number, Decision[]>()
  for (const decision of decisions) {
    const side = sideOf(decision)
    const index = side && indexOf(side, decision)
    if (index !== null) logs.set(index, [...(logs.get(index) ?? []), decision])
  }
  return Array.from({ length: count }, (_, index) => {
    const log = newestFirst(logs.get(index) ?? [])
    const [decision] = log
    return decision ? { decision, log } : null
  })
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
  const subjectsOf = (side: Anchor['side']): Subject[] =>
    rows.flatMap((row, index) => {
      const subject = rowSubject(row)
      return subject?.side === side ? [{ index, range: subject.range }] : []
    })
  const sides = { left: indexSide(leftText, subjectsOf('left')), right: indexSide(rightText, subjectsOf('right')) }
  return match(rows.length, ofRows, ({ anchor }) => sides[anchor.side])
}

/**
 * For each finding of one side what was decided on it, or null: kept through edits like a decision on a row. Two findings may
 * quote the same words, so a decision that names its code is only for findings of that code.
 */
export function matchFindingDecisions(
  findings: readonly Finding[],
  side: Anchor['side'],
  text: string,
  decisions: readonly Decision[],
): readonly (Decisions | null)[] {
  const ofFindings = decisions.filter((decision) => decision.subject === 'finding' && decision.anchor.side === side)
  if (ofFindings.length === 0) return findings.map(() => null)
  const all = findings.map((finding, index): Subject & { code: Finding['code'] } => ({
    index,
    range: { start: finding.start, end: finding.end },
    code: finding.code,
  }))
  const sides = new Map<Decision['finding'], SideIndex>()
  const sideOf = ({ finding: code }: Decision): SideIndex => {
    const known = sides.get(code)
    if (known) return known
    const made = indexSide(
      text,
      all.filter((subject) => code === undefined || subject.code === code),
    )
    sides.set(code, made)
    return made
  }
  return match(findings.length, ofFindings, sideOf)
}
