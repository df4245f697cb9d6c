import type { z } from 'zod'
import type * as s from '../../shared/contract/schemas.ts'
import type { DocumentFields, DocumentRecord, DraftSummary, VersionRecord } from '../db/records.ts'
import type { Analyst } from './analyst.ts'
import type { Context } from './context.ts'
import { orderVersions } from './order-versions.ts'
import { knownText } from './timeline.ts'

export type VersionSummary = z.output<typeof s.versionSummary>
export type DocumentSummary = z.output<typeof s.documentSummary>

export function fieldsOf(document: DocumentRecord): DocumentFields {
  const { title, kind, region, level, periodFrom, periodTo } = document
  return { title, kind, region, level, periodFrom, periodTo }
}

/** Counts anew when decisions came since the last count, and stores the count. */
async function handledOf(context: Context, analyst: Analyst, version: VersionRecord, document: DocumentFields) {
  const { library } = context
  const { review, parentId } = version
  if (!review || parentId === null) return null
  if (review.handled !== null) return review.handled
  const decisions = await library.reviews.decisions(review.comparisonId)
  const parent = await library.versions.get(parentId)
  if (!parent) return null
  const left = await knownText(context, parent, document)
  const right = await knownText(context, version, document)
  const handled =
    decisions.length === 0 ? 0 : analyst.countHandled(analyst.comparison(parent.id, left, version.id, right), decisions)
  await library.versions.setProgress(version.id, review.comparisonId, review.stamp, handled)
  return handled
}

/** A version as the contract shows it. Compares texts only when its review has moved on since it was last shown. */
export async function summariseVersion(
  context: Context,
  analyst: Analyst,
  version: VersionRecord,
  document: DocumentFields,
): Promise<VersionSummary> {
  const { seq: _seq, basedOn: _basedOn, removed: _removed, review: _review, ...summary } = version
  const handled = await handledOf(context, analyst, version, document)
  const total = version.delta === null ? null : version.delta.substance + version.delta.wording
  return { ...summary, progress: handled === null || total === null ? null : { handled, total } }
}

/** A document with its visible versions, newest first. */
export async function summariseDocument(
  context: Context,
  analyst: Analyst,
  record: DocumentRecord,
  versions: readonly VersionRecord[],
  draft: DraftSummary | null,
): Promise<DocumentSummary> {
  const { id, createdAt, updatedAt } = record
  const document = fieldsOf(record)
  const newestFirst = orderVersions(versions.filter((version) => !version.removed)).toReversed()
  const summaries: VersionSummary[] = []
  for (const version of newestFirst) summaries.push(await summariseVersion(context, analyst, version, document))
  return { ...document, id, createdAt, updatedAt, versions: summaries, draft }
}
