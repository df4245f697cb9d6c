import type { Migration } from './migration.ts'

/**
 * Documents, their versions, and the files these came from. The text of a version stands apart from the version, keyed by
 * its hash, so that listing 2 000 versions reads no text; triggers keep texts and files as they came in.
 */
export const documents: Migration = {
  version: 1,
  name: 'documents',
  up: (db) => {
    db.exec(`
      CREATE TABLE document (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        region TEXT,
        level TEXT,
        period_from INTEGER,
        period_to INTEGER,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;

      -- An INTEGER PRIMARY KEY, because VACUUM may renumber plain rowids and the search index points here.
      CREATE TABLE version_text (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        text TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER version_text_no_update BEFORE UPDATE ON version_text
        BEGIN SELECT RAISE(ABORT, 'version text is immutable'); END;
      CREATE TRIGGER version_text_no_delete BEFORE DELETE ON version_text
        BEGIN SELECT RAISE(ABORT, 'version text is immutable'); END;

      CREATE TABLE source_content (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        content BLOB NOT NULL
      ) STRICT;
      CREATE TRIGGER source_content_no_update BEFORE UPDATE ON source_content
        BEGIN SELECT RAISE(ABORT, 'source content is immutable'); END;
      CREATE TRIGGER source_content_no_delete BEFORE DELETE ON source_content
        BEGIN SELECT RAISE(ABORT, 'source content is immutable'); END;

      -- One reading of a file: the same bytes may come in twice, under other names or with other steps switched off.
      CREATE TABLE source (
        id TEXT PRIMARY KEY,
        sha256 TEXT NOT NULL REFERENCES source_content (sha256),
        file TEXT NOT NULL,
        format TEXT NOT NULL,
        media_type TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        disabled TEXT NOT NULL CHECK (json_valid(disabled)),
        cleaning_log TEXT NOT NULL CHECK (json_valid(cleaning_log)),
        warnings TEXT NOT NULL CHECK (json_valid(warnings)),
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX source_by_sha256 ON source (sha256);

      CREATE TABLE version (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document (id),
        sha256 TEXT NOT NULL REFERENCES version_text (sha256),
        source_id TEXT REFERENCES source (id),
        based_on TEXT REFERENCES version (id),
        stage TEXT,
        date TEXT,
        author TEXT NOT NULL,
        note TEXT NOT NULL,
        characters INTEGER NOT NULL,
        findings INTEGER NOT NULL,
        truncated INTEGER NOT NULL CHECK (truncated IN (0, 1)),
        created_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;
      CREATE INDEX version_by_document ON version (document_id, seq);
      CREATE INDEX version_by_sha256 ON version (sha256);
      CREATE INDEX version_by_source ON version (source_id);
      CREATE TRIGGER version_identity BEFORE UPDATE OF id, document_id, sha256, source_id, based_on, created_at ON version
        BEGIN SELECT RAISE(ABORT, 'a version keeps its text and its origin'); END;
      CREATE TRIGGER version_no_delete BEFORE DELETE ON version
        BEGIN SELECT RAISE(ABORT, 'versions are hidden, not deleted'); END;

      -- Blocks as the file's own structure gave them, only where parsing the text would give others.
      CREATE TABLE version_outline (
        version_id TEXT PRIMARY KEY REFERENCES version (id),
        blocks TEXT NOT NULL CHECK (json_valid(blocks))
      ) STRICT;

      -- What follows from the order of the versions; rewritten when that order changes.
      CREATE TABLE version_delta (
        version_id TEXT PRIMARY KEY REFERENCES version (id),
        parent_id TEXT NOT NULL REFERENCES version (id),
        substance INTEGER NOT NULL,
        wording INTEGER NOT NULL,
        raised INTEGER NOT NULL,
        lowered INTEGER NOT NULL,
        added INTEGER NOT NULL,
        dropped INTEGER NOT NULL,
        other INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
