import { setPasting } from '../features/import/queue.ts'
import { addFiles, addPaste, chooseFilesToImport } from '../features/import/read-queue.ts'
import { useNavigation } from './navigation.ts'

function showImport(): void {
  useNavigation.getState().open({ name: 'import' })
}

/** Shows the file dialog and, when something was chosen, the import screen. */
export function chooseAndImport(): void {
  void chooseFilesToImport(showImport)
}

/** Opens the paste dialog on the import screen. */
export function openPaste(): void {
  setPasting(true)
  showImport()
}

export function importFiles(files: readonly File[]): void {
  if (files.length === 0) return
  addFiles(files)
  showImport()
}

export function importPaste(text: string, html: string | null): void {
  addPaste(text, html)
  showImport()
}
