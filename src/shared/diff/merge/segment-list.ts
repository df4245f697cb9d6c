import type { Range } from '../../text/range.ts'
import type {
  ConflictReason,
  ConflictSegment,
  Merged,
  MergeSegment,
  MergeSide,
  MergeSource,
  MergeVariant,
} from './merged.ts'

export type Variants = Pick<ConflictSegment, MergeSide>

/** Collects the segments of a merge; clean stretches of one source that follow each other become one. */
export class SegmentList {
  readonly #segments: MergeSegment[] = []
  #decisions = 0

  clean(from: MergeSource, text: string, ranges: readonly Range[]): void {
    if (text === '') return
    const last = this.#segments.at(-1)
    if (last?.kind === 'clean' && last.from === from) {
      this.#segments[this.#segments.length - 1] = {
        ...last,
        text: last.text + text,
        ranges: joinRanges([...last.ranges, ...ranges]),
      }
    } else this.#segments.push({ kind: 'clean', from, text, ranges })
  }

  /** A number for conflicts that are decided together. */
  newDecision(): number {
    this.#decisions += 1
    return this.#decisions - 1
  }

  conflict(reason: ConflictReason, variants: Variants, decision = this.newDecision()): void {
    this.#segments.push({ kind: 'conflict', reason, decision, ...variants })
  }

  finish(precise: boolean): Merged {
    return { precise, segments: this.#segments }
  }
}

function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last?.end === range.start) joined[joined.length - 1] = { start: last.start, end: range.end }
    else joined.push(range)
  }
  return joined
}

/** A stretch of a text as a variant of a conflict. */
export function variantOf(text: string, start: number, end: number): MergeVariant {
  return { text: text.slice(start, end), ranges: start < end ? [{ start, end }] : [] }
}
