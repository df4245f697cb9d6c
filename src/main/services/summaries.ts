import type { z } from 'zod'
import type * as s from '../../shared/contract/schemas.ts'
import type { DocumentRecord, DraftSummary, VersionRecord } from '../db/records.ts'
import type { Context } from './context.ts'
import { fieldsOf } from './lookup.ts'
import { orderVersions } from './order-versions.ts'
import { countProgress } from './review-progress.ts'

export type VersionSummary = z.output<typeof s.versionSummary>
export type DocumentSummary = z.output<typeof s.documentSummary>

/**
 * How many changes are decided, as last counted. Where something was decided since, it is counted anew in the background: a list
 * does not wait for a comparison.
 */
function handledOf(context: Context, { review, parentId }: VersionRecord): number | null {
  if (!review || parentId === null) return null
  // Opened, and never decided upon.
  if (review.stamp === 0) return 0
  if (!review.current) countProgress(context, review.comparisonId)
  return review.handled
}

/** A version as the contract shows it. */
export function summariseVersion(context: Context, version: VersionRecord): VersionSummary {
  const { seq: _seq, basedOn: _basedOn, removed: _removed, stale: _stale, review: _review, ...summary } = version
  const handled = handledOf(context, version)
  const total = version.delta === null ? null : version.delta.substance + version.delta.wording
  return { ...summary, progress: handled === null || total === null ? null : { handled, total } }
}

/** A document with its visible versions, newest first. */
export function summariseDocument(
  context: Context,
  record: DocumentRecord,
  versions: readonly VersionRecord[],
  draft: DraftSummary | null,
): DocumentSummary {
  const { id, createdAt, updatedAt } = record
  const newestFirst = orderVersions(versions.filter((version) => !version.removed)).toReversed()
  const summaries = newestFirst.map((version) => summariseVersion(context, version))
  return { ...fieldsOf(record), id, createdAt, updatedAt, versions: summaries, draft }
}
