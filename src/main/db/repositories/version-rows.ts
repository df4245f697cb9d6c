import type { VersionFields, VersionRecord } from '../records.ts'

export interface VersionRow {
  id: string
  document_id: string
  seq: number
  sha256: string
  based_on: string | null
  source_name: string | null
  stage: VersionFields['stage']
  date: string | null
  author: string
  note: string
  characters: number
  findings: number
  truncated: number
  created_at: string
  removed_at: string | null
  parent_id: string | null
  substance: number
  wording: number
  raised: number
  lowered: number
  added: number
  dropped: number
  other: number
  stale: number
  comparison_id: string | null
  stamp: number
  handled: number | null
  counted_stamp: number | null
}

/** A version with its source's name, its delta and its review against the parent. Never joins the text. */
export const SELECT_VERSION = `
  SELECT v.*, s.file AS source_name, d.parent_id, d.substance, d.wording, d.raised, d.lowered, d.added, d.dropped, d.other,
    c.id AS comparison_id, c.stamp, p.handled, p.stamp AS counted_stamp
  FROM version v
  LEFT JOIN source s ON s.id = v.source_id
  LEFT JOIN version_delta d ON d.version_id = v.id
  LEFT JOIN comparison c ON c.left_version_id = d.parent_id AND c.right_document_id = v.document_id
  LEFT JOIN version_progress p ON p.version_id = v.id AND p.comparison_id = c.id`

function deltaOf(row: VersionRow): VersionRecord['delta'] {
  if (row.parent_id === null) return null
  const { substance, wording, raised, lowered, added, dropped, other } = row
  return { substance, wording, targets: { raised, lowered, added, dropped, other } }
}

function reviewOf({ comparison_id: comparisonId, stamp, handled, counted_stamp: counted }: VersionRow) {
  return comparisonId === null ? null : { comparisonId, stamp, handled, current: counted === stamp }
}

export function rowToVersion(row: VersionRow): VersionRecord {
  return {
    id: row.id,
    documentId: row.document_id,
    seq: row.seq,
    sha256: row.sha256,
    basedOn: row.based_on,
    sourceName: row.source_name,
    stage: row.stage,
    date: row.date,
    author: row.author,
    note: row.note,
    characters: row.characters,
    findings: row.findings,
    truncated: row.truncated === 1,
    createdAt: row.created_at,
    removed: row.removed_at !== null,
    parentId: row.parent_id,
    delta: deltaOf(row),
    stale: row.stale === 1,
    review: reviewOf(row),
  }
}
