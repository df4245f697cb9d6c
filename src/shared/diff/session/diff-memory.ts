import { indexLeft, type LeftIndex } from '../align/left-index.ts'
import { SpareMemory } from '../align/spares.ts'
import type { DiffOptions } from '../diff-documents.ts'
import { splitWordsBySegmenter, termFinder } from '../rows/tokenize.ts'
import { FieldMemory } from '../topics/field-index.ts'
import { FieldFinder } from '../topics/policy-fields.ts'
import { TopicMemory } from '../topics/topic-memory.ts'
import { fold } from '../units/fold.ts'
import { type DiffSide, toUnits } from '../units/unit.ts'
import { UnitTexts } from '../units/unit-text.ts'
import { RowMemory } from './row-memory.ts'

/** What a comparison may set once for all right sides: everything but the deadline. */
export type DiffSettings = Omit<DiffOptions, 'isExpired'>

/**
 * The left side made ready, and what was found out about right sides compared with it. All that it holds follows from the
 * left side and the settings, or is remembered by content: comparing with a memory that has seen much gives the same as
 * comparing with a new one, only sooner.
 */
export interface DiffMemory {
  readonly left: DiffSide
  readonly index: LeftIndex
  readonly rows: RowMemory
  readonly spares: SpareMemory
  readonly topics: TopicMemory
  /** Null where no fields of policy are known. */
  readonly fields: FieldMemory | null
  /** What the units of right sides say. */
  readonly texts: UnitTexts
  /** Called once for each right side: what has not been met for long is forgotten. */
  readonly endRound: () => void
}

export function createDiffMemory(left: DiffSide, settings: DiffSettings): DiffMemory {
  const index = indexLeft(toUnits(left))
  const rows = new RowMemory({
    splitWords: settings.tokenize ?? splitWordsBySegmenter,
    terms: termFinder((settings.terms ?? []).map((term) => fold(term))),
  })
  const spares = new SpareMemory(index.shingles.width)
  const topics = new TopicMemory()
  const texts = new UnitTexts()
  const fields =
    settings.fields && settings.fields.length > 0 ? new FieldMemory(new FieldFinder(settings.fields)) : null
  const all = [index, rows, spares, topics, texts, ...(fields ? [fields] : [])]
  return { left, index, rows, spares, topics, texts, fields, endRound: () => all.forEach((each) => each.endRound()) }
}
