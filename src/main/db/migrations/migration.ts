import type { Database } from 'better-sqlite3'

/** One step of the library's form. Once released it is never edited: a mistake is mended by the next one. */
export interface Migration {
  readonly version: number
  readonly name: string
  /** Runs inside the transaction that also raises `user_version`; must not commit. */
  readonly up: (db: Database) => void
}
