import type { Anchor } from './anchor.ts'

/** `imported`: a remark that the file of a side brought along. It can be resolved and answered, not rewritten. */
export type AnnotationOrigin = 'review' | 'imported'

/** A remark anchored to a span; a reply names the remark it answers. */
export interface Annotation {
  readonly id: string
  readonly comparisonId: string
  readonly origin: AnnotationOrigin
  readonly anchor: Anchor
  readonly replyTo: string | null
  readonly author: string
  readonly text: string
  readonly resolved: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
}
