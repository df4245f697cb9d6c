import { type DocumentSummary, useLibrary } from '../lib/library.ts'
import { newestPair } from '../lib/versions.ts'
import { type Screen, useNavigation } from './navigation.ts'

type Comparison = Extract<Screen, { name: 'compare' }>

/** Whether both sides of a comparison still stand in the library: a version may have been removed, a draft sealed. */
function stands({ leftVersionId, right }: Comparison, documents: readonly DocumentSummary[]): boolean {
  const has = (versionId: string) => documents.some((each) => each.versions.some(({ id }) => id === versionId))
  const rightStands =
    right.type === 'version' ? has(right.versionId) : documents.some(({ draft }) => draft?.id === right.draftId)
  return has(leftVersionId) && rightStands
}

/** What 比对 in the title bar opens: the last comparison, or the newest two texts of a document; null with nothing to compare. */
export function useComparisonAtHand(): Comparison | null {
  const last = useNavigation((state) => state.lastComparison)
  const documents = useLibrary((state) => state.documents) ?? []
  if (last && stands(last, documents)) return last
  for (const document of documents) {
    const pair = newestPair(document)
    if (pair) return { name: 'compare', ...pair }
  }
  return null
}
