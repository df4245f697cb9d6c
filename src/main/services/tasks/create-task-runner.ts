import type { Lexicon } from '../../../shared/targets/lexicon.ts'
import { taskError } from './task-error.ts'
import { TaskFailure } from './task-failure.ts'
import type { Performer, RunOptions, TaskRunner } from './task-runner.ts'
import { MEMORY_LIMIT, type TaskInput, type TaskName, type TaskOutput, TIME_LIMITS } from './tasks.ts'
import type { WorkerData } from './worker.ts'
import { createWorkerPool, type WorkerPool } from './worker-pool.ts'

export interface TaskRunnerOptions {
  readonly lexicon: Lexicon
  /** 0: everything in the calling thread, without limits; for the command line, where nothing else waits. */
  readonly threads: number
  /** Stand-ins for tests. */
  readonly script?: URL
  readonly timeLimits?: Partial<Record<TaskName, number>>
  readonly memoryLimit?: number
}

/** Beside this file, by the same ending: `.ts` in the sources, `.js` in the build. */
const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** Does the tasks in the calling thread. Loaded when first needed: with threads it hardly ever is. */
function createLocal(first: Lexicon) {
  let lexicon = first
  let performer: Promise<Performer> | null = null
  const closing = new AbortController()
  return {
    run: async (name: string, input: unknown, { signal, onProgress }: RunOptions): Promise<unknown> => {
      const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      performer ??= import('./perform-task.ts').then(({ createPerformer }) => createPerformer(lexicon))
      const perform = await performer
      if (both.aborted) throw new TaskFailure('cancelled')
      return perform(name, input, { signal: both, onProgress })
    },
    useLexicon: (next: Lexicon) => {
      lexicon = next
      performer = null
    },
    close: () => closing.abort(),
  }
}

function poolOf(
  { threads, script = SCRIPT, memoryLimit = MEMORY_LIMIT }: TaskRunnerOptions,
  workerData: () => WorkerData,
): WorkerPool {
  return createWorkerPool({ threads, script, memoryLimit, workerData })
}

/** Heavy tasks in threads of their own; where none can be started, in this one, after saying so once. */
export function createTaskRunner(options: TaskRunnerOptions): TaskRunner {
  const local = createLocal(options.lexicon)
  let { lexicon } = options
  const pool = options.threads > 0 ? poolOf(options, () => ({ lexicon })) : null
  let threadless = pool === null
  const limits: Readonly<Record<TaskName, number>> = { ...TIME_LIMITS, ...options.timeLimits }

  const attempt = async (name: TaskName, input: unknown, runOptions: RunOptions): Promise<unknown> => {
    if (pool === null || threadless) return local.run(name, input, runOptions)
    try {
      return await pool.run(name, input, limits[name], runOptions)
    } catch (error) {
      if (!(error instanceof TaskFailure && error.reason === 'no-worker')) throw error
      if (!threadless) console.error('no worker thread can be started; working in the main thread', error.cause)
      threadless = true
      return local.run(name, input, runOptions)
    }
  }
  return {
    async run<N extends TaskName>(name: N, input: TaskInput<N>, runOptions: RunOptions = {}): Promise<TaskOutput<N>> {
      try {
        return (await attempt(name, input, runOptions)) as TaskOutput<N>
      } catch (error) {
        const file = name === 'read' || name === 'unpack' ? (input as TaskInput<'read' | 'unpack'>).file : null
        const seconds = Math.round(limits[name] / 1000)
        throw taskError(error, name, file, { seconds, megabytes: options.memoryLimit ?? MEMORY_LIMIT })
      }
    },
    useLexicon: (next) => {
      lexicon = next
      local.useLexicon(next)
      pool?.renew()
    },
    close: () => {
      pool?.close()
      local.close()
    },
  }
}
