/** Entry of the worker thread that heavy tasks run in. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Lexicon } from '../../../shared/targets/lexicon.ts'
import { createPerformer } from './perform-task.ts'
import { serveTasks } from './serve-tasks.ts'

/** What a thread is started with. */
export interface WorkerData {
  readonly lexicon: Lexicon
}

if (parentPort === null) throw new Error('this file runs in a worker thread')
serveTasks(parentPort, createPerformer((workerData as WorkerData).lexicon))
