import { DuigaoError } from '../../../shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '../../../shared/text/limits.ts'
import { api } from '../../lib/api.ts'
import { chooseFiles, chooseFolder } from '../../lib/choose-files.ts'
import { toReply } from '../../lib/errors.ts'
import { formatBytes } from '../../lib/format.ts'
import type { FoundFile, FoundFiles, LeftFile } from '../../lib/found-files.ts'
import { i18n } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'
import { discardQuietly, forgetHeld } from './held-readings.ts'
import {
  type Entry,
  findEntry,
  fromItem,
  type ImportItem,
  isSettled,
  newEntry,
  patchEntry,
  type QueueStore,
  useQueue,
} from './queue.ts'

function append(entries: readonly Entry[]): void {
  if (entries.length === 0) return
  forgetHeld()
  const first = entries.find((entry) => !isSettled(entry))
  useQueue.setState((state) => ({
    entries: [...state.entries, ...entries],
    selected: selectedOr(state, first?.key ?? null),
  }))
  readWaiting()
}

/** Keeps the selection on what is being checked; moves it on from what is done. */
function selectedOr({ entries, selected }: QueueStore, next: number | null): number | null {
  const current = entries.find((entry) => entry.key === selected)
  return current && !isSettled(current) ? selected : next
}

/** Puts dropped or chosen files at the end of the queue. A file over the limit is not even read; one left out is listed. */
export function addFound({ files, left }: FoundFiles): void {
  append([...files.map(entryOf), ...left.map(skippedEntry)])
}

function entryOf({ file, folder }: FoundFile): Entry {
  if (file.size <= MAX_FILE_BYTES) return newEntry(file.name, { folder, source: file })
  return newEntry(file.name, { folder, state: 'failed', error: tooLarge(file) })
}

function skippedEntry({ name, folder, reason }: LeftFile): Entry {
  return newEntry(name, { folder, state: 'skipped', error: { code: reason, message: '' } })
}

function tooLarge(file: File): Entry['error'] {
  const message = i18n.t('import:tooLarge', {
    file: file.name,
    size: formatBytes(file.size),
    limit: formatBytes(MAX_FILE_BYTES),
  })
  return { code: 'file-too-large', message }
}

/** Puts a pasted text at the end of the queue. */
export function addPaste(text: string, html: string | null): void {
  append([newEntry(i18n.t('import:pasted'), { source: { text, html } })])
}

/** Shows the shell's file dialog; `onChosen` is called when something was chosen. Never rejects: what fails is shown. */
export async function chooseFilesToImport(onChosen: () => void): Promise<void> {
  try {
    if (useLibrary.getState().info?.shell === 'electron') await chooseInMain(onChosen)
    else {
      const files = await chooseFiles()
      addFound({ files: files.map((file) => ({ file, folder: '' })), left: [] })
      if (files.length > 0) onChosen()
    }
  } catch (error) {
    showError(error)
  }
}

/** Shows the dialog for a folder, which is the page's own in every shell: all that lies in it goes into the queue. */
export async function chooseFolderToImport(onChosen: () => void): Promise<void> {
  const found = await chooseFolder()
  addFound(found)
  if (found.files.length + found.left.length > 0) onChosen()
}

/** The dialog of the desktop shell. Main says how far it is as soon as something was chosen: that is when to show the screen. */
async function chooseInMain(onChosen: () => void): Promise<void> {
  const stop = api.on('progress', ({ task, done, total, label }) => {
    if (task !== 'import') return
    useQueue.setState({ arriving: { done, total, label } })
    onChosen()
  })
  try {
    const { items } = await api.invoke('files:choose', {})
    append(items.map((item) => newEntry(item.file, fromItem(item))))
    if (items.length > 0) onChosen()
  } finally {
    stop()
    useQueue.setState({ arriving: null })
  }
}

/** Main keeps 200 readings that are not saved: reading pauses before that, and goes on when some are saved or taken out. */
export const MAX_UNSAVED = 190

let working = false

/** Reads what waits, one after the other: a second file would only slow the first one down. */
export function readWaiting(): void {
  void work()
}

async function work(): Promise<void> {
  if (working) return
  working = true
  try {
    for (let next = firstWaiting(); next; next = firstWaiting()) await read(next)
  } finally {
    working = false
  }
}

function firstWaiting(): Entry | undefined {
  const { entries } = useQueue.getState()
  if (entries.filter(({ state }) => state === 'ready').length >= MAX_UNSAVED) return undefined
  return entries.find((entry) => entry.state === 'waiting')
}

async function read(entry: Entry): Promise<void> {
  const importId = crypto.randomUUID()
  const wanted = () => findEntry(entry.key)?.importId === importId
  patchEntry(entry.key, { state: 'reading', importId })
  try {
    if (isArchive(entry)) return await unpack(entry, importId)
    const item = await fetchItem(entry, importId)
    // Taken out while main was reading: what it keeps is of no use to anyone.
    if (wanted()) patchEntry(entry.key, fromItem(item))
    else discardQuietly(item.id)
  } catch (error) {
    const { code, message } = toReply(error)
    if (wanted()) patchEntry(entry.key, { state: 'failed', importId: null, error: { code, message }, progress: null })
  }
}

/** An archive is a batch, not a document. */
function isArchive({ name, source }: Entry): boolean {
  return source instanceof File && /\.zip$/i.test(name)
}

/** Puts the files of an archive into the queue in its place, those that are no documents with the reason. */
async function unpack({ key, name, folder, source }: Entry, importId: string): Promise<void> {
  const bytes = new Uint8Array(await readBytes(source as File))
  const { files, skipped } = await api.invoke('files:unpack', { name, bytes, importId })
  if (findEntry(key)?.importId !== importId) return
  const inside = folder === '' ? name : `${folder}/${name}`
  const place = (path: string) => splitPath(`${inside}/${path}`)
  const unpacked = [
    ...files.map((file) => {
      const { name, folder } = place(file.name)
      return newEntry(name, { folder, source: new File([new Uint8Array(file.bytes)], name) })
    }),
    ...skipped.map((file) => {
      const { name, folder } = place(file.name)
      return newEntry(name, { folder, state: 'skipped', error: { code: 'archive', message: file.reason } })
    }),
  ]
  if (unpacked.length === 0) throw new DuigaoError({ code: 'file-empty', message: i18n.t('import:emptyArchive') })
  useQueue.setState(({ entries, selected }) => ({
    entries: entries.flatMap((entry) => (entry.key === key ? unpacked : entry)),
    selected: selected === key ? (unpacked.find((entry) => !isSettled(entry))?.key ?? null) : selected,
  }))
}

function splitPath(path: string): { readonly name: string; readonly folder: string } {
  const cut = path.lastIndexOf('/')
  return { name: path.slice(cut + 1), folder: path.slice(0, Math.max(0, cut)) }
}

async function fetchItem({ source, name }: Entry, importId: string): Promise<ImportItem> {
  if (source instanceof File) {
    const bytes = new Uint8Array(await readBytes(source))
    return (await api.invoke('files:add', { name, bytes, importId })).item
  }
  if (source === null) throw new Error('nothing to read')
  return (await api.invoke('import:paste', { ...source, importId })).item
}

/** A file that was moved or is held by another program since it was dropped cannot be read. */
async function readBytes(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer()
  } catch {
    throw new DuigaoError({
      code: 'file-damaged',
      message: i18n.t('import:unreadable', { file: file.name }),
      file: file.name,
    })
  }
}

/** Reads a failed file again, from the start. */
export function retryEntry(key: number): void {
  patchEntry(key, { state: 'waiting', error: null })
  readWaiting()
}

/** Shows how far each reading is. */
export function watchProgress(): () => void {
  return api.on('progress', ({ importId, done, total, label }) => {
    const reading = useQueue
      .getState()
      .entries.find((entry) => entry.state === 'reading' && entry.importId === importId)
    if (reading) patchEntry(reading.key, { progress: { done, total, label } })
  })
}
