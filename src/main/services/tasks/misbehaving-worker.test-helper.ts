/** A worker whose readings go wrong in the way their file is named; the others read as they should. */
import { parentPort, workerData } from 'node:worker_threads'
import { createPerformer } from './perform-task.ts'
import { serveTasks } from './serve-tasks.ts'
import type { Performer } from './task-runner.ts'
import type { TaskInput } from './tasks.ts'
import type { WorkerData } from './worker.ts'

const HANG_MS = 120_000

const FAULTS: Readonly<Record<string, (options: Parameters<Performer>[2]) => unknown>> = {
  /** A loop that yields to nobody, as of a regular expression gone wild. */
  'hang.txt': () => {
    const until = Date.now() + HANG_MS
    while (Date.now() < until);
  },
  'hang-quietly.txt': () => new Promise(() => {}),
  'slow.txt': ({ onProgress }) =>
    new Promise(() => {
      onProgress?.(1, 3)
      setTimeout(() => onProgress?.(2, 3), 150)
    }),
  'eat-memory.txt': () => {
    const eaten: number[][] = []
    for (;;) eaten.push(Array.from<number>({ length: 1_000_000 }).fill(eaten.length + 0.5))
  },
  'throw.txt': () => {
    throw new TypeError('a reader stumbled')
  },
  /** Outside of the task, where nothing catches it. */
  'throw-later.txt': () => {
    setTimeout(() => {
      throw new TypeError('a reader fell over')
    }, 1)
    return new Promise(() => {})
  },
  'exit.txt': () => process.exit(3),
  'not-to-be-sent.txt': () => ({ reading: () => {} }),
}

if (parentPort === null) throw new Error('this file runs in a worker thread')
const perform = createPerformer((workerData as WorkerData).lexicon)
serveTasks(parentPort, async (name, input, options) => {
  const fault = name === 'read' ? FAULTS[(input as TaskInput<'read'>).file] : undefined
  return fault ? fault(options) : perform(name, input, options)
})
