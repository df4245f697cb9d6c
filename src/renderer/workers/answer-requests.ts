import type { PhraseRule } from '../../shared/checks/phrase-list.ts'
import { analyse } from '../../shared/comparison/analyse.ts'
import type { Comparison } from '../../shared/comparison/comparison.ts'
import { diffComparisons } from '../../shared/comparison/comparison-patch.ts'
import { type ComparisonSession, createComparisonSession } from '../../shared/comparison/comparison-session.ts'
import type { WorkerReply, WorkerRequest } from './compare-protocol.ts'

/**
 * What the comparison worker does with a request: keeps one baseline with all that is known of it, compares the draft, and
 * answers with what changed since the answer that the page has. `now` is a monotonic clock in milliseconds.
 */
export function createAnswerer(now: () => number): (request: WorkerRequest) => WorkerReply {
  let session: ComparisonSession | null = null
  let phrases: readonly PhraseRule[] = []
  let last: { readonly id: number; readonly comparison: Comparison } | null = null

  function compare({ baseline, right, disabled, limit }: WorkerRequest): Comparison {
    if (baseline) {
      const { left, lexicon } = baseline
      session = null
      last = null
      phrases = baseline.phrases
      session = createComparisonSession(analyse(left.text, lexicon, left.known), lexicon)
    }
    if (!session) throw new Error('a draft came before its baseline')
    return session.update(right.text, { ...right.known, checks: { disabled, phrases } }, { now, limit })
  }

  return (request) => {
    const started = now()
    const { id, since } = request
    try {
      const comparison = compare(request)
      const before = last?.id === since ? last.comparison : null
      last = { id, comparison }
      const milliseconds = Math.round(now() - started)
      if (before) return { id, ok: true, patch: diffComparisons(before, comparison), milliseconds }
      return { id, ok: true, whole: comparison, milliseconds }
    } catch (error) {
      return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
    }
  }
}
