import { type DiffOptions, diffDocuments } from '../diff-documents.ts'
import { splitWordsBySegmenter, termFinder } from '../rows/tokenize.ts'
import { fold } from '../units/fold.ts'
import { type DiffSide, toUnits } from '../units/unit.ts'
import { cellsOf } from './merge-cells.ts'
import { type MergeTexts, planMerge } from './merge-plan.ts'
import type { Merged } from './merged.ts'
import { SegmentList } from './segment-list.ts'
import { writePlan } from './write-plan.ts'

/**
 * Merges two revisions of one text, block by block and within a block clause by clause. What one side changed is taken, what
 * both changed alike is taken once, a block that one side moved and the other edited is moved and edited; what only a person
 * can decide is a conflict. Total and deterministic; every visible character that a side wrote stands in the result, clean or
 * in a conflict. Laws: merge3(b, b, x) and merge3(b, x, b) are x to the last blank, merge3(b, x, x) is x without conflict, and
 * exchanging the two sides exchanges nothing but their names.
 *
 * `options` are those of the comparison; past the deadline the result is rougher and says so (`precise`).
 */
export function merge3(base: DiffSide, ours: DiffSide, theirs: DiffSide, options: DiffOptions = {}): Merged {
  const compared = { ours: diffDocuments(base, ours, options), theirs: diffDocuments(base, theirs, options) }
  const texts: MergeTexts = { base: toText(base), ours: toText(ours), theirs: toText(theirs) }
  const units = { base: texts.base.units, ours: texts.ours.units, theirs: texts.theirs.units }
  const cells = cellsOf(units, compared.ours.rows, compared.theirs.rows)
  const segments = new SegmentList()
  const merged = writePlan(texts, planMerge(texts, cells, options), {
    segments,
    isExpired: options.isExpired ?? (() => false),
    tokenizer: {
      splitWords: options.tokenize ?? splitWordsBySegmenter,
      terms: termFinder((options.terms ?? []).map((term) => fold(term))),
    },
  })
  return segments.finish(merged && compared.ours.precise && compared.theirs.precise)
}

function toText(side: DiffSide): MergeTexts['base'] {
  return { text: side.text, units: toUnits(side) }
}
