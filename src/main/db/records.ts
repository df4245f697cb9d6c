import type { z } from 'zod'
import type * as s from '../../shared/contract/schemas.ts'
import type { Block } from '../../shared/outline/block.ts'
import type { Anchor } from '../../shared/review/anchor.ts'
import type { AnnotationOrigin } from '../../shared/review/annotation.ts'
import type { CleaningLog } from '../../shared/text/cleaning-log.ts'
import type { Format, ReadWarning } from '../../shared/text/raw-document.ts'

export type DocumentFields = z.output<typeof s.documentFields>
export type VersionFields = z.output<typeof s.versionFields>
export type VersionDelta = z.output<typeof s.versionDelta>
export type DraftSummary = z.output<typeof s.draftSummary>
export type TextChange = z.output<typeof s.textChange>

export interface DocumentRecord extends DocumentFields {
  readonly id: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly removed: boolean
}

/** The file a version was read from, with what the reading did to it. */
export interface NewSource {
  readonly id: string
  readonly file: string
  readonly format: Format
  readonly mediaType: string
  readonly sha256: string
  readonly content: Uint8Array
  /** Cleaning steps that were switched off. */
  readonly disabled: readonly string[]
  readonly log: CleaningLog
  readonly warnings: readonly ReadWarning[]
}

/** Where a remark stands in the text of its version: an anchor that knows no side yet. */
export type RemarkPlace = Omit<Anchor, 'side'>

/** A remark kept with a version; `replyTo` is the one that begins its thread. */
export interface RemarkRecord {
  readonly id: string
  readonly versionId: string
  readonly origin: AnnotationOrigin
  readonly place: RemarkPlace
  readonly replyTo: string | null
  readonly author: string
  readonly text: string
  readonly resolved: boolean
  readonly createdAt: string
}
export type NewRemark = Omit<RemarkRecord, 'versionId'>

export interface NewVersion extends VersionFields {
  readonly id: string
  readonly documentId: string
  readonly text: string
  readonly sha256: string
  readonly source: NewSource | null
  /** The version a sealed draft was written from; null for an import, whose place follows from stage and date. */
  readonly basedOn: string | null
  /** Remarks that its file brought along, each after the one it answers. */
  readonly remarks?: readonly NewRemark[]
  /** null where parsing the text gives the same. */
  readonly blocks: readonly Block[] | null
  readonly findings: number
  readonly truncated: boolean
  readonly createdAt: string
}

/** A version as listed: everything but its text. */
export interface VersionRecord extends VersionFields {
  readonly id: string
  readonly documentId: string
  /** Order of arrival in the library. */
  readonly seq: number
  readonly sha256: string
  readonly basedOn: string | null
  readonly sourceName: string | null
  readonly characters: number
  readonly findings: number
  readonly truncated: boolean
  readonly createdAt: string
  readonly removed: boolean
  /** What is known of the document or of a version has changed since its findings and its delta were counted. */
  readonly stale: boolean
  /** The version before it and the counts against that; null for a first version. */
  readonly parentId: string | null
  readonly delta: VersionDelta | null
  /** null when this pair was never opened for review. */
  readonly review: StoredProgress | null
}

/** How far a version's review against its parent was when last counted; null when it never was. `current`: nothing was decided since. */
export interface StoredProgress {
  readonly comparisonId: string
  readonly stamp: number
  readonly handled: number | null
  readonly current: boolean
}

/** A version's place after another, to be stored. */
export interface NewDelta {
  readonly versionId: string
  readonly parentId: string
  readonly delta: VersionDelta
}

/** What a version counts anew when its document is known better. */
export interface NewCounts {
  readonly versionId: string
  readonly findings: number
  /** null for a first version. */
  readonly delta: NewDelta | null
}
