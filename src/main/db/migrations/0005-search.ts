import type { Migration } from './migration.ts'

/**
 * Full text of every version, by trigrams: Chinese has no blanks to cut words at. The index holds no copy of the text
 * (external content); texts are immutable, so an insert trigger is all it takes to keep it true.
 */
export const search: Migration = {
  version: 5,
  name: 'search',
  up: (db) => {
    db.exec(`
      CREATE VIRTUAL TABLE version_search
        USING fts5 (text, content = 'version_text', content_rowid = 'id', tokenize = 'trigram');
      CREATE TRIGGER version_text_search AFTER INSERT ON version_text
        BEGIN INSERT INTO version_search (rowid, text) VALUES (new.id, new.text); END;
      INSERT INTO version_search (version_search) VALUES ('rebuild');
    `)
  },
}
