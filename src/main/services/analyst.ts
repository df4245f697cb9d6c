import { analyse } from '../../shared/comparison/analyse.ts'
import { compareAnalyses } from '../../shared/comparison/compare-analyses.ts'
import type { Analysis, Comparison } from '../../shared/comparison/comparison.ts'
import type { Row } from '../../shared/diff/row.ts'
import type { Block } from '../../shared/outline/block.ts'
import { parseOutline } from '../../shared/outline/parse.ts'
import type { Decision } from '../../shared/review/decision.ts'
import { matchDecisions } from '../../shared/review/match-decisions.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import type { DocumentFields, VersionDelta, VersionFields } from '../db/records.ts'
import { knownFacts } from './known-facts.ts'
import { newestKept } from './newest-kept.ts'

/** A text to analyse with all the library knows of it. */
export interface KnownText {
  readonly text: string
  readonly blocks: readonly Block[] | null
  readonly document: DocumentFields
  readonly version: Pick<VersionFields, 'stage' | 'date'>
}

/** Analyses kept: the versions of one document that a session goes back and forth between. */
const KEPT = 8

function countDelta({ targets, summary }: Comparison): VersionDelta {
  const { raised, lowered, added, dropped, same } = summary.targets
  const { substance, wording } = summary.classes
  const other = targets.length - raised - lowered - added - dropped - same
  return { substance, wording, targets: { raised, lowered, added, dropped, other } }
}

/** A change that a reviewer is asked about; the rest is noise until asked for. */
function isReviewable(row: Row): boolean {
  return row.class === 'substance' || row.class === 'wording'
}

/** How many substantial and wording changes have a decision that is not 待定. */
function countHandled({ rows, left, right }: Comparison, decisions: readonly Decision[]): number {
  const matches = matchDecisions(rows, left.text, right.text, decisions)
  return rows.filter((row, index) => {
    const status = matches[index]?.decision.status
    return isReviewable(row) && status !== undefined && status !== 'pending'
  }).length
}

export type Analyst = ReturnType<typeof createAnalyst>

/** Analyses and compares for the use cases, and remembers the latest results. */
export function createAnalyst(lexicon: Lexicon) {
  const analyses = newestKept<Analysis>(KEPT)
  const comparisons = newestKept<Comparison>(KEPT)
  const keyOf = ({ document: { kind, region, periodFrom, periodTo, title }, version, text }: KnownText, id: string) =>
    JSON.stringify([id, text.length, title, kind, region, periodFrom, periodTo, version.stage, version.date])

  /** `id` stands for text and blocks: a version's id, or a draft's with its revision. */
  const analysis = (id: string, known: KnownText): Analysis => {
    const key = keyOf(known, id)
    const kept = analyses.get(key)
    if (kept) return kept
    const blocks = known.blocks ?? parseOutline(known.text)
    const facts = knownFacts(known.text, blocks, known.document, known.version)
    const made = analyse(known.text, lexicon, { blocks, facts, title: known.document.title })
    analyses.set(key, made)
    return made
  }

  const comparison = (left: Analysis, right: Analysis): Comparison =>
    compareAnalyses(left, right, lexicon, { now: () => performance.now() })

  const keptComparison = (leftId: string, left: KnownText, rightId: string, right: KnownText): Comparison => {
    const key = `${keyOf(left, leftId)}${keyOf(right, rightId)}`
    const kept = comparisons.get(key)
    if (kept) return kept
    const made = comparison(analysis(leftId, left), analysis(rightId, right))
    comparisons.set(key, made)
    return made
  }
  return { analysis, comparison: keptComparison, countDelta, countHandled }
}
