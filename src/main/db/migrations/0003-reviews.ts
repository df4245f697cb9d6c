import type { Migration } from './migration.ts'

/**
 * Reviews: one comparison per baseline version and document of the right side. Decisions only grow (taking one back marks it);
 * `stamp` counts what happened to them, so that a stored progress knows whether it still holds.
 */
export const reviews: Migration = {
  version: 3,
  name: 'reviews',
  up: (db) => {
    db.exec(`
      CREATE TABLE comparison (
        id TEXT PRIMARY KEY,
        left_version_id TEXT NOT NULL REFERENCES version (id),
        right_document_id TEXT NOT NULL REFERENCES document (id),
        stamp INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL,
        UNIQUE (left_version_id, right_document_id)
      ) STRICT;

      CREATE TABLE decision (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        comparison_id TEXT NOT NULL REFERENCES comparison (id),
        subject TEXT NOT NULL,
        anchor TEXT NOT NULL CHECK (json_valid(anchor)),
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        basis_kind TEXT,
        basis_reference TEXT,
        reviewer TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        withdrawn_at TEXT,
        CHECK ((basis_kind IS NULL) = (basis_reference IS NULL))
      ) STRICT;
      CREATE INDEX decision_by_comparison ON decision (comparison_id, seq);
      CREATE TRIGGER decision_only_withdrawn
        BEFORE UPDATE OF id, comparison_id, subject, anchor, status, reason, basis_kind, basis_reference, reviewer, decided_at
        ON decision BEGIN SELECT RAISE(ABORT, 'a decision is taken back, not rewritten'); END;
      CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
        BEGIN SELECT RAISE(ABORT, 'a decision is taken back, not deleted'); END;
      CREATE TRIGGER decision_stamp_insert AFTER INSERT ON decision
        BEGIN UPDATE comparison SET stamp = stamp + 1 WHERE id = new.comparison_id; END;
      CREATE TRIGGER decision_stamp_withdraw AFTER UPDATE OF withdrawn_at ON decision
        BEGIN UPDATE comparison SET stamp = stamp + 1 WHERE id = new.comparison_id; END;

      CREATE TABLE annotation (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        comparison_id TEXT NOT NULL REFERENCES comparison (id),
        anchor TEXT NOT NULL CHECK (json_valid(anchor)),
        reply_to TEXT REFERENCES annotation (id),
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;
      CREATE INDEX annotation_by_comparison ON annotation (comparison_id, seq);
      CREATE TRIGGER annotation_no_delete BEFORE DELETE ON annotation
        BEGIN SELECT RAISE(ABORT, 'a remark is hidden, not deleted'); END;

      -- How far the review of a version against its parent has come, as counted when the comparison's stamp was this.
      CREATE TABLE version_progress (
        version_id TEXT PRIMARY KEY REFERENCES version (id),
        comparison_id TEXT NOT NULL REFERENCES comparison (id),
        stamp INTEGER NOT NULL,
        handled INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
