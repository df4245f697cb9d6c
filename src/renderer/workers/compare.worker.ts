import { createAnswerer } from './answer-requests.ts'
import type { AheadRequest, WorkerRequest } from './compare-protocol.ts'

const answer = createAnswerer(() => performance.now())
let asked = false

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest | AheadRequest>) => {
  asked = true
  const reply = answer(data)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  if (reply) self.postMessage(reply)
})

/** The engine's code is compiled as it runs: what nobody waits for makes the first comparison fast. Ends as soon as there is real work. */
async function warmUp(): Promise<void> {
  // Where its code cannot be had (the program is being closed), the first comparison is only slower.
  const steps = await import('./warm-up.ts').then(
    ({ warmingSteps }) => warmingSteps(),
    () => null,
  )
  if (steps === null) return
  const goOn = () => {
    if (!asked && !steps.next().done) setTimeout(goOn)
  }
  goOn()
}

setTimeout(() => void warmUp())
