import type { Database } from 'better-sqlite3'
import type { Block } from '../../../shared/outline/block.ts'
import { asynchronous } from '../asynchronous.ts'
import { foundOne, wroteOne } from '../one-row.ts'
import type { DocumentFields, NewCounts, NewDelta, NewVersion, VersionFields, VersionRecord } from '../records.ts'
import { documentWriter } from './document-repo.ts'
import { rowToVersion, SELECT_VERSION, type VersionRow } from './version-rows.ts'
import { versionWriter } from './version-writer.ts'

function prepare(db: Database) {
  return {
    all: db.prepare<[], VersionRow>(`${SELECT_VERSION} ORDER BY v.seq`),
    ofDocument: db.prepare<[string], VersionRow>(`${SELECT_VERSION} WHERE v.document_id = ? ORDER BY v.seq`),
    get: db.prepare<[string], VersionRow>(`${SELECT_VERSION} WHERE v.id = ?`),
    text: db
      .prepare<[string], string>('SELECT t.text FROM version v JOIN version_text t USING (sha256) WHERE v.id = ?')
      .pluck(),
    blocks: db.prepare<[string], string>('SELECT blocks FROM version_outline WHERE version_id = ?').pluck(),
    source: db
      .prepare<[string], Buffer>(
        `SELECT c.content FROM version v JOIN source s ON s.id = v.source_id JOIN source_content c ON c.sha256 = s.sha256
         WHERE v.id = ?`,
      )
      .pluck(),
    bySource: db.prepare<[string], VersionRow>(
      `${SELECT_VERSION} WHERE v.source_id IN (SELECT id FROM source WHERE sha256 = ?) ORDER BY v.seq DESC`,
    ),
    byText: db.prepare<[string], VersionRow>(`${SELECT_VERSION} WHERE v.sha256 = ? ORDER BY v.seq DESC`),
    underReview: db.prepare<[string], VersionRow>(`${SELECT_VERSION} WHERE c.id = ?`),
    staleDocuments: db.prepare<[], string>('SELECT DISTINCT document_id FROM version WHERE stale = 1').pluck(),
    markStale: db.prepare<[string]>('UPDATE version SET stale = 1 WHERE id = ?'),
    setFindings: db.prepare<[number, string]>('UPDATE version SET findings = ?, stale = 0 WHERE id = ?'),
    update: db.prepare<[VersionFields & { id: string }]>(
      'UPDATE version SET stage = @stage, date = @date, author = @author, note = @note WHERE id = @id',
    ),
    setRemoved: db.prepare<[string | null, string, string]>(
      'UPDATE version SET removed_at = ? WHERE id = ? AND document_id = ?',
    ),
    clearDelta: db.prepare<[string]>('DELETE FROM version_delta WHERE version_id = ?'),
    setProgress: db.prepare<[{ versionId: string; comparisonId: string; stamp: number; handled: number }]>(
      `INSERT INTO version_progress (version_id, comparison_id, stamp, handled)
       VALUES (@versionId, @comparisonId, @stamp, @handled)
       ON CONFLICT (version_id) DO UPDATE
       SET comparison_id = excluded.comparison_id, stamp = excluded.stamp, handled = excluded.handled`,
    ),
  }
}

/** What becomes of a document's line of versions when one is added, moved or hidden. */
export interface TimelineChange {
  readonly deltas: readonly NewDelta[]
  /** Versions that have no parent now. */
  readonly first: readonly string[]
}

export interface AddVersion {
  /** The version that `version` was made from, when both come in at once. */
  readonly before?: NewVersion | undefined
  readonly version: NewVersion
  /** Set when the version opens a new document. */
  readonly newDocument: DocumentFields | null
  readonly timeline: TimelineChange
}

function reads(statements: ReturnType<typeof prepare>) {
  return {
    list: (): readonly VersionRecord[] => statements.all.all().map(rowToVersion),
    listOfDocument: (id: string): readonly VersionRecord[] => statements.ofDocument.all(id).map(rowToVersion),
    get: (id: string): VersionRecord | null => {
      const row = statements.get.get(id)
      return row ? rowToVersion(row) : null
    },
    /** Visible or not, those whose review against their parent this comparison is. */
    underReview: (comparisonId: string): readonly VersionRecord[] =>
      statements.underReview.all(comparisonId).map(rowToVersion),
    staleDocuments: (): readonly string[] => statements.staleDocuments.all(),
    text: (id: string): string | null => statements.text.get(id) ?? null,
    /** Blocks as the source's structure gave them; null where the text says it all. */
    blocks: (id: string): readonly Block[] | null => {
      const json = statements.blocks.get(id)
      return json === undefined ? null : (JSON.parse(json) as Block[])
    },
    /** The imported file, byte for byte; null for a version written here. */
    source: (id: string): Uint8Array | null => statements.source.get(id) ?? null,
    /** Versions read from these bytes or holding this text, newest first, those of the same source before. */
    findSame: (sourceSha256: string, textSha256: string): readonly VersionRecord[] =>
      [...statements.bySource.all(sourceSha256), ...statements.byText.all(textSha256)].map(rowToVersion),
  }
}

export type VersionRepo = ReturnType<typeof createVersionRepo>

/** Versions: immutable texts with their stage, source and place in the document's line. */
export function createVersionRepo(db: Database) {
  const statements = prepare(db)
  const writer = versionWriter(db)
  const documents = documentWriter(db)
  const writeTimeline = ({ deltas, first }: TimelineChange) => {
    for (const id of first) statements.clearDelta.run(id)
    for (const delta of deltas) writer.setDelta(delta)
  }
  return asynchronous(
    {
      ...reads(statements),
      /** Adds a version, its source and, when it is the first, its document: all of it or nothing. */
      add: ({ before, version, newDocument, timeline }: AddVersion): void =>
        db
          .transaction(() => {
            if (newDocument) documents.insert(version.documentId, newDocument, version.createdAt)
            else documents.touch(version.documentId, version.createdAt)
            if (before) writer.insert(before)
            writer.insert(version)
            writeTimeline(timeline)
          })
          .immediate(),
      /** Rewrites the fields that a user edits; the text and its origin stay. `stale`: versions whose counts depend on them. */
      update: (id: string, fields: VersionFields, timeline: TimelineChange, stale: readonly string[]): void =>
        db
          .transaction(() => {
            for (const each of stale) foundOne(statements.markStale.run(each), '版本')
            const { stage, date, author, note } = fields
            foundOne(statements.update.run({ id, stage, date, author, note }), '版本')
            writeTimeline(timeline)
          })
          .immediate(),
      setRemoved: (version: VersionRecord, removed: boolean, at: string, timeline: TimelineChange): void =>
        db
          .transaction(() => {
            foundOne(statements.setRemoved.run(removed ? at : null, version.id, version.documentId), '版本')
            documents.touch(version.documentId, at)
            writeTimeline(timeline)
          })
          .immediate(),
      /** Replaces what was counted of a version; it is no longer stale. */
      setCounts: ({ versionId, findings, delta }: NewCounts): void =>
        db
          .transaction(() => {
            foundOne(statements.setFindings.run(findings, versionId), '版本')
            if (delta) writer.setDelta(delta)
          })
          .immediate(),
      setProgress: (versionId: string, comparisonId: string, stamp: number, handled: number): void =>
        wroteOne(statements.setProgress.run({ versionId, comparisonId, stamp, handled })),
    },
    db.name,
  )
}
