import type { FindingCode } from '../../shared/checks/finding.ts'
import type { PhraseRule } from '../../shared/checks/phrase-list.ts'
import type { KnownOfText } from '../../shared/comparison/analyse.ts'
import type { Comparison } from '../../shared/comparison/comparison.ts'
import type { ComparisonPatch } from '../../shared/comparison/comparison-patch.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'

/** One side of a comparison as it goes to the worker. `key` names the text (and the lexicon it is read with). */
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
  /** The phrase list that the right text is checked by. */
  readonly phrases: readonly PhraseRule[]
  /** Kinds of findings that are switched off. */
  readonly disabled: readonly FindingCode[]
  /** Milliseconds after which the engine approximates. */
  readonly limit: number
}

/** What does not change while someone types. */
export type Baseline = Pick<CompareRequest, 'left' | 'lexicon' | 'phrases'>

/**
 * A request as it crosses to the worker. The baseline, the lexicon and the phrases go along only when they are not those of the request
 * before: they are large and do not change while someone types.
 */
export interface WorkerRequest {
  readonly id: number
  readonly baseline: Baseline | null
  readonly right: SideInput
  readonly disabled: readonly FindingCode[]
  readonly limit: number
  /** The request whose answer the page has; null when it has none of this worker. */
  readonly since: number | null
}

/**
 * Two texts that somebody is likely to compare next: read and compared without an answer, so that the request that follows finds
 * everything remembered.
 */
export interface AheadRequest extends Pick<WorkerRequest, 'right' | 'disabled' | 'limit'> {
  readonly ahead: true
  readonly baseline: Baseline
}

/**
 * No request has this number: what the worker compared to warm up goes to the page under it, in full, so that the page can warm up
 * by drawing it.
 */
export const WARMED = 0

/**
 * What comes back: the comparison in full when the page has none to build on (the first one, another baseline), else what makes
 * the comparison of request `since` this one (see `ComparisonPatch`; `applyPatch` puts it together, with the right text that the
 * page sent itself). Of a draft of 100 000 characters a full comparison takes some ten milliseconds to cross, a keystroke's
 * patch next to nothing. `milliseconds` is reading the draft and comparing it.
 */
export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly whole: Comparison; readonly milliseconds: number }
  | { readonly id: number; readonly ok: true; readonly patch: ComparisonPatch; readonly milliseconds: number }
  | { readonly id: number; readonly ok: false; readonly message: string }
