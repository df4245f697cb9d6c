import type { Migration } from './migration.ts'

/**
 * What the user made of the indicator lexicon: `name` is the name of the built-in entry that it stands for, or of one of its own;
 * `entry` is NULL for a built-in entry that was taken out.
 */
export const lexicon: Migration = {
  version: 11,
  name: 'lexicon',
  up: (db) => {
    db.exec(`
      CREATE TABLE lexicon_entry (
        name TEXT PRIMARY KEY,
        entry TEXT CHECK (entry IS NULL OR json_valid(entry)),
        updated_at TEXT NOT NULL
      ) STRICT;
    `)
  },
}
