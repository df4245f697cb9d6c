import type { Lexicon } from '../../../shared/targets/lexicon.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'

export interface RunOptions {
  /** Ends the task, waiting or running, with `cancelled`. */
  readonly signal?: AbortSignal | undefined
  /** Nobody waits for it: it starts when nothing else is left to do. */
  readonly background?: boolean | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Does heavy work elsewhere. Rejects with a DuigaoError for whatever a user may meet, with the error as thrown for a bug. */
export interface TaskRunner {
  run<N extends TaskName>(name: N, input: TaskInput<N>, options?: RunOptions): Promise<TaskOutput<N>>
  /** Reads and compares with another lexicon from the next task on. */
  useLexicon(lexicon: Lexicon): void
  /** Ends what runs and what waits, with `cancelled`. */
  close(): void
}

/** What a task is done with, in whatever thread. */
export type Performer = (
  name: string,
  input: unknown,
  options: Pick<RunOptions, 'signal' | 'onProgress'>,
) => Promise<unknown>
