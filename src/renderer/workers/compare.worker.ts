import { analyse } from '../../shared/comparison/analyse.ts'
import { compareAnalyses } from '../../shared/comparison/compare-analyses.ts'
import type { Analysis } from '../../shared/comparison/comparison.ts'
import type { SideInput, WorkerReply, WorkerRequest } from './compare-protocol.ts'

const now = () => performance.now()
const kept: Record<'left' | 'right', { key: string; analysis: Analysis } | null> = { left: null, right: null }

function analysed(
  side: 'left' | 'right',
  input: SideInput,
  request: WorkerRequest,
): { analysis: Analysis; kept: boolean } {
  const found = kept[side]
  if (found?.key === input.key) return { analysis: found.analysis, kept: true }
  const analysis = analyse(input.text, request.lexicon, input.known)
  kept[side] = { key: input.key, analysis }
  return { analysis, kept: false }
}

function answer(request: WorkerRequest): WorkerReply {
  const started = now()
  try {
    const left = analysed('left', request.left, request)
    const right = analysed('right', request.right, request)
    const comparison = compareAnalyses(left.analysis, right.analysis, request.lexicon, { now, limit: request.limit })
    const { left: _, ...rest } = comparison
    return {
      id: request.id,
      ok: true,
      left: left.kept ? null : left.analysis,
      rest,
      milliseconds: Math.round(now() - started),
    }
  } catch (error) {
    return { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  self.postMessage(answer(data))
})
