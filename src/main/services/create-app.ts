import type { Handlers } from '../../shared/contract/contract.ts'
import { createLibrary } from '../db/library.ts'
import { createAnalyst } from './analyst.ts'
import { createContext } from './context.ts'
import { draftService } from './draft-service.ts'
import { exportService } from './export-service.ts'
import { importService } from './import-service.ts'
import { libraryService } from './library-service.ts'
import { loadLexicon } from './load-lexicon.ts'
import type { Platform } from './platform.ts'
import { resourcePath } from './resource-path.ts'
import { reviewService } from './review-service.ts'
import { sampleService } from './sample-service.ts'
import { settingsService } from './settings-service.ts'

export interface AppOptions {
  readonly libraryPath: string
  readonly platform: Platform
  readonly version: string
  readonly now?: () => Date
  readonly newId?: () => string
}

/** What a shell runs: every handler of the contract over one open library. */
export interface App {
  readonly handlers: Handlers
  /** Ends the use of the library; everything acknowledged is already on the disk. */
  close(): void
}

/**
 * Opens the library (making or updating it) and gives the handlers of the contract.
 * Throws a DuigaoError (`library-newer`, `library-damaged`, `library-locked`, `write-failed`, `disk-full`) that says what to do.
 */
export function createApp(options: AppOptions): App {
  const { libraryPath, now = () => new Date() } = options
  const lexicon = loadLexicon(resourcePath('lexicon'))
  const library = createLibrary(libraryPath, { at: now() })
  const context = createContext({ ...options, now, library, lexicon })
  const analyst = createAnalyst(lexicon)
  const handlers: Handlers = {
    ...libraryService(context, analyst),
    ...importService(context, analyst),
    ...draftService(context, analyst),
    ...reviewService(context),
    ...exportService(context, analyst),
    ...sampleService(context, analyst),
    ...settingsService(context),
  }
  return { handlers, close: () => library.close() }
}
