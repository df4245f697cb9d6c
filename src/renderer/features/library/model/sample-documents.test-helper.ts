import type { DocumentSummary, VersionSummary } from '../../../lib/library.ts'

/** A version with nothing remarkable about it. */
export function version(id: string, fields: Partial<VersionSummary> = {}): VersionSummary {
  return {
    id,
    documentId: 'd',
    parentId: null,
    sha256: '0'.repeat(64),
    characters: 1000,
    sourceName: `${id}.txt`,
    findings: 0,
    truncated: false,
    createdAt: '2025-11-06T08:00:00.000Z',
    delta: null,
    progress: null,
    stage: null,
    date: null,
    author: '',
    note: '',
    ...fields,
  }
}

/** A city's five-year plan with one version, unless told otherwise. */
export function document(id: string, fields: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    id,
    title: id,
    kind: 'five-year-plan',
    region: '清川市',
    level: 'city',
    periodFrom: 2026,
    periodTo: 2030,
    createdAt: '2025-11-06T08:00:00.000Z',
    updatedAt: '2025-11-06T08:00:00.000Z',
    versions: [version(`${id}-1`, { documentId: id })],
    draft: null,
    ...fields,
  }
}
