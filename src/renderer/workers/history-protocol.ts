import type { PastPassage } from '../../shared/comparison/passage-history.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import type { Range } from '../../shared/text/range.ts'
import type { SideInput } from './compare-protocol.ts'

/** What is asked: what each baseline says in place of one block of the draft. */
export interface HistoryQuestion {
  /** Oldest first; they are answered in this order. `key` names each. */
  readonly baselines: readonly SideInput[]
  readonly lexicon: Lexicon
  readonly draft: SideInput
  /** The block, in the draft's text. */
  readonly block: Range
}

/** A question as it crosses to the worker: what is as in the question before stays at home. */
export interface HistoryRequest {
  readonly id: number
  readonly baselines: readonly SideInput[] | null
  readonly lexicon: Lexicon | null
  readonly draft: SideInput | null
  readonly block: Range
}

/** One baseline's answer, or that all have answered. An error concerns one baseline; the others go on. */
export type HistoryReply =
  | { readonly id: number; readonly type: 'said'; readonly key: string; readonly passage: PastPassage }
  | { readonly id: number; readonly type: 'failed'; readonly key: string; readonly message: string }
  | { readonly id: number; readonly type: 'done' }
