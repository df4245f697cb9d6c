import { analyse } from '../../../shared/comparison/analyse.ts'
import { compareAnalyses } from '../../../shared/comparison/compare-analyses.ts'
import type { Analysis, Comparison } from '../../../shared/comparison/comparison.ts'
import type { Row } from '../../../shared/diff/rows/row.ts'
import type { Block } from '../../../shared/outline/block.ts'
import { parseOutline } from '../../../shared/outline/parse.ts'
import type { Decision } from '../../../shared/review/decision.ts'
import { matchDecisions } from '../../../shared/review/match-decisions.ts'
import { standingCorrections } from '../../../shared/targets/correction.ts'
import type { Lexicon } from '../../../shared/targets/lexicon.ts'
import { targetsMatrix } from '../../../shared/targets/matrix.ts'
import { statedTargets } from '../../../shared/targets/stated-targets.ts'
import type { VersionDelta } from '../../db/records.ts'
import { knownFacts } from '../known-facts.ts'
import { newestKept } from '../newest-kept.ts'

import { COMPARE_DEADLINE, type NamedText, type TaskInput, type TaskOutput } from './tasks.ts'

/** Analyses kept: the versions of one document that a session goes back and forth between, or the columns of a matrix. */
const KEPT = 16

function deltaOf({ targets, summary }: Comparison): VersionDelta {
  const { raised, lowered, added, dropped, same } = summary.targets
  const { substance, wording } = summary.classes
  const other = targets.length - raised - lowered - added - dropped - same
  return { substance, wording, targets: { raised, lowered, added, dropped, other } }
}

/** A change that a reviewer is asked about; the rest is noise until asked for. */
function isReviewable(row: Row): boolean {
  return row.class === 'substance' || row.class === 'wording'
}

function handledOf({ rows, left, right }: Comparison, decisions: readonly Decision[]): number {
  const matches = matchDecisions(rows, left.text, right.text, decisions)
  return rows.filter((row, index) => {
    const status = matches[index]?.decision.status
    return isReviewable(row) && status !== undefined && status !== 'pending'
  }).length
}

/** Blocks worth keeping: those that the text alone would not give. */
function ownBlocks(text: string, blocks: readonly Block[] | null): readonly Block[] | null {
  if (blocks === null) return null
  const parsed = parseOutline(text)
  const same = (a: Block, b: Block | undefined) =>
    b !== undefined &&
    a.kind === b.kind &&
    a.level === b.level &&
    a.label === b.label &&
    a.start === b.start &&
    a.end === b.end
  return parsed.length === blocks.length && blocks.every((block, i) => same(block, parsed[i])) ? null : blocks
}

/** Whatever an analysis depends on; the text itself by its id, its length guarding against a mistaken one. */
function keyOf({ id, known: { document, version, text, corrections = [], checks } }: NamedText): string {
  const { title, kind, region, level, periodFrom, periodTo } = document
  return JSON.stringify([
    id,
    text.length,
    title,
    kind,
    region,
    level,
    periodFrom,
    periodTo,
    version.stage,
    version.date,
    corrections.map((correction) => correction.id),
    checks,
  ])
}

/** Analyses and compares, and remembers the latest results. */
export function createAnalyst(lexicon: Lexicon) {
  const analyses = newestKept<Analysis>(KEPT)
  const comparisons = newestKept<Comparison>(KEPT)

  const analysisOf = (named: NamedText): Analysis => {
    const key = keyOf(named)
    const kept = analyses.get(key)
    if (kept) return kept
    const { text, blocks: given, document, version, corrections = [], checks } = named.known
    const blocks = given ?? parseOutline(text)
    const made = analyse(text, lexicon, {
      blocks,
      facts: knownFacts(text, blocks, document, version),
      title: document.title,
      corrections,
      ...(checks && { checks }),
    })
    analyses.set(key, made)
    return made
  }
  const comparison = (left: NamedText, right: NamedText): Comparison => {
    const key = `${keyOf(left)}${keyOf(right)}`
    const kept = comparisons.get(key)
    if (kept) return kept
    const { disabled = [] } = right.known.checks ?? {}
    const options = { now: () => performance.now(), limit: COMPARE_DEADLINE, disabled }
    const made = compareAnalyses(analysisOf(left), analysisOf(right), lexicon, options)
    comparisons.set(key, made)
    return made
  }
  const targets = ({ columns, baseline, draft }: TaskInput<'targets'>): TaskOutput<'targets'> => {
    const read = columns.map(analysisOf)
    const { disabled = [] } = columns[0]?.known.checks ?? {}
    return {
      rows: targetsMatrix({ analyses: read, baseline, draft, disabled }, lexicon),
      targets: read.map(statedTargets),
      corrections: read.map(({ text, targets: found }, i) =>
        standingCorrections(text, found, columns[i]?.known.corrections ?? []),
      ),
    }
  }
  return {
    comparison,
    targets,
    inspect: (named: NamedText): TaskOutput<'inspect'> => {
      const { findings } = analysisOf(named)
      return {
        findings: findings.length,
        truncated: findings.some((finding) => finding.code === 'truncated'),
        blocks: ownBlocks(named.known.text, named.known.blocks),
      }
    },
    delta: (left: NamedText, right: NamedText): VersionDelta => deltaOf(comparison(left, right)),
    countHandled: (left: NamedText, right: NamedText, decisions: readonly Decision[]): number =>
      handledOf(comparison(left, right), decisions),
  }
}
