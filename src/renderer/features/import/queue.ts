import { create } from 'zustand'
import type { Output } from '../../../shared/contract/contract.ts'
import { api } from '../../lib/api.ts'
import type { DocumentFields, VersionFields } from '../../lib/library.ts'

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

export interface QueueStore {
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

/** An entry that waits to be read, unless `fields` say otherwise. */
export function newEntry(name: string, fields: Partial<Entry>): Entry {
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

/** The entry as it is now; undefined when it has been taken out. */
export function findEntry(key: number): Entry | undefined {
  return useQueue.getState().entries.find((entry) => entry.key === key)
}

/** Changes one entry; nothing happens when it has been taken out meanwhile. */
export function patchEntry(key: number, change: Partial<Entry>): void {
  useQueue.setState(({ entries }) => ({
    entries: entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)),
  }))
}

/** What an entry takes over from main's answer. */
export function fromItem(item: ImportItem): Partial<Entry> {
  return {
    importId: item.id,
    state: item.reading ? 'ready' : 'failed',
    reading: item.reading,
    error: item.error,
    progress: null,
    ...(item.reading ? { name: item.file } : {}),
  }
}

/** Has main stop reading, or forget what it read, for an entry that nobody wants any more. */
function callOff({ state, importId }: Entry): void {
  if (state === 'reading' && importId) api.invoke('import:cancel', { importId }).catch(() => undefined)
  else if (state === 'ready' || state === 'failed') discardQuietly(importId)
}

/** Has main forget a reading that nobody wants any more. */
export function discardQuietly(importId: string | null): void {
  // Main forgets unsaved readings by itself when it closes: failing to say so early harms nobody.
  if (importId) api.invoke('import:discard', { importId }).catch(() => undefined)
}

/** Takes an entry out: cancels its reading, or throws the reading away. What is in the library stays there. */
export function removeEntry(key: number): void {
  const entry = findEntry(key)
  if (!entry) return
  callOff(entry)
  useQueue.setState(({ entries, selected }) => {
    const rest = entries.filter((each) => each.key !== key)
    return { entries: rest, selected: selected === key ? nextToCheck(rest, entries, key) : selected }
  })
}

/** Takes out everything that is not in the library. */
export function clearQueue(): void {
  for (const entry of useQueue.getState().entries) callOff(entry)
  useQueue.setState({ entries: [], selected: null })
}

export function selectEntry(key: number): void {
  useQueue.setState({ selected: key })
}

export function setPasting(pasting: boolean): void {
  useQueue.setState({ pasting })
}

/** The entry to look at after `key`: the next one below that is not done, else the first one above. */
export function nextToCheck(entries: readonly Entry[], before: readonly Entry[], key: number): number | null {
  const place = before.findIndex((entry) => entry.key === key)
  const after = new Set(before.slice(place + 1).map((entry) => entry.key))
  const open = entries.filter((entry) => entry.key !== key && entry.state !== 'saved')
  return (open.find((entry) => after.has(entry.key)) ?? open[0])?.key ?? null
}
