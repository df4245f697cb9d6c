import { baselineRole } from '../checks/baseline-role.ts'
import { type BaselineRole, checkAgainst } from '../checks/check-against.ts'
import type { Finding, FindingCode } from '../checks/finding.ts'
import type { Analysis } from '../comparison/comparison.ts'
import type { Range } from '../text/range.ts'
import type { Lexicon } from './lexicon.ts'
import type { MatrixFinding, MatrixInput, MatrixPlace } from './matrix-row.ts'
import type { Target } from './target.ts'

/** Checks of figures: what they found concerns the indicators whose figures they read. */
const ON_FIGURES: ReadonlySet<FindingCode> = new Set([
  'inconsistent-value',
  'growth-mismatch',
  'sum-mismatch',
  'table-mismatch',
  'yearly-total',
])
const SEVERITIES = ['error', 'warning', 'info']

/** A finding with the document it is about, and the other one where there is one. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly document: number
  readonly baseline: number | null
  readonly role: BaselineRole | null
}

/**
 * What checks find in the figures of all documents: in each alone, and in each beside those of the others that it answers to: the
 * plan of its year, the plan above, the plan before.
 */
export function placedFindings(input: MatrixInput, lexicon: Lexicon): PlacedFinding[] {
  const { analyses, disabled = [] } = input
  return analyses.flatMap((analysis, document) => [
    ...analysis.findings
      .filter(({ code }) => ON_FIGURES.has(code))
      .map((finding) => ({ finding, document, baseline: null, role: null })),
    ...baselinesOf(document, input).flatMap(({ baseline, role }) =>
      checkAgainst(analysis, analyses[baseline] ?? analysis, role, { lexicon, disabled }).map((finding) => ({
        finding,
        document,
        baseline,
        role,
      })),
    ),
  ])
}

/** The documents that one answers to. Of several stages of one plan the draft counts, else the last. */
function baselinesOf(document: number, { analyses, draft }: MatrixInput) {
  const facts = analyses[document]?.facts
  const chosen = new Map<string, { baseline: number; role: BaselineRole }>()
  analyses.forEach((other, baseline) => {
    const role = facts && baseline !== document ? baselineRole(facts, other.facts) : null
    if (role === null) return
    const { region, level, period } = other.facts
    const plan = JSON.stringify([role, region, level, period?.from, period?.to])
    if (chosen.get(plan)?.baseline !== draft || draft === null) chosen.set(plan, { baseline, role })
  })
  return [...chosen.values()]
}

/** Those of the findings that concern an indicator, by its targets in each document; the gravest first. */
export function findingsOn(
  targets: readonly (readonly Target[])[],
  findings: readonly PlacedFinding[],
  analyses: readonly Analysis[],
): MatrixFinding[] {
  const touches = (document: number | null, ranges: readonly Range[]) =>
    (document === null ? [] : (targets[document] ?? [])).some(({ start, end }) =>
      ranges.some((range) => start < range.end && range.start < end),
    )
  return findings
    .filter(({ finding, document, baseline }) =>
      // What was dropped is known by the words of the plan before, unless it goes on here under another name.
      finding.code === 'no-successor'
        ? touches(baseline, finding.against ?? []) && (targets[document] ?? []).every(({ kind }) => kind === 'actual')
        : touches(document, [finding, ...finding.related]),
    )
    .map((placed) => toMatrixFinding(placed, analyses))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.document - b.document)
}

function toMatrixFinding({ finding, document, baseline, role }: PlacedFinding, analyses: readonly Analysis[]) {
  const { code, severity, message, related, against = [] } = finding
  const place = (at: number, { start, end }: Range): MatrixPlace => {
    const quote = analyses[at]?.text.slice(start, end) ?? ''
    return { document: at, start, end, quote }
  }
  const own = code === 'no-successor' ? [] : [finding, ...related]
  const places = [
    ...own.map((range) => place(document, range)),
    ...against.flatMap((range) => (baseline === null ? [] : place(baseline, range))),
  ]
  return { document, role, code, severity, message, places }
}
