import type { TopicHolders } from './topic-holders.ts'

/** A topic held by more units of the right side than this calls none of them. */
export const COMMON = 80

export type Side = 'left' | 'right'

/** The topics of each unit of both sides by number, ascending. Units that take no part have none. */
export type TopicSets = Readonly<Record<Side, readonly Int32Array[]>>

/** What the units of one side are about. */
export interface SideTopics {
  readonly sets: readonly Int32Array[]
  /** What stands against each unit for its length. */
  readonly norms: Float64Array
  /** How many units hold each topic. */
  readonly counts: Int32Array
  readonly holders: TopicHolders
}
