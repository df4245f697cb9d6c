import { api } from '../lib/api.ts'
import type { DocumentSummary } from '../lib/library.ts'
import { useLibrary } from '../lib/library.ts'
import type { Screen } from './navigation.ts'

/**
 * Where the app opens: the library; on the first run, when nothing was ever in it, the sample comparison. Somebody who has removed
 * every document does not get the samples back unasked. `documents` is null when the library could not be read: then the library
 * screen says so.
 */
export async function firstScreen(documents: readonly DocumentSummary[] | null): Promise<Screen> {
  if (documents === null || !useLibrary.getState().info?.firstRun) return { name: 'library' }
  try {
    return await openSamples()
  } catch {
    // No samples beside this installation: the empty library offers both ways on.
    return { name: 'library' }
  }
}

/** Fills the empty library with the samples and answers with the comparison they are made for. */
export async function openSamples(): Promise<Screen> {
  const { leftVersionId, rightVersionId } = await api.invoke('library:open-samples', {})
  await useLibrary.getState().load()
  return { name: 'compare', leftVersionId, right: { type: 'version', versionId: rightVersionId } }
}
