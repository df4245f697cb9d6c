import { DuigaoError } from '../../../shared/contract/errors.ts'
import { MAX_UPLOAD_BYTES } from '../../../shared/contract/limits.ts'
import { api } from '../../lib/api.ts'
import { chooseFiles } from '../../lib/choose-files.ts'
import { toReply } from '../../lib/errors.ts'
import { formatBytes } from '../../lib/format.ts'
import { i18n } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'
import {
  discardQuietly,
  type Entry,
  findEntry,
  fromItem,
  type ImportItem,
  newEntry,
  patchEntry,
  type QueueStore,
  useQueue,
} from './queue.ts'

function append(entries: readonly Entry[]): void {
  if (entries.length === 0) return
  useQueue.setState((state) => ({
    entries: [...state.entries, ...entries],
    selected: selectedOr(state, entries[0]?.key ?? null),
  }))
  void work()
}

/** Keeps the selection on what is being checked; moves it on from what is done. */
function selectedOr({ entries, selected }: QueueStore, next: number | null): number | null {
  const current = entries.find((entry) => entry.key === selected)
  return current && current.state !== 'saved' ? selected : next
}

/** Puts dropped or chosen files at the end of the queue. A file over the limit is not even read. */
export function addFiles(files: readonly File[]): void {
  append(
    files.map((file) =>
      newEntry(file.name, file.size > MAX_UPLOAD_BYTES ? { state: 'failed', error: tooLarge(file) } : { source: file }),
    ),
  )
}

function tooLarge(file: File): Entry['error'] {
  const message = i18n.t('import:tooLarge', {
    file: file.name,
    size: formatBytes(file.size),
    limit: formatBytes(MAX_UPLOAD_BYTES),
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
    if (useLibrary.getState().info?.shell !== 'electron') {
      const files = await chooseFiles()
      addFiles(files)
      if (files.length > 0) onChosen()
      return
    }
    await chooseInMain(onChosen)
  } catch (error) {
    showError(error)
  }
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

let working = false

/** Reads what waits, one after the other: a second file would only slow the first one down. */
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
  return useQueue.getState().entries.find((entry) => entry.state === 'waiting')
}

async function read(entry: Entry): Promise<void> {
  const importId = crypto.randomUUID()
  patchEntry(entry.key, { state: 'reading', importId })
  try {
    const item = await fetchItem(entry, importId)
    // Cancelled while main was reading: what it keeps is of no use to anyone.
    if (findEntry(entry.key)) patchEntry(entry.key, fromItem(item))
    else discardQuietly(item.id)
  } catch (error) {
    const { code, message } = toReply(error)
    patchEntry(entry.key, { state: 'failed', importId: null, error: { code, message }, progress: null })
  }
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
  void work()
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
