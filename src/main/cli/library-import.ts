import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Channel } from '../../shared/contract/channels.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { dispatch } from '../../shared/contract/dispatch.ts'
import { DuigaoError } from '../../shared/contract/errors.ts'
import { createApp } from '../services/create-app.ts'
import { assertLibraryExists } from '../services/library-tools.ts'
import type { ChosenFile, Platform } from '../services/platform.ts'

/** The terminal as a shell: the files to open are those of the command line; it has no page to tell and nothing to print. */
function terminal(files: readonly ChosenFile[]): Platform {
  const none = () => Promise.reject(new Error('the command line has no dialogs'))
  return {
    shell: 'browser',
    openFiles: () => Promise.resolve(files),
    saveFile: none,
    printToPdf: none,
    notify: () => {},
  }
}

type Call = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>

/** Opens an existing library, lets `use` call its handlers as a shell would, and closes it. */
async function withLibrary<T>(path: string, files: readonly ChosenFile[], use: (call: Call) => Promise<T>): Promise<T> {
  assertLibraryExists(path)
  const app = createApp({ libraryPath: path, platform: terminal(files), version: '', threads: 0 })
  try {
    return await use(async (channel, input) => {
      const reply = await dispatch(app.handlers, channel, input)
      if (!reply.ok) throw new DuigaoError(reply.error)
      return reply.value as Output<typeof channel>
    })
  } finally {
    app.close()
  }
}

async function chosen(file: string, directory: string): Promise<ChosenFile> {
  const path = resolve(directory, file)
  try {
    const { size } = await stat(path)
    return { name: basename(path), size, read: () => readFile(path) }
  } catch (error) {
    throw new DuigaoError({ code: 'not-found', message: `“${file}”：没有这个文件。请核对路径和权限。`, file }, error)
  }
}

export interface Imported {
  readonly file: string
  readonly documentId: string
  readonly versionId: string
  readonly title: string
  /** Whether it opened a new document; else it is a further version of one. */
  readonly added: boolean
}

/** The document that a reading belongs to, looked up when its turn comes: the file before may have opened it. */
async function saveItem(call: Call, item: Output<'files:choose'>['items'][number]): Promise<Imported> {
  const fresh = (await call('import:reclean', { importId: item.id, disabled: [] })).item.reading
  if (!fresh) throw new Error('a file that was read is no longer there')
  const { fields, version, suggestedDocumentId: documentId } = fresh
  const saved = await call('import:save', { importId: item.id, documentId, fields, version })
  return { file: item.file, ...saved, title: fields.title, added: documentId === null }
}

/**
 * Brings files into a library, each with what its text says of itself, as a further version where the library has its document.
 * All are read before one is saved: when one cannot be, its error is thrown and nothing is written.
 */
export async function importFiles(path: string, files: readonly string[], directory: string): Promise<Imported[]> {
  const found = await Promise.all(files.map((file) => chosen(file, directory)))
  return withLibrary(path, found, async (call) => {
    const { items } = await call('files:choose', {})
    const failed = items.find((item) => item.error !== null)
    if (failed?.error) {
      const { code, message } = failed.error
      throw new DuigaoError({ code: code as DuigaoError['code'], message, file: failed.file })
    }
    const imported: Imported[] = []
    for (const item of items) imported.push(await saveItem(call, item))
    return imported
  })
}

/** Documents with their versions, as the app lists them. */
export async function listLibrary(path: string): Promise<Output<'library:list'>['documents']> {
  return withLibrary(path, [], async (call) => (await call('library:list', {})).documents)
}
