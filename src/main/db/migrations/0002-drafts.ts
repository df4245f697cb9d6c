import type { Migration } from './migration.ts'

/**
 * The working text: its last snapshot and every change since its beginning. A save appends one small journal row, so that a
 * keystroke in a long text does not rewrite the text; the snapshot moves on now and then.
 */
export const drafts: Migration = {
  version: 2,
  name: 'drafts',
  up: (db) => {
    db.exec(`
      CREATE TABLE draft (
        id TEXT PRIMARY KEY,
        document_id TEXT NOT NULL REFERENCES document (id),
        base_version_id TEXT NOT NULL REFERENCES version (id),
        revision INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        snapshot_revision INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        ended_at TEXT,
        sealed_as TEXT REFERENCES version (id)
      ) STRICT;
      CREATE UNIQUE INDEX draft_live ON draft (document_id) WHERE ended_at IS NULL;

      CREATE TABLE draft_snapshot (
        draft_id TEXT PRIMARY KEY REFERENCES draft (id),
        revision INTEGER NOT NULL,
        text TEXT NOT NULL,
        -- 1: the text is a JSON string, because it is cut through a surrogate pair, which UTF-8 cannot hold.
        escaped INTEGER NOT NULL CHECK (escaped IN (0, 1))
      ) STRICT;

      CREATE TABLE draft_journal (
        draft_id TEXT NOT NULL REFERENCES draft (id),
        revision INTEGER NOT NULL,
        changes TEXT NOT NULL CHECK (json_valid(changes)),
        characters INTEGER NOT NULL,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (draft_id, revision)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER draft_journal_no_update BEFORE UPDATE ON draft_journal
        BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
    `)
  },
}
