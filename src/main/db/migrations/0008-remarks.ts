import type { Migration } from './migration.ts'

/**
 * Remarks that a file brought along, with the answers given to them here. They belong to the version and not to a comparison, so
 * they are seen in every comparison of that version. What came in is not rewritten: it is resolved, and answered.
 */
export const remarks: Migration = {
  version: 8,
  name: 'remarks',
  up: (db) => {
    db.exec(`
      CREATE TABLE remark (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        version_id TEXT NOT NULL REFERENCES version (id),
        origin TEXT NOT NULL CHECK (origin IN ('imported', 'review')),
        quote TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        start INTEGER NOT NULL,
        -- The remark that begins the thread.
        reply_to TEXT REFERENCES remark (id),
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
        -- Says in which later versions it is still to be seen: null for one that came in resolved, or is not.
        resolved_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;
      CREATE INDEX remark_by_version ON remark (version_id, seq);
      CREATE TRIGGER remark_no_delete BEFORE DELETE ON remark
        BEGIN SELECT RAISE(ABORT, 'a remark is hidden, not deleted'); END;
      CREATE TRIGGER remark_imported_stays
        BEFORE UPDATE OF text, author, quote, before, after, start, reply_to, created_at, removed_at ON remark
        WHEN old.origin = 'imported'
        BEGIN SELECT RAISE(ABORT, 'a remark of a file stays as it came in'); END;
    `)
  },
}
