import type { Range } from '../text/range.ts'
import type { Target } from './target.ts'

export const TARGET_CHANGE_KINDS = [
  'raised',
  'lowered',
  'added',
  'dropped',
  'stronger',
  'weaker',
  'redefined',
  'reattributed',
  'rescheduled',
  'same',
] as const
export type TargetChangeKind = (typeof TARGET_CHANGE_KINDS)[number]

/** Whether the new target asks more of the drafter, less, or neither, by the indicator's polarity. */
export type Ambition = 'stricter' | 'looser' | 'neutral'

/** A pair of targets of one indicator, or one without partner. */
export interface TargetChange {
  readonly change: TargetChangeKind
  /** What else changed beside the first kind that applies. */
  readonly also: readonly TargetChangeKind[]
  readonly ambition: Ambition
  readonly left: Target | null
  readonly right: Target | null
  /** absolute in the left's unit; relative to the left value. null where there is no pair of comparable numbers. */
  readonly delta: { readonly absolute: number; readonly relative: number | null } | null
  /** Where the same change stands again, as in the indicator table of a plan whose prose states it too. */
  readonly alsoAt?: readonly { readonly left: Range | null; readonly right: Range | null }[]
}
