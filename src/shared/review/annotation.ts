import type { Anchor } from './anchor.ts'

/** A remark anchored to a span; a reply names the remark it answers. */
export interface Annotation {
  readonly id: string
  readonly comparisonId: string
  readonly anchor: Anchor
  readonly replyTo: string | null
  readonly author: string
  readonly text: string
  readonly resolved: boolean
  /** ISO 8601, UTC. */
  readonly createdAt: string
}
