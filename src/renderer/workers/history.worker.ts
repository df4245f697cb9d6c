import { Historian } from './historian.ts'
import type { HistoryRequest } from './history-protocol.ts'

const historian = new Historian(() => performance.now())
let running = false

/** A turn of its own for each baseline: a newer question comes in between. */
function goOn(): void {
  const reply = historian.step()
  running = reply !== null
  if (!reply) return
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  self.postMessage(reply)
  setTimeout(goOn)
}

self.addEventListener('message', ({ data }: MessageEvent<HistoryRequest>) => {
  historian.ask(data)
  if (running) return
  running = true
  setTimeout(goOn)
})
