/** What one cleaning step did: how often, how many non-blank characters it dropped, and examples as found in the source. */
export interface StepLog {
  readonly code: string
  readonly count: number
  readonly dropped?: number
  readonly samples?: readonly string[]
}

/**
 * The balance of a reading. All figures count non-blank UTF-16 units.
 * Law: `in === out + dropped`; `accounted` says whether it held for this text.
 */
export interface CleaningLog {
  readonly characters: { readonly in: number; readonly out: number; readonly dropped: number }
  readonly accounted: boolean
  readonly steps: readonly StepLog[]
}
