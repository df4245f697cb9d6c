import { absorbFragments } from './align/absorb-fragments.ts'
import { type Match, pairUnits } from './align/align-units.ts'
import { joinSplits } from './align/join-splits.ts'
import { isMirrored, mirrored, mirroredTopics } from './align/mirror.ts'
import { orderMatches, withLoners } from './align/order-matches.ts'
import type { Rarity } from './counts/rarity.ts'
import { buildRow, type RowContext } from './rows/build-row.ts'
import { referenceCheck } from './rows/references.ts'
import type { Row, SectionPair } from './rows/row.ts'
import { movedTogether } from './sections/moved-sections.ts'
import { listSections } from './sections/sections.ts'
import { createDiffMemory, type DiffMemory } from './session/diff-memory.ts'
import { type PairedByTopic, pairByTopic } from './topics/pair-by-topic.ts'
import type { PolicyField } from './topics/policy-fields.ts'
import { nameRelated } from './topics/related.ts'
import { type DiffSide, toUnits, type Unit } from './units/unit.ts'

export type { DiffSide } from './units/unit.ts'

export interface DiffOptions {
  /** Asked between units of work; once true, the rest is only done roughly and marked so. */
  readonly isExpired?: () => boolean
  /** Splits blank-free Chinese text into words; joined they must be the text again. By default the platform's segmenter. */
  readonly tokenize?: (text: string) => string[]
  /** Indicator names and set phrases that no edit cuts. */
  readonly terms?: readonly string[]
  /** Fields of policy and the words they go by: sections and passages of rewritten plans are told by them, too. */
  readonly fields?: readonly PolicyField[]
}

export interface DiffResult {
  /** false when the deadline or the size of a row cut the work short; the rows concerned say so too. */
  readonly precise: boolean
  readonly rows: readonly Row[]
  readonly sections: readonly SectionPair[]
}

/**
 * Compares two documents block by block, by content and not by position. Total: takes any text and any blocks.
 * The laws that rows obey stand at `Row`.
 */
export function diffDocuments(left: DiffSide, right: DiffSide, options: DiffOptions = {}): DiffResult {
  return compareWith(createDiffMemory(left, options), right, options.isExpired)
}

/** Compares the left side of a memory with a right side. What the memory already knows changes nothing but the time. */
export function compareWith(memory: DiffMemory, right: DiffSide, isExpired: () => boolean = () => false): DiffResult {
  const { left, index } = memory
  const leftUnits = index.units
  const rightUnits = toUnits(right, memory.texts)
  const opposed = index.against(rightUnits)
  const paired = pairUnits(index, rightUnits, opposed, isExpired)
  const byTopic = pairRest(memory, rightUnits, paired.matches, opposed.rarity, isExpired)
  const { matches } = byTopic
  const context: RowContext = {
    left: left.text,
    right: right.text,
    leftUnits,
    rightUnits,
    compare: (l, r) => memory.rows.compare(l, r, isExpired),
    isExpired,
    pointsToSame: referenceCheck(leftUnits, rightUnits, matches),
  }
  const ordered = orderMatches(matches, byTopic.links)
  const together = movedTogether(ordered, byTopic.sides, byTopic.sections.partners)
  const rows = ordered.map((match): Row => {
    const row = nameRelated(buildRow(match, context), match, byTopic)
    const movedSection = together.get(match)
    return movedSection === undefined ? row : { ...row, movedSection }
  })
  // Whoever the search did not come to may have a partner after all.
  const honest =
    paired.precise && byTopic.precise ? rows : rows.map((row) => (isLone(row) ? { ...row, precise: false } : row))
  memory.endRound()
  return {
    precise: honest.every((row) => row.precise),
    rows: honest,
    sections: listSections(byTopic.sides, byTopic.sections),
  }
}

/** What is split, merged or about the same matter among what is left; worked out in the same order whichever side is called left. */
function pairRest(
  { index, spares, topics, fields }: DiffMemory,
  right: readonly Unit[],
  pairs: readonly Match[],
  rarity: Rarity,
  isExpired: () => boolean,
): PairedByTopic {
  const mirror = isMirrored(index.units, right)
  const [first, second] = mirror ? [right, index.units] : [index.units, right]
  const inOrder = (mirror ? pairs.map(mirrored) : [...pairs]).sort((a, b) => (a.left[0] ?? 0) - (b.left[0] ?? 0))
  const joined = joinSplits(withLoners(inOrder, first.length, second.length), {
    left: first,
    right: second,
    rarity,
    spares: (l, r) => {
      if (!mirror) return spares.between(l, r, rarity)
      const { left, right: other } = spares.between(r, l, rarity)
      return { left: other, right: left }
    },
  })
  const byText = absorbFragments(joined, first, second)
  const byTopic = pairByTopic(first, second, byText, topics, fields, isExpired)
  return mirror ? mirroredTopics(byTopic) : byTopic
}

function isLone(row: Row): boolean {
  return row.kind === 'inserted' || row.kind === 'deleted'
}
