import type { Range } from '../../text/range.ts'

/** Which text a stretch of the merged text was taken from; `both` made the same change, the ranges are those of ours. */
export type MergeSource = 'base' | 'ours' | 'theirs' | 'both'

export const CONFLICT_REASONS = [
  'same-clause',
  'deleted-edited',
  'deleted-moved',
  'both-inserted',
  'moved-apart',
] as const
/**
 * Why a person has to choose: both changed one clause differently; one struck what the other edited or moved; both put in
 * different text at one place that is about one matter; both moved a block, to different places.
 */
export type ConflictReason = (typeof CONFLICT_REASONS)[number]

export interface CleanSegment {
  readonly kind: 'clean'
  readonly from: MergeSource
  readonly text: string
  /** Where it stands in that text. A line break put between blocks that stand together for the first time is in no text. */
  readonly ranges: readonly Range[]
}

/** What one side has at the place of a conflict: `text` is what choosing this side puts there, line breaks around included. */
export interface MergeVariant {
  readonly text: string
  readonly ranges: readonly Range[]
}

export interface ConflictSegment {
  readonly kind: 'conflict'
  readonly reason: ConflictReason
  /** Conflicts of one number are the places of one decision (a block moved to two places); other conflicts have their own. */
  readonly decision: number
  /** null where the side has nothing at this place. */
  readonly base: MergeVariant | null
  readonly ours: MergeVariant | null
  readonly theirs: MergeVariant | null
}

export type MergeSegment = CleanSegment | ConflictSegment

export interface Merged {
  /** false when the deadline cut the comparison short: what should have merged may stand as a conflict or twice, nothing is lost. */
  readonly precise: boolean
  /** In the order of the merged text. */
  readonly segments: readonly MergeSegment[]
}

export type MergeSide = 'base' | 'ours' | 'theirs'

/** The merged text, each conflict as decided: the variant of a side, or a text written anew. */
export function resolveMerge(
  merged: Merged,
  decide: (conflict: ConflictSegment) => MergeSide | { readonly text: string },
): string {
  return merged.segments
    .map((segment) => {
      if (segment.kind === 'clean') return segment.text
      const decided = decide(segment)
      return typeof decided === 'string' ? (segment[decided]?.text ?? '') : decided.text
    })
    .join('')
}

/** The conflicts that are left to decide. */
export function conflictsOf(merged: Merged): ConflictSegment[] {
  return merged.segments.filter((segment) => segment.kind === 'conflict')
}
