import type { Database } from 'better-sqlite3'
import type { IndicatorEntry } from '../../../shared/targets/lexicon.ts'
import { asynchronous } from '../asynchronous.ts'
import { wroteOne } from '../one-row.ts'

/** One entry as the user has it; null where a built-in one was taken out. */
export interface OwnEntry {
  readonly name: string
  readonly entry: IndicatorEntry | null
}

/** All that the user made of the lexicon. */
export function readOwnEntries(db: Database): readonly OwnEntry[] {
  const rows = db.prepare<[], { name: string; entry: string | null }>(
    'SELECT name, entry FROM lexicon_entry ORDER BY name',
  )
  return rows.all().map(({ name, entry }) => ({
    name,
    entry: entry === null ? null : (JSON.parse(entry) as IndicatorEntry),
  }))
}

export type LexiconRepo = ReturnType<typeof createLexiconRepo>

/** The user's part of the indicator lexicon. Whatever was counted with the lexicon of before is stale after a change. */
export function createLexiconRepo(db: Database) {
  const put = db.prepare<[string, string | null, string]>(
    `INSERT INTO lexicon_entry (name, entry, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET entry = excluded.entry, updated_at = excluded.updated_at`,
  )
  const remove = db.prepare<[string]>('DELETE FROM lexicon_entry WHERE name = ?')
  const markStale = db.prepare('UPDATE version SET stale = 1')
  return asynchronous(
    {
      all: (): readonly OwnEntry[] => readOwnEntries(db),
      put: (entries: readonly OwnEntry[], at: string): void =>
        db
          .transaction(() => {
            for (const { name, entry } of entries)
              wroteOne(put.run(name, entry === null ? null : JSON.stringify(entry), at))
            markStale.run()
          })
          .immediate(),
      /** Forgets what the user made of these: built-in ones are as they came, own ones are gone. */
      restore: (names: readonly string[]): void =>
        db
          .transaction(() => {
            for (const name of names) remove.run(name)
            markStale.run()
          })
          .immediate(),
    },
    db.name,
  )
}
