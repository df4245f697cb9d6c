import { Worker } from 'node:worker_threads'
import { type FailureReason, TaskFailure } from './task-failure.ts'
import type { RunOptions } from './task-runner.ts'
import { receiveError, type TaskMessage, type TaskRequest } from './worker-messages.ts'

export interface ThreadOptions {
  readonly script: URL
  /** Asked for whenever a worker is started. */
  readonly workerData: () => unknown
  /** Megabytes of heap; a task that needs more ends with `memory`. */
  readonly memoryLimit: number
}

export interface ThreadTask extends Pick<RunOptions, 'signal' | 'onProgress'> {
  readonly name: string
  readonly input: unknown
  /** Milliseconds; a task that takes longer ends with `timeout`. */
  readonly timeLimit: number
}

/** Milliseconds for a thread to start; on a busy old machine it takes two seconds. */
const START_LIMIT = 30_000

/** What the worker at hand reports to; null while it has nothing to do. */
interface Listener {
  /** The thread has started, now or earlier. */
  readonly onReady: () => void
  readonly onMessage: (message: TaskMessage) => void
  readonly onEnd: (failure: TaskFailure) => void
}

function start({ script, workerData, memoryLimit }: ThreadOptions): Worker {
  return new Worker(script, {
    name: 'duigao-tasks',
    workerData: workerData(),
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    // What the program itself was started with (a watcher, an inspector) is not the thread's business.
    execArgv: [],
  })
}

function endOf(error: unknown, ready: boolean): TaskFailure {
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new TaskFailure('memory', error)
  return new TaskFailure(ready ? 'crashed' : 'no-worker', error)
}

/** A worker that is started when there is something to do and replaced when it ended or had to be ended. */
function createHolder(options: ThreadOptions) {
  let worker: Worker | null = null
  let ready = false
  let listener: Listener | null = null
  const watch = (started: Worker): Worker => {
    const ended = (error: unknown) => {
      if (worker !== started) return
      worker = null
      listener?.onEnd(endOf(error, ready))
    }
    started.on('message', (message: TaskMessage) => {
      if (worker !== started) return
      if (message.type === 'ready') {
        ready = true
        listener?.onReady()
      } else listener?.onMessage(message)
    })
    started.on('messageerror', ended)
    started.on('error', ended)
    started.on('exit', (code) => ended(new Error(`the thread ended with code ${code}`)))
    return started
  }
  return {
    /** Sends a task and listens to what becomes of it. The process stays alive meanwhile, and only meanwhile. */
    post: (request: TaskRequest, next: Listener): void => {
      if (worker === null) {
        ready = false
        worker = watch(start(options))
      }
      listener = next
      worker.ref()
      // A thread of our own has no origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(request)
      if (ready) next.onReady()
    },
    rest: (): void => {
      listener = null
      worker?.unref()
    },
    drop: (): void => {
      const gone = worker
      worker = null
      void gone?.terminate()
    },
  }
}

/** One thread doing one task at a time, with a time and a memory limit on each. */
export function createThread(options: ThreadOptions) {
  const holder = createHolder(options)
  let lastId = 0
  /** Rejects with a TaskFailure, or with what the task itself threw. */
  const perform = ({ name, input, timeLimit, signal, onProgress }: ThreadTask): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1
      const id = lastId
      const finish = (settle: () => void) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        holder.rest()
        settle()
      }
      const give = (reason: FailureReason) => {
        holder.drop()
        finish(() => reject(new TaskFailure(reason)))
      }
      const cancel = () => give('cancelled')
      let timer = setTimeout(() => give('no-worker'), START_LIMIT)
      const onReady = () => {
        clearTimeout(timer)
        timer = setTimeout(() => give('timeout'), timeLimit)
      }
      const onMessage = (message: TaskMessage) => {
        if (message.type === 'ready' || message.id !== id) return
        if (message.type === 'progress') onProgress?.(message.done, message.total)
        else if (message.type === 'done') finish(() => resolve(message.output))
        else finish(() => reject(receiveError(message.error)))
      }
      signal?.addEventListener('abort', cancel)
      try {
        holder.post({ id, name, input }, { onReady, onMessage, onEnd: (failure) => finish(() => reject(failure)) })
      } catch (error) {
        finish(() => reject(endOf(error, false)))
      }
    })
  return { perform, close: () => holder.drop() }
}
