import { create } from 'zustand'
import type { Output } from '../../../shared/contract/contract.ts'
import { DuigaoError } from '../../../shared/contract/errors.ts'
import { MAX_UPLOAD_BYTES } from '../../../shared/contract/limits.ts'
import { api } from '../../lib/api.ts'
import { chooseFiles } from '../../lib/choose-files.ts'
import { toReply } from '../../lib/errors.ts'
import { formatBytes } from '../../lib/format.ts'
import { i18n } from '../../lib/i18n.ts'
import { type DocumentFields, useLibrary, type VersionFields } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'

export type ImportItem = Output<'files:add'>['item']
export type Reading = NonNullable<ImportItem['reading']>

export type EntryState = 'waiting' | 'reading' | 'ready' | 'saving' | 'saved' | 'failed'

/** One file, or one pasted text, on its way into the library. */
export interface Entry {
  readonly key: number
  readonly name: string
  readonly state: EntryState
  /** What to read; null for what main has read itself. */
  readonly source: File | { readonly text: string; readonly html: string | null } | null
  readonly importId: string | null
  readonly reading: Reading | null
  readonly error: { readonly code: string; readonly message: string } | null
  /** How far the reading is, where main tells. */
  readonly progress: Progress | null
  /** A clean-up step was switched and its result is under way. */
  readonly recleaning: boolean
  /** Steps switched off. */
  readonly disabled: readonly string[]
  /** What the user changed of the guesses; kept when the text is cleaned again. */
  readonly fields: Partial<DocumentFields>
  readonly version: Partial<VersionFields>
  /** The document to add the version to; null makes a new one; undefined: as suggested. */
  readonly documentId: string | null | undefined
  /** The user wants it though the library already holds it. */
  readonly keepDuplicate: boolean
  readonly saved: { readonly documentId: string; readonly versionId: string } | null
}

interface QueueStore {
  readonly entries: readonly Entry[]
  readonly selected: number | null
  /** The paste dialog is open. */
  readonly pasting: boolean
  /** How far main is with the files of its own dialog, which it hands over all at once; null when it is reading none. */
  readonly arriving: Progress | null
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly label: string
}

export const useQueue = create<QueueStore>()(() => ({ entries: [], selected: null, pasting: false, arriving: null }))

let lastKey = 0

function newEntry(name: string, fields: Partial<Entry>): Entry {
  lastKey += 1
  return {
    key: lastKey,
    name,
    state: 'waiting',
    source: null,
    importId: null,
    reading: null,
    error: null,
    progress: null,
    recleaning: false,
    disabled: [],
    fields: {},
    version: {},
    documentId: undefined,
    keepDuplicate: false,
    saved: null,
    ...fields,
  }
}

function find(key: number): Entry | undefined {
  return useQueue.getState().entries.find((entry) => entry.key === key)
}

/** Changes one entry; nothing happens when it has been taken out meanwhile. */
export function patchEntry(key: number, change: Partial<Entry>): void {
  useQueue.setState(({ entries }) => ({
    entries: entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)),
  }))
}

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

/** What an entry takes over from main's answer. */
function fromItem(item: ImportItem): Partial<Entry> {
  return {
    importId: item.id,
    state: item.reading ? 'ready' : 'failed',
    reading: item.reading,
    error: item.error,
    progress: null,
    ...(item.reading ? { name: item.file } : {}),
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
  patchEntry(entry.key, { state: 'reading' })
  try {
    const item = await fetchItem(entry)
    // Cancelled while main was reading: what it keeps is of no use to anyone.
    if (find(entry.key)) patchEntry(entry.key, fromItem(item))
    else discardQuietly(item.id)
  } catch (error) {
    const { code, message } = toReply(error)
    patchEntry(entry.key, { state: 'failed', error: { code, message }, progress: null })
  }
}

async function fetchItem({ source, name }: Entry): Promise<ImportItem> {
  if (source instanceof File) {
    const bytes = new Uint8Array(await readBytes(source))
    return (await api.invoke('files:add', { name, bytes })).item
  }
  if (source === null) throw new Error('nothing to read')
  return (await api.invoke('import:paste', source)).item
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

function discardQuietly(importId: string | null): void {
  // Main forgets unsaved readings by itself when it closes: failing to say so early harms nobody.
  if (importId) api.invoke('import:discard', { importId }).catch(() => undefined)
}

/** Takes an entry out: cancels its reading, or throws the reading away. What is in the library stays there. */
export function removeEntry(key: number): void {
  const entry = find(key)
  if (!entry) return
  if (entry.state === 'ready' || entry.state === 'failed') discardQuietly(entry.importId)
  useQueue.setState(({ entries, selected }) => {
    const rest = entries.filter((each) => each.key !== key)
    return { entries: rest, selected: selected === key ? nextToCheck(rest, entries, key) : selected }
  })
}

/** Takes out everything that is not in the library. */
export function clearQueue(): void {
  for (const entry of useQueue.getState().entries) if (entry.state !== 'saved') discardQuietly(entry.importId)
  useQueue.setState({ entries: [], selected: null })
}

export function selectEntry(key: number): void {
  useQueue.setState({ selected: key })
}

/** Reads a failed file again, from the start. */
export function retryEntry(key: number): void {
  patchEntry(key, { state: 'waiting', error: null })
  void work()
}

export function setPasting(pasting: boolean): void {
  useQueue.setState({ pasting })
}

/** The entry to look at after `key`: the next one below that is not done, else the first one above. */
function nextToCheck(entries: readonly Entry[], before: readonly Entry[], key: number): number | null {
  const place = before.findIndex((entry) => entry.key === key)
  const after = new Set(before.slice(place + 1).map((entry) => entry.key))
  const open = entries.filter((entry) => entry.key !== key && entry.state !== 'saved')
  return (open.find((entry) => after.has(entry.key)) ?? open[0])?.key ?? null
}

/** Switches one clean-up step and has the text cleaned again. The newest request wins. */
export async function switchStep(key: number, code: string, on: boolean): Promise<void> {
  const entry = find(key)
  if (!entry?.importId) return
  const disabled = on ? entry.disabled.filter((each) => each !== code) : [...entry.disabled, code]
  await reclean(entry, disabled)
}

/** Switches every step on again. */
export async function restoreSteps(key: number): Promise<void> {
  const entry = find(key)
  if (entry?.importId) await reclean(entry, [])
}

async function reclean({ key, importId, disabled: before }: Entry, disabled: readonly string[]): Promise<void> {
  if (!importId) return
  patchEntry(key, { disabled, recleaning: true })
  try {
    const { item } = await api.invoke('import:reclean', { importId, disabled: [...disabled] })
    if (find(key)?.disabled === disabled) patchEntry(key, { ...fromItem(item), importId, recleaning: false })
  } catch (error) {
    patchEntry(key, { disabled: before, recleaning: false })
    showError(error)
  }
}

/** What the library will say of the text: the guesses, overruled by what the user changed. */
export function fieldsOf(entry: Entry): DocumentFields | null {
  return entry.reading && { ...entry.reading.fields, ...entry.fields }
}
export function versionOf(entry: Entry): VersionFields | null {
  return entry.reading && { ...entry.reading.version, ...entry.version }
}
/** The document the version goes to; null makes a new one. */
export function documentOf(entry: Entry): string | null {
  return entry.documentId === undefined ? (entry.reading?.suggestedDocumentId ?? null) : entry.documentId
}

/** Takes an entry into the library and selects the next one to check. Answers with where it is, or null when it failed. */
export async function saveEntry(key: number): Promise<Entry['saved']> {
  const entry = find(key)
  const [fields, version] = entry ? [fieldsOf(entry), versionOf(entry)] : [null, null]
  if (!entry?.importId || entry.state !== 'ready' || !fields || !version) return null
  patchEntry(key, { state: 'saving' })
  try {
    const saved = await api.invoke('import:save', {
      importId: entry.importId,
      documentId: documentOf(entry),
      fields,
      version,
    })
    patchEntry(key, { state: 'saved', saved })
    useQueue.setState(({ entries, selected }) =>
      selected === key ? { selected: nextToCheck(entries, entries, key) ?? key } : {},
    )
    return saved
  } catch (error) {
    patchEntry(key, { state: 'ready' })
    showError(error)
    return null
  }
}

/** Shows how far the reading is. Main names no file, so what it says belongs to the one being read. */
export function watchProgress(): () => void {
  return api.on('progress', ({ done, total, label }) => {
    const reading = useQueue.getState().entries.find((entry) => entry.state === 'reading')
    if (reading) patchEntry(reading.key, { progress: { done, total, label } })
  })
}
