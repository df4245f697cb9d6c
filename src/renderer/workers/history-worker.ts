import type { HistoryReply, HistoryRequest } from './history-protocol.ts'
import { asWorkerLike, WorkerAtHand } from './worker-at-hand.ts'

/** The page's worker for 历次表述: beside the comparison worker, so that no keystroke waits for old documents. Started when first asked. */
export const historyWorker = new WorkerAtHand<HistoryRequest, HistoryReply>(() =>
  asWorkerLike(new Worker(new URL('./history.worker.ts', import.meta.url), { type: 'module', name: 'history' })),
)
