import type { DiffSide } from '../units/unit.ts'
import { merge3 } from './merge3.ts'
import type { ConflictSegment, Merged } from './merged.ts'

/** The merged text with each conflict as `[reason base|ours|theirs]`; conflicts of one decision at several places carry its number. */
export function boxedMerge(base: DiffSide, ours: DiffSide, theirs: DiffSide): string {
  return boxed(merge3(base, ours, theirs))
}

function boxed({ segments }: Merged): string {
  return segments.map((segment) => (segment.kind === 'clean' ? segment.text : boxedConflict(segment))).join('')
}

function boxedConflict({ reason, decision, base, ours, theirs }: ConflictSegment): string {
  const number = reason === 'moved-apart' ? ` #${decision}` : ''
  return `[${reason}${number} ${base?.text ?? ''}|${ours?.text ?? ''}|${theirs?.text ?? ''}]`
}

/** The merge of exchanged revisions, with the names exchanged back. */
export function turned({ precise, segments }: Merged): Merged {
  return {
    precise,
    segments: segments.map((segment) => {
      if (segment.kind === 'conflict') return { ...segment, ours: segment.theirs, theirs: segment.ours }
      const from = segment.from === 'ours' ? 'theirs' : segment.from === 'theirs' ? 'ours' : segment.from
      return { ...segment, from }
    }),
  }
}
