import { TaskFailure } from './task-failure.ts'
import type { RunOptions } from './task-runner.ts'
import { createThread, type ThreadOptions } from './thread.ts'

export interface PoolOptions extends ThreadOptions {
  readonly threads: number
}

interface Job {
  readonly name: string
  readonly input: unknown
  readonly timeLimit: number
  readonly options: RunOptions
  readonly resolve: (output: unknown) => void
  readonly reject: (error: unknown) => void
}

type Thread = ReturnType<typeof createThread>

/** Jobs that wait, in the order they came; those of the background after all others. */
function createLine() {
  const front: Job[] = []
  const background: Job[] = []
  const lineOf = (job: Job) => (job.options.background ? background : front)
  return {
    add: (job: Job) => void lineOf(job).push(job),
    next: () => front.shift() ?? background.shift(),
    /** Whether it still waited. */
    remove: (job: Job): boolean => {
      const line = lineOf(job)
      const place = line.indexOf(job)
      if (place >= 0) line.splice(place, 1)
      return place >= 0
    },
    empty: () => [...front.splice(0), ...background.splice(0)],
  }
}

export type WorkerPool = ReturnType<typeof createWorkerPool>

/**
 * Threads that do tasks one after another, started when first needed. A task that hangs, crashes or is cancelled takes its
 * thread with it; the next one gets a fresh thread.
 */
export function createWorkerPool({ threads, ...options }: PoolOptions) {
  const waiting = createLine()
  const idle: Thread[] = Array.from({ length: threads }, () => createThread(options))
  const busy = new Map<Job, { readonly thread: Thread; readonly abort: AbortController }>()
  /** Threads at work that start anew when they are done. */
  const outdated = new Set<Thread>()
  let closed = false

  const settle = (job: Job, thread: Thread, how: () => void) => {
    busy.delete(job)
    if (outdated.delete(thread)) thread.close()
    idle.push(thread)
    how()
    startNext()
  }
  const startNext = () => {
    const thread = idle.pop()
    const job = thread && waiting.next()
    if (!thread || !job) {
      if (thread) idle.push(thread)
      return
    }
    const abort = new AbortController()
    busy.set(job, { thread, abort })
    const { onProgress } = job.options
    const { name, input, timeLimit } = job
    thread.perform({ name, input, timeLimit, signal: abort.signal, onProgress }).then(
      (output) => settle(job, thread, () => job.resolve(output)),
      (error: unknown) => settle(job, thread, () => job.reject(error)),
    )
  }
  const cancel = (job: Job) => {
    if (waiting.remove(job)) job.reject(new TaskFailure('cancelled'))
    else busy.get(job)?.abort.abort()
  }

  return {
    /** Rejects with a TaskFailure, or with what the task itself threw. `timeLimit` counts from its start, not from now. */
    run: async (name: string, input: unknown, timeLimit: number, options: RunOptions = {}): Promise<unknown> => {
      const { signal } = options
      if (closed || signal?.aborted) throw new TaskFailure('cancelled')
      let called = () => {}
      try {
        return await new Promise((resolve, reject) => {
          const job: Job = { name, input, timeLimit, options, resolve, reject }
          called = () => cancel(job)
          signal?.addEventListener('abort', called)
          waiting.add(job)
          startNext()
        })
      } finally {
        signal?.removeEventListener('abort', called)
      }
    },
    /** Every thread starts anew before its next task: what it was started with has changed. */
    renew: (): void => {
      for (const thread of idle) thread.close()
      for (const { thread } of busy.values()) outdated.add(thread)
    },
    close: (): void => {
      closed = true
      for (const job of waiting.empty()) job.reject(new TaskFailure('cancelled'))
      for (const { abort } of busy.values()) abort.abort()
      for (const thread of idle) thread.close()
    },
  }
}
