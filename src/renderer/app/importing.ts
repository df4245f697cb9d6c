import { setPasting } from '../features/import/queue.ts'
import { addFound, addPaste, chooseFilesToImport, chooseFolderToImport } from '../features/import/read-queue.ts'
import type { FoundFiles } from '../lib/found-files.ts'
import { useNavigation } from './navigation.ts'

function showImport(): void {
  useNavigation.getState().open({ name: 'import' })
}

/** Shows the file dialog and, when something was chosen, the import screen. */
export function chooseAndImport(): void {
  void chooseFilesToImport(showImport)
}

/** The same for a folder with all that lies in it. */
export function chooseFolderAndImport(): void {
  void chooseFolderToImport(showImport)
}

/** Opens the paste dialog on the import screen. */
export function openPaste(): void {
  setPasting(true)
  showImport()
}

export function importFound(found: FoundFiles): void {
  if (found.files.length + found.left.length === 0) return
  addFound(found)
  showImport()
}

export function importPaste(text: string, html: string | null): void {
  addPaste(text, html)
  showImport()
}
