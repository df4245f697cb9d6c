import { foldText, shortTerms } from '../search-terms.ts'
import type { Migration } from './migration.ts'

/**
 * Search that finds one and two characters too and does not mind case and width. Both indexes hold what was made of the text
 * and not the text itself (contentless), and are written with it by `version-writer`.
 */
export const searchTerms: Migration = {
  version: 7,
  name: 'search-terms',
  up: (db) => {
    db.exec(`
      DROP TRIGGER version_text_search;
      DROP TABLE version_search;
      CREATE VIRTUAL TABLE version_search USING fts5 (text, content = '', tokenize = 'trigram case_sensitive 1');
      CREATE VIRTUAL TABLE version_terms USING fts5 (terms, content = '', detail = 'none', tokenize = 'ascii');
    `)
    const texts = db.prepare<[], { id: number; text: string }>('SELECT id, text FROM version_text')
    const search = db.prepare<[number, string]>('INSERT INTO version_search (rowid, text) VALUES (?, ?)')
    const terms = db.prepare<[number, string]>('INSERT INTO version_terms (rowid, terms) VALUES (?, ?)')
    for (const { id, text } of texts.all()) {
      const folded = foldText(text)
      search.run(id, folded)
      terms.run(id, shortTerms(folded))
    }
  },
}
