import type { Range } from '../text/range.ts'

/** What a check can find. off-path, upper-unmet and no-successor need a second document, phrase-departure the phrase list. */
export const FINDING_CODES = [
  'count-mismatch',
  'truncated',
  'inconsistent-value',
  'growth-mismatch',
  'sum-mismatch',
  'numbering-gap',
  'table-mismatch',
  'duplicate-block',
  'yearly-total',
  'off-path',
  'upper-unmet',
  'no-successor',
  'phrase-departure',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** Something a check found inside one document, or in one document beside another. */
export interface Finding extends Range {
  readonly code: FindingCode
  readonly severity: 'error' | 'warning' | 'info'
  /** In Chinese, with the figures, so that a reader can verify it. */
  readonly message: string
  readonly expected: number | null
  readonly found: number | null
  readonly related: readonly Range[]
  /** Evidence in the other document, in offsets of its text; absent where the check read one document only. */
  readonly against?: readonly Range[]
}
