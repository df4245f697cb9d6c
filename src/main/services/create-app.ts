import type { Handlers } from '../../shared/contract/contract.ts'
import type { Lexicon } from '../../shared/targets/lexicon.ts'
import { createLibrary } from '../db/library.ts'
import { createBackground } from './background.ts'
import { baselineService } from './baseline-service.ts'
import { createContext } from './context.ts'
import { draftService } from './draft-service.ts'
import { exportService } from './export-service.ts'
import { importService } from './import-service.ts'
import { lexiconService } from './lexicon-service.ts'
import { libraryService } from './library-service.ts'
import { loadLexicon } from './load-lexicon.ts'
import { lexiconOf, listEntries } from './own-lexicon.ts'
import { phraseService } from './phrase-service.ts'
import type { Platform } from './platform.ts'
import { recountAll } from './recount.ts'
import { resourcePath } from './resource-path.ts'
import { reviewService } from './review-service.ts'
import { sampleService } from './sample-service.ts'
import { searchService } from './search-service.ts'
import { settingsService } from './settings-service.ts'
import { targetsService } from './targets-service.ts'
import { createTaskRunner } from './tasks/create-task-runner.ts'
import type { TaskRunner } from './tasks/task-runner.ts'

export interface AppOptions {
  readonly libraryPath: string
  readonly platform: Platform
  readonly version: string
  readonly now?: () => Date
  readonly newId?: () => string
  /** Threads for heavy work, 1 by default; 0 does it in this one, for a command line that nobody types into meanwhile. */
  readonly threads?: number
  /** A stand-in for tests. */
  readonly createTasks?: (lexicon: Lexicon) => TaskRunner
}

/** What a shell runs: every handler of the contract over one open library. */
export interface App {
  readonly handlers: Handlers
  /** Resolves when nothing is left to do in the background. */
  idle(): Promise<void>
  /** Ends the use of the library; everything acknowledged is already on the disk. */
  close(): void
}

/**
 * Opens the library (making or updating it) and gives the handlers of the contract.
 * Throws a DuigaoError (`library-newer`, `library-damaged`, `library-locked`, `write-failed`, `disk-full`) that says what to do.
 */
export function createApp(options: AppOptions): App {
  const { libraryPath, now = () => new Date(), threads = 1 } = options
  const builtIn = loadLexicon(resourcePath('lexicon'))
  const library = createLibrary(libraryPath, { at: now() })
  const lexicon = lexiconOf(listEntries(builtIn, library.ownLexicon), builtIn.fields)
  const tasks = options.createTasks?.(lexicon) ?? createTaskRunner({ lexicon, threads })
  const background = createBackground((error) => console.error(error))
  const context = createContext({ ...options, now, library, lexicon, tasks, background })
  const handlers: Handlers = {
    ...libraryService(context),
    ...importService(context),
    ...draftService(context),
    ...baselineService(context),
    ...reviewService(context),
    ...targetsService(context),
    ...searchService(context),
    ...exportService(context),
    ...sampleService(context),
    ...phraseService(context),
    ...settingsService(context),
    ...lexiconService(context, builtIn),
  }
  if (threads > 0) recountAll(context)
  return {
    handlers,
    idle: () => background.idle(),
    close: () => {
      background.close()
      tasks.close()
      library.close()
    },
  }
}
