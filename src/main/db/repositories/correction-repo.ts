import type { Database } from 'better-sqlite3'
import type { CorrectionKind, TargetCorrection } from '../../../shared/targets/correction.ts'
import { asynchronous } from '../asynchronous.ts'
import { notFound, wroteOne } from '../one-row.ts'
import { rowToRecord } from '../row-to-record.ts'

interface CorrectionRow {
  id: string
  document_id: string
  kind: CorrectionKind
  place: string
  was: string
  indicator: string | null
  value: number | null
  unit: string | null
  author: string
  created_at: string
}

function rowToCorrection(row: CorrectionRow): TargetCorrection {
  const { place, was, ...correction } = rowToRecord(row)
  return {
    ...correction,
    place: JSON.parse(place) as TargetCorrection['place'],
    was: JSON.parse(was) as TargetCorrection['was'],
  }
}

function prepare(db: Database) {
  return {
    ofDocument: db.prepare<[string], CorrectionRow>(
      `SELECT id, document_id, kind, place, was, indicator, value, unit, author, created_at
       FROM target_correction WHERE document_id = ? AND withdrawn_at IS NULL ORDER BY seq`,
    ),
    insert: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO target_correction (id, document_id, kind, place, was, indicator, value, unit, author, created_at)
       VALUES (@id, @documentId, @kind, @place, @was, @indicator, @value, @unit, @author, @createdAt)`,
    ),
    withdraw: db
      .prepare<[string, string], string>(
        'UPDATE target_correction SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL RETURNING document_id',
      )
      .pluck(),
    // What was counted of the document's versions depends on its targets.
    markStale: db.prepare<[string]>('UPDATE version SET stale = 1 WHERE document_id = ?'),
  }
}

export type CorrectionRepo = ReturnType<typeof createCorrectionRepo>

/** Corrections of targets, by document. */
export function createCorrectionRepo(db: Database) {
  const statements = prepare(db)
  return asynchronous(
    {
      /** Those that hold, in the order in which they were made. */
      ofDocument: (documentId: string): readonly TargetCorrection[] =>
        statements.ofDocument.all(documentId).map(rowToCorrection),
      /** Those of one document, all or none. */
      add: (corrections: readonly TargetCorrection[]): void =>
        db
          .transaction(() => {
            for (const { place, was, ...fields } of corrections) {
              wroteOne(statements.insert.run({ ...fields, place: JSON.stringify(place), was: JSON.stringify(was) }))
              statements.markStale.run(fields.documentId)
            }
          })
          .immediate(),
      /** Takes some back, all or none; answers whose they were. */
      withdraw: (ids: readonly string[], at: string): readonly string[] =>
        db
          .transaction(() => {
            const owners = new Set<string>()
            for (const id of ids) {
              const documentId = statements.withdraw.get(at, id)
              if (documentId === undefined) throw notFound('改正')
              owners.add(documentId)
            }
            for (const documentId of owners) statements.markStale.run(documentId)
            return [...owners]
          })
          .immediate(),
    },
    db.name,
  )
}
