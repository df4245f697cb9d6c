import type { KnownOfText } from '../../shared/comparison/analyse.ts'
import type { Analysis, Comparison } from '../../shared/comparison/comparison.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'

/** One side of a comparison as it goes to the worker. `key` names the text (and the lexicon it is read with), so that an unchanged side is analysed once. */
export interface SideInput {
  readonly key: string
  readonly text: string
  readonly known: KnownOfText
}

/** What one comparison needs. */
export interface CompareRequest {
  readonly left: SideInput
  readonly right: SideInput
  readonly lexicon: Lexicon
  /** Milliseconds after which the engine approximates. */
  readonly limit: number
}

export interface WorkerRequest extends CompareRequest {
  readonly id: number
}

/** The left analysis is null when it is the one sent last: it is large and does not change while someone types. */
export type WorkerReply =
  | {
      readonly id: number
      readonly ok: true
      readonly left: Analysis | null
      readonly rest: Omit<Comparison, 'left'>
      /** Reading both texts and comparing them. */
      readonly milliseconds: number
    }
  | { readonly id: number; readonly ok: false; readonly message: string }
