import { diffDocuments } from '../diff/diff-documents.ts'
import { CHANGE_CLASSES, type ChangeClass, ROW_KINDS, type Row, type RowKind } from '../diff/row.ts'
import type { Lexicon } from '../targets/lexicon.ts'
import { pairTargets } from '../targets/pair.ts'
import { TARGET_CHANGE_KINDS, type TargetChange, type TargetChangeKind } from '../targets/target-change.ts'
import type { Analysis, Comparison } from './comparison.ts'

export interface CompareOptions {
  /** Milliseconds of a monotonic clock; shared code has none of its own. */
  readonly now: () => number
  /** Milliseconds after which the engine approximates what is left. None by default. */
  readonly limit?: number
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
      moved: rows.filter((row) => row.moved).length,
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

/** A baseline against a draft: rows, matched sections and target changes. */
export function compareAnalyses(
  left: Analysis,
  right: Analysis,
  lexicon: Lexicon,
  options: CompareOptions,
): Comparison {
  const started = options.now()
  const limit = options.limit
  const terms = lexicon.indicators.flatMap((entry) => [entry.name, ...entry.synonyms])
  const { rows, sections, precise } = diffDocuments(left, right, {
    terms,
    ...(limit === undefined ? {} : { isExpired: () => options.now() - started > limit }),
  })
  const targets = pairTargets(left, right, lexicon)
  const milliseconds = Math.round(options.now() - started)
  return { left, right, engine: { precise, milliseconds }, rows, sections, targets, summary: summarise(rows, targets) }
}
