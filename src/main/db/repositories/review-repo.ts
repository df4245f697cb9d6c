import type { Database } from 'better-sqlite3'
import type { FindingCode } from '../../../shared/checks/finding.ts'
import type { Anchor } from '../../../shared/review/anchor.ts'
import type { Annotation } from '../../../shared/review/annotation.ts'
import type { BasisKind, Decision } from '../../../shared/review/decision.ts'
import { asynchronous } from '../asynchronous.ts'
import { foundOne, notFound, wroteOne } from '../one-row.ts'
import { rowToRecord } from '../row-to-record.ts'

interface DecisionRow {
  id: string
  comparison_id: string
  subject: Decision['subject']
  anchor: string
  status: Decision['status']
  reason: string
  basis_kind: BasisKind | null
  basis_reference: string | null
  reviewer: string
  decided_at: string
  finding: FindingCode | null
}

interface AnnotationRow {
  id: string
  comparison_id: string
  anchor: string
  reply_to: string | null
  author: string
  text: string
  resolved: number
  created_at: string
}

function rowToDecision(row: DecisionRow): Decision {
  const { finding, anchor, basisKind: kind, basisReference, ...decision } = rowToRecord(row)
  return {
    ...decision,
    ...(finding === null ? {} : { finding }),
    anchor: JSON.parse(anchor) as Anchor,
    basis: kind === null ? null : { kind, reference: basisReference ?? '' },
  }
}

function rowToAnnotation(row: AnnotationRow): Annotation {
  const { anchor, resolved, ...annotation } = rowToRecord(row)
  return { ...annotation, origin: 'review', anchor: JSON.parse(anchor) as Anchor, resolved: resolved === 1 }
}

function prepareDecisions(db: Database) {
  return {
    decisions: db.prepare<[string], DecisionRow>(
      `SELECT id, comparison_id, subject, finding, anchor, status, reason, basis_kind, basis_reference, reviewer, decided_at
       FROM decision WHERE comparison_id = ? AND withdrawn_at IS NULL ORDER BY seq`,
    ),
    decide: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO decision (id, comparison_id, subject, anchor, status, reason, basis_kind, basis_reference, reviewer, decided_at,
         finding)
       VALUES (@id, @comparisonId, @subject, @anchor, @status, @reason, @basisKind, @basisReference, @reviewer, @decidedAt,
         @finding)`,
    ),
    withdraw: db
      .prepare<[string, string], string>(
        'UPDATE decision SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL RETURNING comparison_id',
      )
      .pluck(),
  }
}

function prepareAnnotations(db: Database) {
  return {
    annotations: db.prepare<[string], AnnotationRow>(
      `SELECT id, comparison_id, anchor, reply_to, author, text, resolved, created_at
       FROM annotation WHERE comparison_id = ? AND removed_at IS NULL ORDER BY seq`,
    ),
    annotate: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO annotation (id, comparison_id, anchor, reply_to, author, text, resolved, created_at, updated_at)
       VALUES (@id, @comparisonId, @anchor, @replyTo, @author, @text, @resolved, @createdAt, @createdAt)`,
    ),
    isIn: db.prepare<[string, string], number>('SELECT 1 FROM annotation WHERE id = ? AND comparison_id = ?').pluck(),
    updateAnnotation: db.prepare<[Record<string, unknown>]>(
      `UPDATE annotation SET text = @text, resolved = @resolved, updated_at = @at
       WHERE id = @id AND removed_at IS NULL`,
    ),
    /** A remark goes with its replies: one without the words it answers would mean nothing. */
    removeAnnotation: db.prepare<[Record<string, unknown>]>(
      `UPDATE annotation SET removed_at = @at, updated_at = @at
       WHERE removed_at IS NULL AND (id = @id OR reply_to = @id)`,
    ),
  }
}

function prepareComparisons(db: Database) {
  return {
    find: db
      .prepare<[string, string], string>(
        'SELECT id FROM comparison WHERE left_version_id = ? AND right_document_id = ?',
      )
      .pluck(),
    insert: db.prepare<[string, string, string, string]>(
      'INSERT INTO comparison (id, left_version_id, right_document_id, created_at) VALUES (?, ?, ?, ?)',
    ),
    exists: db.prepare<[string], number>('SELECT 1 FROM comparison WHERE id = ?').pluck(),
  }
}

export type ReviewRepo = ReturnType<typeof createReviewRepo>

/** Decisions and remarks, kept per baseline version and document of the right side. */
export function createReviewRepo(db: Database) {
  const comparisons = prepareComparisons(db)
  const decisions = prepareDecisions(db)
  const annotations = prepareAnnotations(db)
  const mustExist = (comparisonId: string) => {
    if (comparisons.exists.get(comparisonId) === undefined) throw notFound('比对')
  }
  return asynchronous(
    {
      find: (leftVersionId: string, rightDocumentId: string): string | null =>
        comparisons.find.get(leftVersionId, rightDocumentId) ?? null,
      /** The review's id; `newId` becomes it when this pair is opened for the first time. */
      open: (newId: string, leftVersionId: string, rightDocumentId: string, at: string): string =>
        db
          .transaction(() => {
            const existing = comparisons.find.get(leftVersionId, rightDocumentId)
            if (existing !== undefined) return existing
            wroteOne(comparisons.insert.run(newId, leftVersionId, rightDocumentId, at))
            return newId
          })
          .immediate(),
      /** Oldest first, without those taken back. */
      decisions: (comparisonId: string): readonly Decision[] =>
        decisions.decisions.all(comparisonId).map(rowToDecision),
      decide: ({ anchor, basis, finding, ...decision }: Decision): void =>
        db
          .transaction(() => {
            mustExist(decision.comparisonId)
            const row = { anchor: JSON.stringify(anchor), basisKind: basis?.kind ?? null, finding: finding ?? null }
            // The stamp's trigger writes too, but SQLite counts only the statement's own row.
            wroteOne(decisions.decide.run({ ...decision, ...row, basisReference: basis?.reference ?? null }))
          })
          .immediate(),
      /** Returns the comparison it was made in. */
      withdraw: (decisionId: string, at: string): string => {
        const comparisonId = decisions.withdraw.get(at, decisionId)
        if (comparisonId === undefined) throw notFound('处理意见')
        return comparisonId
      },
      annotations: (comparisonId: string): readonly Annotation[] =>
        annotations.annotations.all(comparisonId).map(rowToAnnotation),
      annotate: ({ anchor, resolved, origin: _origin, ...annotation }: Annotation): void =>
        db
          .transaction(() => {
            const { comparisonId, replyTo } = annotation
            mustExist(comparisonId)
            if (replyTo !== null && annotations.isIn.get(replyTo, comparisonId) === undefined) throw notFound('批注')
            const row = { anchor: JSON.stringify(anchor), resolved: resolved ? 1 : 0 }
            wroteOne(annotations.annotate.run({ ...annotation, ...row }))
          })
          .immediate(),
      updateAnnotation: (id: string, text: string, resolved: boolean, at: string): void =>
        foundOne(annotations.updateAnnotation.run({ id, text, resolved: resolved ? 1 : 0, at }), '批注'),
      removeAnnotation: (id: string, at: string): void => {
        if (annotations.removeAnnotation.run({ id, at }).changes === 0) throw notFound('批注')
      },
    },
    db.name,
  )
}
