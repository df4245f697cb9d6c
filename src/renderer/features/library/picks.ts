import { create } from 'zustand'
import type { DocumentSummary, VersionSummary } from '../../lib/library.ts'
import { type SideRef, versionBefore } from '../../lib/versions.ts'
import { offerBaselines } from './model/baselines.ts'

export interface PickedVersion {
  readonly document: DocumentSummary
  readonly version: VersionSummary
}
/** `version` is null for the working draft. */
export interface PickedRight {
  readonly document: DocumentSummary
  readonly version: VersionSummary | null
  readonly ref: SideRef
}

interface PicksStore {
  /** Which document the timeline shows; null for the first one. */
  readonly documentId: string | null
  /** Chosen by hand; null where the default holds. */
  readonly leftVersionId: string | null
  readonly right: SideRef | null
  /** What is searched for; kept while another screen is open. */
  readonly query: string
  readonly showDocument: (documentId: string) => void
  readonly pickLeft: (versionId: string | null) => void
  readonly pickRight: (right: SideRef | null) => void
  readonly search: (query: string) => void
}

/** What the library screen keeps while another screen is open: the document shown, and the two sides picked. */
export const usePicks = create<PicksStore>()((set) => ({
  documentId: null,
  leftVersionId: null,
  right: null,
  query: '',
  showDocument: (documentId) => set((state) => (state.documentId === documentId ? {} : { documentId, right: null })),
  pickLeft: (leftVersionId) => set({ leftVersionId }),
  pickRight: (right) => set({ right }),
  search: (query) => set({ query }),
}))

function findVersion(documents: readonly DocumentSummary[], versionId: string | null): PickedVersion | null {
  for (const document of documents) {
    const version = document.versions.find((each) => each.id === versionId)
    if (version) return { document, version }
  }
  return null
}

function findRight(documents: readonly DocumentSummary[], ref: SideRef | null): PickedRight | null {
  if (ref === null) return null
  if (ref.type === 'version') {
    const found = findVersion(documents, ref.versionId)
    return found && { ...found, ref }
  }
  const document = documents.find((each) => each.draft?.id === ref.draftId)
  return document ? { document, version: null, ref } : null
}

/** The newest text of a document: its newest version; the draft only where there is but one version to compare it with. */
function defaultRight(document: DocumentSummary): PickedRight | null {
  const { draft, versions } = document
  if (draft && versions.length === 1) return { document, version: null, ref: { type: 'draft', draftId: draft.id } }
  const version = versions[0]
  return version ? { document, version, ref: { type: 'version', versionId: version.id } } : null
}

/** The version before; for a document with no other version the text it answers to: last year's report, the plan before. */
function defaultLeft(right: PickedRight, documents: readonly DocumentSummary[]): PickedVersion | null {
  const { document, version } = right
  if (version === null) return findVersion([document], document.draft?.baseVersionId ?? null)
  const before = versionBefore(document, version)
  if (before) return { document, version: before }
  if (document.versions.length > 1) return null
  return offerBaselines(document, documents).find(({ reason }) => reason !== 'report') ?? null
}

/**
 * The two sides that 开始比对 compares: what was picked by hand and is still there, else the newest version of the
 * shown document against the one before it. A side is null when there is nothing to stand on it.
 */
export function resolvePicks(
  documents: readonly DocumentSummary[],
  shown: DocumentSummary,
  picks: { readonly leftVersionId: string | null; readonly right: SideRef | null },
): { readonly left: PickedVersion | null; readonly right: PickedRight | null } {
  const right = findRight(documents, picks.right) ?? defaultRight(shown)
  const left = findVersion(documents, picks.leftVersionId) ?? (right && defaultLeft(right, documents))
  return { left, right }
}
