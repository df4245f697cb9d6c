import { randomUUID } from 'node:crypto'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import type { Library } from '../db/library.ts'
import type { Background } from './background.ts'
import type { Platform } from './platform.ts'
import type { TaskRunner } from './tasks/task-runner.ts'

/** What every use case works with. */
export interface Context {
  readonly library: Library
  readonly platform: Platform
  /** The lexicon in use: the built-in one with the user's entries. */
  readonly lexicon: () => Lexicon
  /** Uses another lexicon from now on, in every thread. */
  readonly useLexicon: (lexicon: Lexicon) => void
  readonly tasks: TaskRunner
  readonly background: Background
  readonly version: string
  /** The time as the library keeps it: ISO 8601, UTC. */
  readonly now: () => string
  readonly newId: () => string
  /**
   * Runs writing use cases one after another: each looks at the library, computes, then writes, and two at once would each
   * miss what the other adds.
   */
  readonly serially: <T>(task: () => Promise<T>) => Promise<T>
  /** Tells every page that the library's list is out of date. */
  readonly changed: () => void
}

/** A queue of one: the next task starts when the last has ended, well or badly. */
export function createQueue(): Context['serially'] {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }
}

export interface ContextOptions {
  readonly library: Library
  readonly platform: Platform
  readonly lexicon: Lexicon
  readonly tasks: TaskRunner
  readonly background: Background
  readonly version: string
  readonly now?: (() => Date) | undefined
  readonly newId?: (() => string) | undefined
}

export function createContext(options: ContextOptions): Context {
  let inUse = options.lexicon
  const { now = () => new Date(), newId = randomUUID, platform, library, tasks, background, version } = options
  return {
    library,
    platform,
    lexicon: () => inUse,
    useLexicon: (lexicon) => {
      inUse = lexicon
      tasks.useLexicon(lexicon)
    },
    tasks,
    background,
    version,
    now: () => now().toISOString(),
    newId,
    serially: createQueue(),
    changed: () => platform.notify('library-changed', {}),
  }
}
