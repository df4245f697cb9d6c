import type { DocumentSummary, VersionSummary } from './library.ts'

/** The right side of a comparison: a sealed version, or the working draft. */
export type SideRef =
  | { readonly type: 'version'; readonly versionId: string }
  | { readonly type: 'draft'; readonly draftId: string }

export interface Pair {
  readonly leftVersionId: string
  readonly right: SideRef
}

/** What a document's newest comparison is: the draft against its base, else the newest version against the one before; null with one text. */
export function newestPair(document: DocumentSummary): Pair | null {
  const { draft, versions } = document
  if (draft) return { leftVersionId: draft.baseVersionId, right: { type: 'draft', draftId: draft.id } }
  const [newest, before] = versions
  if (!newest || !before) return null
  return { leftVersionId: before.id, right: { type: 'version', versionId: newest.id } }
}

/** A version's predecessor: its parent where that still stands, else the next older one. */
export function versionBefore(document: DocumentSummary, version: VersionSummary): VersionSummary | null {
  const index = document.versions.findIndex((each) => each.id === version.id)
  return (
    document.versions.find((each) => each.id === version.parentId) ??
    (index < 0 ? null : (document.versions[index + 1] ?? null))
  )
}
