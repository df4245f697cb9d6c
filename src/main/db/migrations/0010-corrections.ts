import type { Migration } from './migration.ts'

/** What people said of targets that were read wrongly: kept with the document, at words of its text. Taken back, never rewritten. */
export const corrections: Migration = {
  version: 10,
  name: 'corrections',
  up: (db) => {
    db.exec(`
      CREATE TABLE target_correction (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document (id),
        kind TEXT NOT NULL,
        place TEXT NOT NULL CHECK (json_valid(place)),
        was TEXT NOT NULL CHECK (json_valid(was)),
        indicator TEXT,
        value REAL,
        unit TEXT,
        author TEXT NOT NULL,
        created_at TEXT NOT NULL,
        withdrawn_at TEXT
      ) STRICT;
      CREATE INDEX target_correction_by_document ON target_correction (document_id, seq);
      CREATE TRIGGER target_correction_only_withdrawn
        BEFORE UPDATE OF id, document_id, kind, place, was, indicator, value, unit, author, created_at ON target_correction
        BEGIN SELECT RAISE(ABORT, 'a correction is taken back, not rewritten'); END;
      CREATE TRIGGER target_correction_no_delete BEFORE DELETE ON target_correction
        BEGIN SELECT RAISE(ABORT, 'a correction is taken back, not deleted'); END;
    `)
  },
}
