import type { Finding } from '../../../../shared/checks/finding.ts'
import type { Range } from '../../../../shared/text/range.ts'
import type { Side } from './row-lookup.ts'

/**
 * Where a finding is shown. What the draft does not mention has no place there: it is shown at the words of the baseline that
 * nothing answers to.
 */
export function findingPlace(finding: Finding): { readonly side: Side; readonly range: Range } {
  const [missing] = finding.code === 'no-successor' ? (finding.against ?? []) : []
  return missing ? { side: 'left', range: missing } : { side: 'right', range: finding }
}

/** The other places that show it: of the draft, then of the baseline. */
export function findingEvidence(finding: Finding): readonly { readonly side: Side; readonly range: Range }[] {
  const shown = findingPlace(finding).range
  return [
    ...finding.related.map((range) => ({ side: 'right' as const, range })),
    ...(finding.against ?? []).map((range) => ({ side: 'left' as const, range })),
  ].filter(({ range }) => range !== shown)
}

/** Fewer characters than this say nothing by themselves: 1. */
const SHORTEST = 6
const LONGEST = 40

/** What a list shows of a place: its words, or where they are only a number, the line that begins with it. */
export function evidenceWords(text: string, { start, end }: Range): string {
  const lineEnd = text.indexOf('\n', start)
  const to = end - start >= SHORTEST ? end : lineEnd < 0 ? text.length : Math.max(end, lineEnd)
  return to - start > LONGEST ? `${text.slice(start, start + LONGEST)}…` : text.slice(start, to)
}
