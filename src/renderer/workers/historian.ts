import type { Comparison } from '../../shared/comparison/comparison.ts'
import { MOST_BASELINES, passageHistory } from '../../shared/comparison/passage-history.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import type { SideInput } from './compare-protocol.ts'
import { Comparer } from './comparer.ts'
import type { HistoryReply, HistoryRequest } from './history-protocol.ts'

/** One comparison may take this long before the rest is approximated, in milliseconds. */
const LIMIT_MS = 4000

/**
 * Answers what each baseline says in place of a block, one baseline a step, so that a newer question is heard between two of
 * them. Comparisons are kept until the draft changes: another block of the same draft is answered at once.
 */
export class Historian {
  readonly #comparer: Comparer
  #baselines: readonly SideInput[] = []
  #lexicon: Lexicon | null = null
  #draft: SideInput | null = null
  #comparisons = new Map<SideInput, Comparison>()
  #request: HistoryRequest | null = null
  #next = 0

  /** `now` is a monotonic clock in milliseconds. */
  constructor(now: () => number) {
    this.#comparer = new Comparer(now, MOST_BASELINES)
  }

  /** A question; what was asked before is no longer answered. */
  ask(request: HistoryRequest): void {
    if (request.lexicon) this.#lexicon = request.lexicon
    if (request.baselines) this.#baselines = request.baselines
    if (request.draft) this.#draft = request.draft
    if (request.lexicon || request.baselines || request.draft) this.#comparisons = new Map()
    this.#request = request
    this.#next = 0
  }

  /** The answer of the next baseline, or that there is none left; null when nothing is asked. */
  step(): HistoryReply | null {
    const request = this.#request
    if (!request) return null
    const baseline = this.#baselines[this.#next]
    this.#next += 1
    if (!baseline) {
      this.#request = null
      return { id: request.id, type: 'done' }
    }
    const { key } = baseline
    try {
      const passage = passageHistory(this.#compared(baseline), request.block)
      return { id: request.id, type: 'said', key, passage }
    } catch (error) {
      return { id: request.id, type: 'failed', key, message: error instanceof Error ? error.message : String(error) }
    }
  }

  #compared(baseline: SideInput): Comparison {
    const known = this.#comparisons.get(baseline)
    if (known) return known
    if (!this.#draft || !this.#lexicon) throw new Error('a question came before its texts')
    this.#comparer.begin({ left: baseline, lexicon: this.#lexicon, phrases: [] })
    const comparison = this.#comparer.compare({ right: this.#draft, disabled: [], limit: LIMIT_MS })
    this.#comparisons.set(baseline, comparison)
    return comparison
  }
}
