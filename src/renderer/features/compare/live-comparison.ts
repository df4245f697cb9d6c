import { ChangeSet } from '@codemirror/state'
import type { FindingCode } from '../../../shared/checks/finding.ts'
import type { Comparison } from '../../../shared/comparison/comparison.ts'
import { CompareClient, type CompareWorker } from '../../workers/compare-client.ts'
import type { CompareRequest, SideInput } from '../../workers/compare-protocol.ts'

/** The engine approximates after this: a reader waits for a whole plan, not for an editor that hangs. */
export const LIMIT_MS = 8000

export interface LiveResult {
  readonly comparison: Comparison
  /** Reading and comparing, in the worker. */
  readonly milliseconds: number
  /** The baseline's key. */
  readonly left: string
  /** From the text of the comparison shown before to the text of this one; null for the first. */
  readonly step: ChangeSet | null
}

export interface LiveComparisonOptions {
  readonly borrowWorker: () => CompareWorker
  readonly onResult: (result: LiveResult) => void
  readonly onFailure: (message: string) => void
  readonly onBusy: (busy: boolean) => void
}

/** Which texts a request was about. */
interface Sent {
  readonly left: string
  readonly version: number
}

/**
 * Compares again whenever the right text changes, as fast as the worker can and never behind the typing. Remembers the edits
 * made since a text was sent, so that what comes back can be laid over the text as it is now.
 */
export class LiveComparison {
  readonly #client: CompareClient<Sent>
  readonly #options: LiveComparisonOptions
  #left: SideInput | null = null
  #words: Pick<CompareRequest, 'lexicon' | 'phrases'> = { lexicon: { indicators: [] }, phrases: [] }
  /** Counts the edits of the right text. */
  #version = 0
  /** The text version of the comparison on the screen. */
  #shown: number | null = null
  /** The edits from `#logStart` on, one a version. */
  #log: ChangeSet[] = []
  #logStart = 0

  constructor(options: LiveComparisonOptions) {
    this.#options = options
    this.#client = new CompareClient({
      borrowWorker: options.borrowWorker,
      onResult: ({ comparison, milliseconds, tag }) => this.#arrived(comparison, milliseconds, tag),
      onFailure: ({ message }) => options.onFailure(message),
      onBusy: options.onBusy,
    })
  }

  /** Starts over with another baseline; the right text begins at version 0 again. */
  start(left: SideInput, words: Pick<CompareRequest, 'lexicon' | 'phrases'>): void {
    this.#client.cancel()
    this.#left = left
    this.#words = words
    this.#shown = null
    this.#log = []
    this.#logStart = this.#version
  }

  /** Another baseline for the same right text; `compare` is due, and what comes until then is about the former one. */
  rebase(left: SideInput): void {
    this.#left = left
  }

  /** The right text changed; `compare` is due. */
  edited(changes: ChangeSet): void {
    this.#version += 1
    this.#log.push(changes)
  }

  /** `disabled`: kinds of findings that are switched off. */
  compare(right: Omit<SideInput, 'key'>, disabled: readonly FindingCode[]): void {
    if (!this.#left) return
    const request = {
      left: this.#left,
      right: { ...right, key: String(this.#version) },
      ...this.#words,
      disabled,
      limit: LIMIT_MS,
    }
    this.#client.compare(request, { left: this.#left.key, version: this.#version })
  }

  cancel(): void {
    this.#client.cancel()
  }

  destroy(): void {
    this.#client.destroy()
  }

  /** The edits since the text of the comparison on the screen; null when there were none. */
  drift(): ChangeSet | null {
    return this.#shown === null ? null : this.#between(this.#shown, this.#version)
  }

  #arrived(comparison: Comparison, milliseconds: number, { left, version }: Sent): void {
    const step =
      this.#shown === null
        ? null
        : (this.#between(this.#shown, version) ?? ChangeSet.empty(comparison.right.text.length))
    this.#shown = version
    this.#log = this.#log.slice(version - this.#logStart)
    this.#logStart = version
    this.#options.onResult({ comparison, milliseconds, left, step })
  }

  #between(from: number, to: number): ChangeSet | null {
    const edits = this.#log.slice(from - this.#logStart, to - this.#logStart)
    return edits.length === 0 ? null : edits.reduce((all, next) => all.compose(next))
  }
}
