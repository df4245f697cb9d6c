import { api } from '../../lib/api.ts'
import type { Translate } from '../../lib/i18n.ts'
import type { DocumentSummary, VersionSummary } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'
import { offerUndo } from '../../lib/undo.ts'
import type { Pair } from '../../lib/versions.ts'

/** Hides a document, or one version of it (`version` not null), and offers to take that back. Nothing is deleted. */
export async function removeFromLibrary(
  document: DocumentSummary,
  version: VersionSummary | null,
  t: Translate,
): Promise<void> {
  const target = { documentId: document.id, versionId: version?.id ?? null }
  try {
    await api.invoke('library:remove', target)
  } catch (error) {
    showError(error)
    return
  }
  const text = version
    ? t('library:remove.versionDone', { title: document.title })
    : t('library:remove.documentDone', { title: document.title })
  offerUndo(text, () => api.invoke('library:restore', target))
}

/** Opens the document's draft on a version, making it when there is none; null when that failed. */
export async function openDraft(baseVersionId: string): Promise<Pair | null> {
  try {
    const { draft } = await api.invoke('draft:open', { baseVersionId })
    return { leftVersionId: draft.baseVersionId, right: { type: 'draft', draftId: draft.id } }
  } catch (error) {
    showError(error)
    return null
  }
}
