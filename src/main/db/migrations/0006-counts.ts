import type { Migration } from './migration.ts'

/**
 * What a version's findings and delta were counted from can be corrected later; `stale` remembers, over a restart too, that
 * they are to be counted anew. A decision on a finding names its kind, because two findings may quote the same words.
 */
export const counts: Migration = {
  version: 6,
  name: 'counts',
  up: (db) => {
    db.exec(`
      ALTER TABLE version ADD COLUMN stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1));
      CREATE INDEX version_stale ON version (document_id) WHERE stale = 1;

      ALTER TABLE decision ADD COLUMN finding TEXT;
      DROP TRIGGER decision_only_withdrawn;
      CREATE TRIGGER decision_only_withdrawn
        BEFORE UPDATE OF id, comparison_id, subject, anchor, status, reason, basis_kind, basis_reference, reviewer, decided_at,
          finding
        ON decision BEGIN SELECT RAISE(ABORT, 'a decision is taken back, not rewritten'); END;
    `)
  },
}
