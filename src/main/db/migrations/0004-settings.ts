import type { Migration } from './migration.ts'

/** Settings travel with the library: one row a setting, its value as JSON. */
export const settings: Migration = {
  version: 4,
  name: 'settings',
  up: (db) => {
    db.exec(`
      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value)),
        updated_at TEXT NOT NULL
      ) STRICT;
    `)
  },
}
