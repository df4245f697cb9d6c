import type { AheadRequest, WorkerReply, WorkerRequest } from './compare-protocol.ts'
import { asWorkerLike, WorkerAtHand } from './worker-at-hand.ts'

/** The page's comparison worker, bundled by vite. */
export const compareWorker = new WorkerAtHand<WorkerRequest, WorkerReply, AheadRequest>(() =>
  asWorkerLike(new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module', name: 'compare' })),
)
