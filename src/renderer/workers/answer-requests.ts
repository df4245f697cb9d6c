import type { Comparison } from '../../shared/comparison/comparison.ts'
import { diffComparisons } from '../../shared/comparison/comparison-patch.ts'
import type { AheadRequest, WorkerReply, WorkerRequest } from './compare-protocol.ts'
import { Comparer } from './comparer.ts'

/** Those that one draft is held against in turn. */
const MOST_BASELINES = 6

/**
 * What the comparison worker does with a request: compares the draft with the baseline in hand, and answers with what changed
 * since the answer that the page has. What is compared ahead has no answer. `now` is a monotonic clock in milliseconds.
 */
export function createAnswerer(now: () => number): (request: WorkerRequest | AheadRequest) => WorkerReply | null {
  const comparer = new Comparer(now, MOST_BASELINES)
  let last: { readonly id: number; readonly comparison: Comparison } | null = null
  return (request) => {
    if ('ahead' in request) {
      compareAhead(comparer, request)
      last = null
      return null
    }
    const started = now()
    const { id, since } = request
    try {
      if (request.baseline) {
        last = null
        comparer.begin(request.baseline)
      }
      const comparison = comparer.compare(request)
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

/** Where it fails, the request in earnest fails too and says so. */
function compareAhead(comparer: Comparer, request: AheadRequest): void {
  try {
    comparer.begin(request.baseline)
    comparer.compare(request)
  } catch {
    return
  }
}
