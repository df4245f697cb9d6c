import type { Database } from 'better-sqlite3'
import { MIGRATIONS } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'

export function formVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Throws when the list has a gap or is out of order: a slip that must not reach a library. */
function assertOrdered(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.name} is out of order`)
  })
}

/** Foreign keys are off meanwhile (they cannot be switched inside a transaction), so a table may be rebuilt; checked before the commit. */
function applyOne(db: Database, migration: Migration): void {
  db.transaction(() => {
    // Another process may have come first, between our look and our lock.
    if (formVersion(db) >= migration.version) return
    migration.up(db)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`migration ${migration.name} leaves ${broken.length} broken references`)
    db.pragma(`user_version = ${migration.version}`)
  }).immediate()
}

/**
 * Brings a library to the newest form, each migration in one transaction with its number. When one fails the library stays at
 * the last that succeeded. The caller has made the backup.
 */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  assertOrdered(migrations)
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of migrations) applyOne(db, migration)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
