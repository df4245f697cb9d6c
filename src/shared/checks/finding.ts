import type { Range } from '../text/range.ts'

export const FINDING_CODES = [
  'count-mismatch',
  'truncated',
  'inconsistent-value',
  'growth-mismatch',
  'sum-mismatch',
  'numbering-gap',
  'table-mismatch',
  'duplicate-block',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** Something a check found inside one document. */
export interface Finding extends Range {
  readonly code: FindingCode
  readonly severity: 'error' | 'warning' | 'info'
  /** In Chinese, with the figures, so that a reader can verify it. */
  readonly message: string
  readonly expected: number | null
  readonly found: number | null
  readonly related: readonly Range[]
}
