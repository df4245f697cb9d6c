import type { Database } from 'better-sqlite3'
import { asynchronous } from '../asynchronous.ts'
import { foundOne, wroteOne } from '../one-row.ts'
import type { DocumentFields, DocumentRecord } from '../records.ts'

interface DocumentRow {
  id: string
  title: string
  kind: DocumentFields['kind']
  region: string | null
  level: DocumentFields['level']
  period_from: number | null
  period_to: number | null
  created_at: string
  updated_at: string
  removed_at: string | null
}

function rowToDocument(row: DocumentRow): DocumentRecord {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    region: row.region,
    level: row.level,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    removed: row.removed_at !== null,
  }
}

const SET_FIELDS = `title = @title, kind = @kind, region = @region, level = @level,
  period_from = @periodFrom, period_to = @periodTo, updated_at = @at`

function prepare(db: Database) {
  return {
    all: db.prepare<[], DocumentRow>('SELECT * FROM document ORDER BY created_at, id'),
    get: db.prepare<[string], DocumentRow>('SELECT * FROM document WHERE id = ?'),
    insert: db.prepare<[DocumentFields & { id: string; at: string }]>(
      `INSERT INTO document (id, title, kind, region, level, period_from, period_to, created_at, updated_at)
       VALUES (@id, @title, @kind, @region, @level, @periodFrom, @periodTo, @at, @at)`,
    ),
    update: db.prepare<[DocumentFields & { id: string; at: string }]>(
      `UPDATE document SET ${SET_FIELDS} WHERE id = @id`,
    ),
    markStale: db.prepare<[string]>('UPDATE version SET stale = 1 WHERE document_id = ?'),
    touch: db.prepare<[string, string]>('UPDATE document SET updated_at = ? WHERE id = ?'),
    setRemoved: db.prepare<[string | null, string, string]>(
      'UPDATE document SET removed_at = ?, updated_at = ? WHERE id = ?',
    ),
  }
}

/** For the transactions of other repositories: adds a document, or notes that one has changed. */
export function documentWriter(db: Database) {
  const { insert, touch } = prepare(db)
  return {
    insert: (id: string, fields: DocumentFields, at: string) => wroteOne(insert.run({ ...fields, id, at })),
    touch: (id: string, at: string) => foundOne(touch.run(at, id), '文件'),
  }
}

export type DocumentRepo = ReturnType<typeof createDocumentRepo>

/** Plans and reports as the library knows them, hidden ones included (`removed`). */
export function createDocumentRepo(db: Database) {
  const statements = prepare(db)
  return asynchronous(
    {
      list: (): readonly DocumentRecord[] => statements.all.all().map(rowToDocument),
      get: (id: string): DocumentRecord | null => {
        const row = statements.get.get(id)
        return row ? rowToDocument(row) : null
      },
      /** Changes the given fields only. `stale`: what is counted of the document's versions depends on them. */
      update: (id: string, fields: Partial<DocumentFields>, at: string, stale = false): void =>
        db
          .transaction(() => {
            if (stale) statements.markStale.run(id)
            const row = statements.get.get(id)
            const { title, kind, region, level, periodFrom, periodTo } = { ...(row && rowToDocument(row)), ...fields }
            const all = { title, kind, region, level, periodFrom, periodTo } as DocumentFields
            foundOne(statements.update.run({ ...all, id, at }), '文件')
          })
          .immediate(),
      setRemoved: (id: string, removed: boolean, at: string): void =>
        foundOne(statements.setRemoved.run(removed ? at : null, at, id), '文件'),
    },
    db.name,
  )
}
