import type { Database } from 'better-sqlite3'
import { asynchronous } from '../asynchronous.ts'
import { toWellFormed } from '../well-formed.ts'

export interface SearchHit {
  readonly versionId: string
  readonly documentId: string
  readonly title: string
  /** Offset (UTF-16) of the first match in the version's text, and how many there are. */
  readonly start: number
  readonly count: number
  /** The match with some text around it. */
  readonly context: string
}

interface HitRow {
  version_id: string
  document_id: string
  title: string
  text: string
}

const CONTEXT_BEFORE = 20
const CONTEXT_AFTER = 40

const SELECT_HITS = `
  SELECT v.id AS version_id, v.document_id, d.title, t.text
  FROM version_text t JOIN version v USING (sha256) JOIN document d ON d.id = v.document_id
  WHERE v.removed_at IS NULL AND d.removed_at IS NULL`

function countOf(text: string, query: string): number {
  let count = 0
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) count += 1
  return count
}

function rowToHit(row: HitRow, query: string): SearchHit | null {
  const start = row.text.indexOf(query)
  if (start < 0) return null
  const from = Math.max(row.text.lastIndexOf('\n', start) + 1, start - CONTEXT_BEFORE)
  const context = row.text.slice(from, start + query.length + CONTEXT_AFTER).split('\n')[0] ?? ''
  return {
    versionId: row.version_id,
    documentId: row.document_id,
    title: row.title,
    start,
    count: countOf(row.text, query),
    context: toWellFormed(context),
  }
}

export type SearchRepo = ReturnType<typeof createSearchRepo>

/** Finds words in every version that is not hidden, newest first. Literal and case-sensitive. */
export function createSearchRepo(db: Database) {
  // The index knows nothing shorter than three characters (https://sqlite.org/fts5.html#the_trigram_tokenizer).
  const byIndex = db.prepare<[string, number], HitRow>(
    `${SELECT_HITS} AND t.id IN (SELECT rowid FROM version_search WHERE version_search MATCH ?)
     ORDER BY v.seq DESC LIMIT ?`,
  )
  const byScan = db.prepare<[string, number], HitRow>(
    `${SELECT_HITS} AND instr(t.text, ?) > 0 ORDER BY v.seq DESC LIMIT ?`,
  )
  return asynchronous(
    {
      search: (query: string, limit: number): readonly SearchHit[] => {
        if (query === '') return []
        const rows =
          Array.from(query).length < 3
            ? byScan.all(query, limit)
            : byIndex.all(`"${query.replaceAll('"', '""')}"`, limit)
        return rows.map((row) => rowToHit(row, query)).filter((hit) => hit !== null)
      },
    },
    db.name,
  )
}
