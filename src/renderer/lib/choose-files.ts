import { type FoundFiles, sortFound } from './found-files.ts'

/** Shows the browser's file dialog; empty when it is cancelled. Has to be called from a click or a key press. */
export function chooseFiles(): Promise<readonly File[]> {
  return choose((input) => {
    input.multiple = true
  })
}

/** The same for a folder with all that lies in it, in order of path. */
export async function chooseFolder(): Promise<FoundFiles> {
  const files = await choose((input) => {
    input.webkitdirectory = true
  })
  const pathOf = (file: File) => file.webkitRelativePath
  return sortFound(
    [...files]
      .sort((a, b) => pathOf(a).localeCompare(pathOf(b), 'zh', { numeric: true }))
      .map((file) => ({ file, folder: pathOf(file).split('/').slice(0, -1).join('/') })),
  )
}

function choose(prepare: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  prepare(input)
  input.hidden = true
  // In the document, because some Chromium versions drop the events of a detached input once it is collected.
  document.body.append(input)
  return new Promise((resolve) => {
    const finish = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    input.click()
  })
}
