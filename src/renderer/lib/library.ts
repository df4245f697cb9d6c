import { create } from 'zustand'
import type { Output } from '../../shared/contract/contract.ts'
import { api } from './api.ts'
import { showError } from './toast.ts'

export type DocumentSummary = Output<'library:list'>['documents'][number]
export type VersionSummary = DocumentSummary['versions'][number]
export type DraftSummary = NonNullable<DocumentSummary['draft']>
export type AppInfo = Output<'app:info'>
/** What a document is, as the user edits it. */
export type DocumentFields = Pick<DocumentSummary, 'title' | 'kind' | 'region' | 'level' | 'periodFrom' | 'periodTo'>
/** What a version is, as the user edits it. */
export type VersionFields = Pick<VersionSummary, 'stage' | 'date' | 'author' | 'note'>

interface LibraryStore {
  /** null until the first answer. */
  readonly documents: readonly DocumentSummary[] | null
  readonly info: AppInfo | null
  /** When the list was read: what 今天 is counted from. */
  readonly readAt: Date
  /** Reads the list from main, which owns the truth. Rejects never: a failure is shown and the former list stays. */
  readonly load: () => Promise<void>
}

export const useLibrary = create<LibraryStore>()((set) => ({
  documents: null,
  info: null,
  readAt: new Date(),
  load: async () => {
    try {
      const [{ documents }, info] = await Promise.all([api.invoke('library:list', {}), api.invoke('app:info', {})])
      set({ documents, info, readAt: new Date() })
    } catch (error) {
      showError(error)
    }
  },
}))

/** Reloads the list whenever main says that it changed. Returns the function that ends it. */
export function watchLibrary(): () => void {
  return api.on('library-changed', () => {
    void useLibrary.getState().load()
  })
}
