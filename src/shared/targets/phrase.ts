import type { Quantity } from './quantities.ts'
import type { Bound, Measure, Strength } from './target.ts'

/** What a sentence says of one number, in offsets of folded text. */
export interface Phrase {
  readonly quantity: Quantity
  readonly indicator: string
  /** Where the indicator stands; null when it is taken from an earlier phrase or clause. */
  readonly name: { readonly start: number; readonly end: number } | null
  readonly bound: Bound
  readonly measure: Measure
  readonly direction: 'up' | 'down' | null
  readonly strength: Strength
  readonly yearly: boolean
  /** What speaks for a commitment: a verb of level or growth, an action verb, or only the noun. */
  /** Whether the sentence said something of another number before. */
  readonly follows: boolean
  readonly evidence: 'predicate' | 'action' | 'list' | 'noun'
  readonly scope: string | null
  readonly start: number
  readonly end: number
}
