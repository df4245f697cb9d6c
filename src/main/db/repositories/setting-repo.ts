import type { Database } from 'better-sqlite3'
import { asynchronous } from '../asynchronous.ts'
import { wroteOne } from '../one-row.ts'

export type SettingRepo = ReturnType<typeof createSettingRepo>

/** Settings by name, each any JSON value. Their meaning and their defaults are the service's. */
export function createSettingRepo(db: Database) {
  const all = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting')
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO setting (name, value, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
  )
  const markStale = db.prepare<[]>('UPDATE version SET stale = 1')
  return asynchronous(
    {
      all: (): Readonly<Record<string, unknown>> =>
        Object.fromEntries(all.all().map(({ name, value }) => [name, JSON.parse(value) as unknown])),
      /** `stale`: what is counted of every version depends on these. */
      put: (values: Readonly<Record<string, unknown>>, at: string, stale = false): void =>
        db
          .transaction(() => {
            for (const [name, value] of Object.entries(values)) wroteOne(put.run(name, JSON.stringify(value), at))
            if (stale) markStale.run()
          })
          .immediate(),
    },
    db.name,
  )
}
