import type { Range } from '../../text/range.ts'

export const ROW_KINDS = ['equal', 'changed', 'inserted', 'deleted'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** What a change amounts to, strongest first. */
export const CHANGE_CLASSES = ['substance', 'wording', 'punctuation', 'numbering', 'layout'] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** A span of one row: equal on both sides, only on the left, or only on the right. Pairs are [start, end) in the side's canonical text. */
export type Edit =
  | { readonly op: '='; readonly left: readonly [number, number]; readonly right: readonly [number, number] }
  | { readonly op: '-'; readonly left: readonly [number, number] }
  | { readonly op: '+'; readonly right: readonly [number, number] }

/** A block of the other side about the same matter, for a row without partner. */
export interface RelatedBlock extends Range {
  readonly side: 'left' | 'right'
  readonly score: number
  /** Set where more speaks for there being no counterpart: the nearest that there is. */
  readonly doubtful?: true
}

/**
 * Aligned blocks of both sides. Laws: every non-blank character of each text stands in exactly one row; `=` and `-`
 * rebuild the row's left, `=` and `+` its right; rows stand in the order of the right text, deleted rows in that of
 * the left: where their left place falls, right before the row about the same matter where one stands on the way.
 */
export interface Row {
  readonly kind: RowKind
  readonly moved: boolean
  /** The same number for all rows that moved together with the heading above them: to a reader, one move. Absent for any other row. */
  readonly movedSection?: number
  /** null for an equal row. */
  readonly class: ChangeClass | null
  /** Several ranges: split or merged blocks. Empty for an inserted row. */
  readonly left: readonly Range[]
  readonly right: readonly Range[]
  readonly edits: readonly Edit[]
  readonly related: readonly RelatedBlock[]
  /** false when the deadline cut the work on this row short. */
  readonly precise: boolean
}

/** Sections (a heading and all below it) matched by meaning; a null side is new or gone. */
export interface SectionPair {
  readonly left: Range | null
  readonly right: Range | null
  readonly score: number
}

export interface Engine {
  readonly precise: boolean
  readonly milliseconds: number
}
