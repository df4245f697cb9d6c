import type { Unit } from '../units/unit.ts'
import { alignTokens } from './align-tokens.ts'
import { bordersOf } from './borders.ts'
import { classify } from './classify.ts'
import { cleanIslands } from './clean-islands.ts'
import { dropStrays } from './drop-strays.ts'
import { emitEdits } from './emit-edits.ts'
import { findAnchors } from './find-anchors.ts'
import type { ReferenceChange } from './references.ts'
import { type KeyPair, refineHunks } from './refine-hunks.ts'
import type { ChangeClass, Edit, Row } from './row.ts'
import { type RowText, toRowText, toSpans } from './row-text.ts'
import { slideHunks } from './slide-hunks.ts'
import { type Tokenizer, toTokenRow } from './token-row.ts'
import { areTooFar, shareTooLittle } from './too-far.ts'
import { widenHunks } from './widen-hunks.ts'

/** The units of one side of a row, and the canonical text they are ranges of. */
export interface RowSide {
  readonly text: string
  readonly units: readonly Unit[]
}

export interface ComparedRow extends Pick<Row, 'edits' | 'precise'> {
  readonly class: ChangeClass
  readonly references: readonly ReferenceChange[]
}

/** The edits between the two sides of a row, and what they amount to. Depends on nothing but the row. */
export function compareRow(
  sides: { readonly left: RowSide; readonly right: RowSide },
  tokenizer: Tokenizer,
  isExpired: () => boolean,
): ComparedRow {
  const leftText = toRowText(sides.left.text, sides.left.units)
  const rightText = toRowText(sides.right.text, sides.right.units)
  if (shareTooLittle(leftText, rightText)) return { ...whole(leftText, rightText), precise: true }
  const anchors = findAnchors(leftText, rightText)
  const left = toTokenRow(leftText, anchors, 'left', tokenizer)
  const right = toTokenRow(rightText, anchors, 'right', tokenizer)
  const { islands: matched, precise } = alignTokens(left, right, anchors, isExpired)
  const pair: KeyPair = {
    left: left.key,
    right: right.key,
    rows: { left, right },
    leftBorders: bordersOf(left),
    rightBorders: bordersOf(right),
  }
  const found = refineHunks(pair, matched, tokenizer.splitWords)
  const cleaned = dropStrays(pair, cleanIslands(pair, found))
  // Where an accident was dropped, a longer change begins or ends that may again begin or end alike.
  const refined = cleaned.length === found.length ? cleaned : refineHunks(pair, cleaned, tokenizer.splitWords)
  const islands = slideHunks(pair, widenHunks(left, right, refined))
  if (areTooFar(left, right, islands)) return { ...whole(left, right), precise }
  return { ...classify(left, right, islands), edits: emitEdits(left, right, islands), precise }
}

/** All that one side says struck, all that the other says set. */
function whole(left: RowText, right: RowText): Omit<ComparedRow, 'precise'> {
  const edits: Edit[] = [
    ...toSpans(left, 0, left.key.length).map(({ span }): Edit => ({ op: '-', left: span })),
    ...toSpans(right, 0, right.key.length).map(({ span }): Edit => ({ op: '+', right: span })),
  ]
  return { class: 'substance', references: [], edits }
}
