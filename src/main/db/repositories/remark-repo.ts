import type { Database } from 'better-sqlite3'
import type { AnnotationOrigin } from '../../../shared/review/annotation.ts'
import { asynchronous } from '../asynchronous.ts'
import { foundOne, notFound, wroteOne } from '../one-row.ts'
import type { NewRemark, RemarkRecord } from '../records.ts'
import { rowToRecord } from '../row-to-record.ts'

interface RemarkRow {
  id: string
  version_id: string
  origin: AnnotationOrigin
  quote: string
  before: string
  after: string
  start: number
  reply_to: string | null
  author: string
  text: string
  resolved: number
  created_at: string
}

function rowToRemark(row: RemarkRow): RemarkRecord {
  const { quote, before, after, start, resolved, ...record } = rowToRecord(row)
  return { ...record, place: { quote, before, after, start }, resolved: resolved === 1 }
}

const COLUMNS = `r.id, r.version_id, r.origin, r.quote, r.before, r.after, r.start, r.reply_to, r.author, r.text, r.resolved,
  r.created_at`

/**
 * Remarks of a version and of those that it was written from, down the line. `shown` selects its id, when it came to be, and
 * whether its own remarks are all to be seen: a thread of an earlier version is left out when it was resolved before then.
 */
const seenIn = (shown: string) => `
  WITH RECURSIVE shown (id, since, own) AS (${shown}),
  line (id, based_on) AS (
    SELECT v.id, v.based_on FROM version v JOIN shown s ON v.id = s.id
    UNION SELECT v.id, v.based_on FROM version v JOIN line l ON v.id = l.based_on)
  SELECT ${COLUMNS} FROM shown s JOIN line l JOIN remark r ON r.version_id = l.id
    JOIN remark first ON first.id = coalesce(r.reply_to, r.id)
  WHERE r.removed_at IS NULL
    AND (first.resolved = 0 OR first.resolved_at > s.since OR (s.own = 1 AND r.version_id = s.id))
  ORDER BY r.seq`

function prepare(db: Database) {
  return {
    ofVersion: db.prepare<[string], RemarkRow>(seenIn('SELECT id, created_at, 1 FROM version WHERE id = ?')),
    ofDraft: db.prepare<[string], RemarkRow>(seenIn('SELECT base_version_id, created_at, 0 FROM draft WHERE id = ?')),
    get: db.prepare<[string], RemarkRow>(`SELECT ${COLUMNS} FROM remark r WHERE r.id = ? AND r.removed_at IS NULL`),
    insert: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO remark (id, version_id, origin, quote, before, after, start, reply_to, author, text, resolved, created_at,
         updated_at)
       VALUES (@id, @versionId, @origin, @quote, @before, @after, @start, @replyTo, @author, @text, @resolved, @createdAt,
         @createdAt)`,
    ),
    setResolved: db.prepare<[Record<string, unknown>]>(
      `UPDATE remark SET resolved = @resolved, resolved_at = @resolvedAt, updated_at = @at
       WHERE id = @id AND removed_at IS NULL AND resolved <> @resolved`,
    ),
    setText: db.prepare<[Record<string, unknown>]>(
      `UPDATE remark SET text = @text, updated_at = @at WHERE id = @id AND removed_at IS NULL AND origin = 'review'`,
    ),
    remove: db.prepare<[Record<string, unknown>]>(
      `UPDATE remark SET removed_at = @at, updated_at = @at WHERE id = @id AND removed_at IS NULL AND origin = 'review'`,
    ),
  }
}

function insertRemark(statements: ReturnType<typeof prepare>, { place, resolved, ...remark }: RemarkRecord): void {
  wroteOne(statements.insert.run({ ...remark, ...place, resolved: resolved ? 1 : 0 }))
}

/** For the transaction that adds a version: its remarks with it. */
export function remarkWriter(db: Database) {
  const statements = prepare(db)
  return {
    insert: (versionId: string, remarks: readonly NewRemark[]): void => {
      for (const remark of remarks) insertRemark(statements, { ...remark, versionId })
    },
  }
}

export type RemarkRepo = ReturnType<typeof createRemarkRepo>

/** Remarks that came with a version's file, and the answers given to them here. What came in can be resolved, not rewritten. */
export function createRemarkRepo(db: Database) {
  const statements = prepare(db)
  return asynchronous(
    {
      /** To be seen in a version: its own, and those of the versions it was written from that were open then. In their order. */
      ofVersion: (versionId: string): readonly RemarkRecord[] => statements.ofVersion.all(versionId).map(rowToRemark),
      /** To be seen in a draft: those of its base, and of what that was written from, that were open when it was begun. */
      ofDraft: (draftId: string): readonly RemarkRecord[] => statements.ofDraft.all(draftId).map(rowToRemark),
      get: (id: string): RemarkRecord | null => {
        const row = statements.get.get(id)
        return row ? rowToRemark(row) : null
      },
      /** Adds an answer to a thread. */
      answer: (remark: RemarkRecord): void => insertRemark(statements, remark),
      /** Rewrites an answer of ours; of a remark that came in `text` must be what it was. */
      update: (id: string, text: string, resolved: boolean, at: string): void =>
        db
          .transaction(() => {
            const row = statements.get.get(id)
            if (!row) throw notFound('批注')
            const change = { id, text, resolved: resolved ? 1 : 0, resolvedAt: resolved ? at : null, at }
            if (row.text !== text) wroteOne(statements.setText.run(change))
            // One that is resolved already keeps its date.
            statements.setResolved.run(change)
          })
          .immediate(),
      /** Hides an answer of ours. */
      remove: (id: string, at: string): void => foundOne(statements.remove.run({ id, at }), '批注'),
    },
    db.name,
  )
}
