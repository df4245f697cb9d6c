import type { Database } from 'better-sqlite3'
import { wroteOne } from '../one-row.ts'
import type { NewDelta, NewSource, NewVersion } from '../records.ts'
import { foldText, shortTerms } from '../search-terms.ts'
import { sketchBytes, sketchText } from '../text-sketch.ts'
import { remarkWriter } from './remark-repo.ts'

function prepare(db: Database) {
  return {
    text: db.prepare<[string, string]>(
      'INSERT INTO version_text (sha256, text) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING',
    ),
    search: db.prepare<[number | bigint, string]>('INSERT INTO version_search (rowid, text) VALUES (?, ?)'),
    terms: db.prepare<[number | bigint, string]>('INSERT INTO version_terms (rowid, terms) VALUES (?, ?)'),
    sketch: db.prepare<[number | bigint, Uint8Array]>('INSERT INTO version_sketch (text_id, sketch) VALUES (?, ?)'),
    content: db.prepare<[string, Uint8Array]>(
      'INSERT INTO source_content (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING',
    ),
    source: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO source (id, sha256, file, format, media_type, bytes, disabled, cleaning_log, warnings, created_at)
       VALUES (@id, @sha256, @file, @format, @mediaType, @bytes, @disabled, @log, @warnings, @at)`,
    ),
    version: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO version (id, document_id, sha256, source_id, based_on, stage, date, author, note, characters, findings,
         truncated, created_at)
       VALUES (@id, @documentId, @sha256, @sourceId, @basedOn, @stage, @date, @author, @note, @characters, @findings,
         @truncated, @createdAt)`,
    ),
    outline: db.prepare<[string, string]>('INSERT INTO version_outline (version_id, blocks) VALUES (?, ?)'),
    delta: db.prepare<[Record<string, unknown>]>(
      `INSERT OR REPLACE INTO version_delta (version_id, parent_id, substance, wording, raised, lowered, added, dropped, other)
       VALUES (@versionId, @parentId, @substance, @wording, @raised, @lowered, @added, @dropped, @other)`,
    ),
  }
}

/** The inserts of a version, for use inside a transaction of the caller. */
export function versionWriter(db: Database) {
  const statements = prepare(db)
  const remarksOf = remarkWriter(db)
  const insertSource = ({ content, disabled, log, warnings, ...source }: NewSource, at: string) => {
    statements.content.run(source.sha256, content)
    const json = { disabled: JSON.stringify(disabled), log: JSON.stringify(log), warnings: JSON.stringify(warnings) }
    wroteOne(statements.source.run({ ...source, ...json, bytes: content.byteLength, at }))
  }
  const insertText = (sha256: string, text: string) => {
    const { changes, lastInsertRowid } = statements.text.run(sha256, text)
    // The library has this text already, and the search knows it.
    if (changes === 0) return
    const folded = foldText(text)
    statements.search.run(lastInsertRowid, folded)
    statements.terms.run(lastInsertRowid, shortTerms(folded))
    statements.sketch.run(lastInsertRowid, sketchBytes(sketchText(text)))
  }
  return {
    insert: ({ text, source, blocks, remarks, truncated, ...version }: NewVersion): void => {
      insertText(version.sha256, text)
      if (source) insertSource(source, version.createdAt)
      const row = { ...version, sourceId: source?.id ?? null, characters: text.length, truncated: truncated ? 1 : 0 }
      wroteOne(statements.version.run(row))
      if (blocks) wroteOne(statements.outline.run(version.id, JSON.stringify(blocks)))
      if (remarks) remarksOf.insert(version.id, remarks)
    },
    setDelta: ({ versionId, parentId, delta: { targets, substance, wording } }: NewDelta): void =>
      wroteOne(statements.delta.run({ versionId, parentId, substance, wording, ...targets })),
  }
}
