import { baselineRole } from '../checks/baseline-role.ts'
import { checkAgainst } from '../checks/check-against.ts'
import { withoutDisabled } from '../checks/check-settings.ts'
import type { FindingCode } from '../checks/finding.ts'
import { groupChanges } from '../diff/groups.ts'
import { CHANGE_CLASSES, type ChangeClass, ROW_KINDS, type Row, type RowKind } from '../diff/rows/row.ts'
import { createDiffSession, type DiffSession } from '../diff/session/create-diff-session.ts'
import type { Lexicon } from '../targets/lexicon.ts'
import { PairMemory, pairTargets } from '../targets/pair.ts'
import { TARGET_CHANGE_KINDS, type TargetChange, type TargetChangeKind } from '../targets/target-change.ts'
import type { Analysis, BaselineFindings, Comparison } from './comparison.ts'

export interface CompareOptions {
  /** Milliseconds of a monotonic clock; shared code has none of its own. */
  readonly now: () => number
  /** Milliseconds after which the engine approximates what is left. None by default. */
  readonly limit?: number
  /** Kinds of findings that the user has switched off. */
  readonly disabled?: readonly FindingCode[]
}

function countBy<K extends string>(kinds: readonly K[], values: Iterable<K | null>): Record<K, number> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<K, number>
  for (const value of values) if (value !== null) counts[value] += 1
  return counts
}

function summarise(rows: readonly Row[], targets: readonly TargetChange[]): Comparison['summary'] {
  return {
    rows: {
      ...countBy<RowKind>(
        ROW_KINDS,
        rows.map((row) => row.kind),
      ),
      moved: countMoves(rows),
    },
    classes: countBy<ChangeClass>(
      CHANGE_CLASSES,
      rows.map((row) => row.class),
    ),
    targets: countBy<TargetChangeKind>(
      TARGET_CHANGE_KINDS,
      targets.map((change) => change.change),
    ),
  }
}

/** What is kept of one baseline from comparison to comparison. Comparing with it gives the same as comparing without. */
export interface ComparisonMemory {
  readonly rows: DiffSession
  readonly targets: PairMemory
}

export function createComparisonMemory(left: Analysis, lexicon: Lexicon): ComparisonMemory {
  const terms = lexicon.indicators.flatMap((entry) => [entry.name, ...entry.synonyms])
  return { rows: createDiffSession(left, { terms, fields: lexicon.fields ?? [] }), targets: new PairMemory() }
}

/** Moves as a reader counts them: a section that moved as a whole is one. */
function countMoves(rows: readonly Row[]): number {
  const moves = new Set<number | Row>()
  for (const row of rows) if (row.moved) moves.add(row.movedSection ?? row)
  return moves.size
}

/** What checks find in the draft beside the baseline, where the two are documents of which one answers to the other. */
function checkBaseline(
  left: Analysis,
  right: Analysis,
  lexicon: Lexicon,
  disabled: readonly FindingCode[],
): BaselineFindings {
  const role = baselineRole(right.facts, left.facts)
  if (role === null) return { role, findings: [], hidden: {} }
  const { shown, hidden } = withoutDisabled(checkAgainst(right, left, role, { lexicon }), disabled)
  return { role, findings: shown, hidden }
}

/** A baseline against a draft: rows, matched sections, target changes and findings beside the baseline. `memory` must have been made for the same left side. */
export function compareAnalyses(
  left: Analysis,
  right: Analysis,
  lexicon: Lexicon,
  options: CompareOptions,
  memory?: ComparisonMemory,
): Comparison {
  const started = options.now()
  const limit = options.limit
  const kept = memory ?? createComparisonMemory(left, lexicon)
  const isExpired = limit === undefined ? undefined : () => options.now() - started > limit
  const { rows, sections, precise } = kept.rows.update(right, isExpired)
  const groups = groupChanges(rows, left.text, right.text)
  const targets = pairTargets(left, right, lexicon, kept.targets)
  const against = checkBaseline(left, right, lexicon, options.disabled ?? [])
  const milliseconds = Math.round(options.now() - started)
  const summary = summarise(rows, targets)
  return { left, right, engine: { precise, milliseconds }, rows, sections, groups, targets, against, summary }
}
