import type { MessagePort } from 'node:worker_threads'
import type { Performer } from './task-runner.ts'
import { sendError, type TaskMessage, type TaskRequest } from './worker-messages.ts'

/** Milliseconds between two reports: more often, nobody could see. */
const REPORT_EVERY = 100

/** Reports the first step, the last, and at most ten a second between them. */
function reporter(report: (done: number, total: number) => void) {
  let last = -REPORT_EVERY
  return (done: number, total: number) => {
    const now = performance.now()
    if (now - last < REPORT_EVERY && done < total) return
    last = now
    report(done, total)
  }
}

/** The other end of a pool's thread: does each task it is sent and answers with what came of it. */
export function serveTasks(port: MessagePort, perform: Performer): void {
  const send = (message: TaskMessage) => port.postMessage(message)
  const answer = async ({ id, name, input }: TaskRequest): Promise<void> => {
    try {
      const onProgress = reporter((done, total) => send({ type: 'progress', id, done, total }))
      send({ type: 'done', id, output: await perform(name, input, { onProgress }) })
    } catch (error) {
      send({ type: 'failed', id, error: sendError(error) })
    }
  }
  port.on('message', (request: TaskRequest) => void answer(request))
  send({ type: 'ready' })
}
