import { createAnswerer } from './answer-requests.ts'
import { type AheadRequest, WARMED, type WorkerReply, type WorkerRequest } from './compare-protocol.ts'

const answer = createAnswerer(() => performance.now())
let asked = false

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest | AheadRequest>) => {
  asked = true
  const reply = answer(data)
  if (reply) say(reply)
})

function say(reply: WorkerReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  self.postMessage(reply)
}

/** The engine's code is compiled as it runs: what nobody waits for makes the first comparison fast. Ends as soon as there is real work. */
async function warmUp(): Promise<void> {
  // Where its code cannot be had (the program is being closed), the first comparison is only slower.
  const steps = await import('./warm-up.ts').then(
    ({ warmingSteps }) => warmingSteps(),
    () => null,
  )
  if (steps === null) return
  const goOn = () => {
    if (asked) return
    const step = steps.next()
    if (!step.done) setTimeout(goOn)
    else if (step.value) say({ id: WARMED, ok: true, whole: step.value, milliseconds: 0 })
  }
  goOn()
}

setTimeout(() => void warmUp())
