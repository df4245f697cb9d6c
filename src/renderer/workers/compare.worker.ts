import { createAnswerer } from './answer-requests.ts'
import type { WorkerRequest } from './compare-protocol.ts'

const answer = createAnswerer(() => performance.now())

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  self.postMessage(answer(data))
})
