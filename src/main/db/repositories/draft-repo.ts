import type { Database } from 'better-sqlite3'
import { DuigaoError } from '../../../shared/contract/errors.ts'
import { applyChanges, lengthAfter } from '../apply-changes.ts'
import { asynchronous } from '../asynchronous.ts'
import { foundOne, notFound, wroteOne } from '../one-row.ts'
import type { DraftSummary, TextChange } from '../records.ts'
import { rowToRecord } from '../row-to-record.ts'
import { isWellFormed } from '../well-formed.ts'
import { documentWriter } from './document-repo.ts'
import type { AddVersion } from './version-repo.ts'
import { versionWriter } from './version-writer.ts'

/** The snapshot follows when this many saves, or this many characters of changes, stand in the journal behind it. */
const SNAPSHOT_AFTER_SAVES = 200
const SNAPSHOT_AFTER_CHARACTERS = 500_000

interface DraftRow {
  id: string
  document_id: string
  base_version_id: string
  base_characters: number
  revision: number
  characters: number
  snapshot_revision: number
  updated_at: string
}

function rowToDraft(row: DraftRow): DraftSummary {
  const { snapshotRevision: _snapshot, ...draft } = rowToRecord(row)
  return draft
}

const SELECT_LIVE = `
  SELECT d.id, d.document_id, d.base_version_id, v.characters AS base_characters, d.revision, d.characters, d.snapshot_revision,
    d.updated_at
  FROM draft d JOIN version v ON v.id = d.base_version_id
  WHERE d.ended_at IS NULL`

function prepare(db: Database) {
  return {
    all: db.prepare<[], DraftRow>(SELECT_LIVE),
    get: db.prepare<[string], DraftRow>(`${SELECT_LIVE} AND d.id = ?`),
    ofDocument: db.prepare<[string], DraftRow>(`${SELECT_LIVE} AND d.document_id = ?`),
    insert: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO draft (id, document_id, base_version_id, revision, characters, snapshot_revision, created_at, updated_at)
       SELECT @id, document_id, id, 0, characters, 0, @at, @at FROM version WHERE id = @baseVersionId`,
    ),
    firstSnapshot: db.prepare<[string, string]>(
      `INSERT INTO draft_snapshot (draft_id, revision, text, escaped)
       SELECT ?, 0, t.text, 0 FROM version v JOIN version_text t USING (sha256) WHERE v.id = ?`,
    ),
    snapshot: db.prepare<[string], { revision: number; text: string; escaped: number }>(
      'SELECT revision, text, escaped FROM draft_snapshot WHERE draft_id = ?',
    ),
    setSnapshot: db.prepare<[Record<string, unknown>]>(
      'UPDATE draft_snapshot SET revision = @revision, text = @text, escaped = @escaped WHERE draft_id = @id',
    ),
    noteSnapshot: db.prepare<[number, string]>('UPDATE draft SET snapshot_revision = ? WHERE id = ?'),
    journal: db
      .prepare<[string, number], string>(
        'SELECT changes FROM draft_journal WHERE draft_id = ? AND revision > ? ORDER BY revision',
      )
      .pluck(),
    journalCharacters: db
      .prepare<[string, number], number>(
        'SELECT coalesce(sum(length(changes)), 0) FROM draft_journal WHERE draft_id = ? AND revision > ?',
      )
      .pluck(),
    append: db.prepare<[Record<string, unknown>]>(
      `INSERT INTO draft_journal (draft_id, revision, changes, characters, saved_at)
       VALUES (@id, @revision, @changes, @characters, @at)`,
    ),
    advance: db.prepare<[Record<string, unknown>]>(
      `UPDATE draft SET revision = @revision, characters = @characters, updated_at = @at
       WHERE id = @id AND revision = @revision - 1`,
    ),
    end: db.prepare<[Record<string, unknown>]>(
      'UPDATE draft SET ended_at = @at, updated_at = @at, sealed_as = @sealedAs WHERE id = @id AND ended_at IS NULL',
    ),
  }
}

function conflict(reason: string): DuigaoError {
  return new DuigaoError({
    code: 'draft-conflict',
    message: `${reason}这次改动没有写入，文库里的底稿未动。请重新打开底稿，核对后再继续。`,
  })
}

type Statements = ReturnType<typeof prepare>

function textOf(statements: Statements, id: string): string {
  const snapshot = statements.snapshot.get(id)
  if (!snapshot) throw notFound('底稿')
  const start = snapshot.escaped === 1 ? (JSON.parse(snapshot.text) as string) : snapshot.text
  return statements.journal
    .all(id, snapshot.revision)
    .reduce((text, changes) => applyChanges(text, JSON.parse(changes) as TextChange[]), start)
}

/** Moves the snapshot to the newest revision when the journal behind it has grown long. */
function advanceSnapshot(statements: Statements, draft: DraftRow, revision: number): void {
  const long =
    revision - draft.snapshot_revision >= SNAPSHOT_AFTER_SAVES ||
    (statements.journalCharacters.get(draft.id, draft.snapshot_revision) ?? 0) >= SNAPSHOT_AFTER_CHARACTERS
  if (!long) return
  const text = textOf(statements, draft.id)
  const stored = isWellFormed(text) ? { text, escaped: 0 } : { text: JSON.stringify(text), escaped: 1 }
  wroteOne(statements.setSnapshot.run({ id: draft.id, revision, ...stored }))
  wroteOne(statements.noteSnapshot.run(revision, draft.id))
}

export interface DraftSave {
  readonly draftId: string
  /** The revision that the changes were made on. */
  readonly revision: number
  readonly changes: readonly TextChange[]
  /** Length of the text after them. */
  readonly length: number
  readonly at: string
}

function appendChanges(statements: Statements, { draftId, revision, changes, length, at }: DraftSave): number {
  const draft = statements.get.get(draftId)
  if (!draft) throw notFound('底稿')
  if (draft.revision !== revision) throw conflict('底稿已在别处改动（可能开了两个窗口）。')
  if (lengthAfter(draft.characters, changes) !== length) throw conflict('改动与底稿的长度对不上。')
  const next = { id: draftId, revision: revision + 1, characters: length, at }
  wroteOne(statements.advance.run(next))
  wroteOne(statements.append.run({ ...next, changes: JSON.stringify(changes) }))
  advanceSnapshot(statements, draft, revision + 1)
  return revision + 1
}

export type DraftRepo = ReturnType<typeof createDraftRepo>

/** Working texts, at most one a document. A save is on the disk when its promise resolves. */
export function createDraftRepo(db: Database) {
  const statements = prepare(db)
  const versions = versionWriter(db)
  const documents = documentWriter(db)
  return asynchronous(
    {
      list: (): readonly DraftSummary[] => statements.all.all().map(rowToDraft),
      get: (id: string): DraftSummary | null => {
        const row = statements.get.get(id)
        return row ? rowToDraft(row) : null
      },
      text: (id: string): string => textOf(statements, id),
      /** The document's draft, made from this version when there is none. */
      open: (id: string, baseVersionId: string, documentId: string, at: string): DraftSummary =>
        db
          .transaction(() => {
            const existing = statements.ofDocument.get(documentId)
            if (existing) return rowToDraft(existing)
            foundOne(statements.insert.run({ id, baseVersionId, at }), '版本')
            wroteOne(statements.firstSnapshot.run(id, baseVersionId))
            const made = statements.get.get(id)
            if (!made) throw notFound('底稿')
            return rowToDraft(made)
          })
          .immediate(),
      /** Appends changes and returns the new revision. `draft-conflict` for a stale revision or a length that does not fit. */
      save: (save: DraftSave): number => db.transaction(() => appendChanges(statements, save)).immediate(),
      /** Ends the draft and adds its text as a version; refused when the draft has moved on from `revision`. */
      seal: (id: string, revision: number, { version, timeline }: AddVersion): void =>
        db
          .transaction(() => {
            if (statements.get.get(id)?.revision !== revision) throw conflict('定稿时底稿又有改动。')
            versions.insert(version)
            for (const delta of timeline.deltas) versions.setDelta(delta)
            documents.touch(version.documentId, version.createdAt)
            foundOne(statements.end.run({ id, at: version.createdAt, sealedAs: version.id }), '底稿')
          })
          .immediate(),
      /** Ends the draft without a version; its text and journal stay in the file. */
      discard: (id: string, at: string): void => foundOne(statements.end.run({ id, at, sealedAs: null }), '底稿'),
    },
    db.name,
  )
}
