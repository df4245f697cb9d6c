import { create } from 'zustand'
import type { Output } from '../../../shared/contract/contract.ts'
import type { DocumentFields, VersionFields } from '../../lib/library.ts'

export type ImportItem = Output<'files:add'>['item']
export type Reading = NonNullable<ImportItem['reading']>

/** `skipped`: a file of a folder or an archive that is no document; it is listed, never read. */
export type EntryState = 'waiting' | 'reading' | 'ready' | 'saving' | 'saved' | 'failed' | 'skipped'

/** One file, or one pasted text, on its way into the library. */
export interface Entry {
  readonly key: number
  readonly name: string
  /** The folder or archive it came out of; empty for a file by itself. */
  readonly folder: string
  readonly state: EntryState
  /** What to read; null for what main has read itself, and for what is not read at all. */
  readonly source: File | { readonly text: string; readonly html: string | null } | null
  readonly importId: string | null
  readonly reading: Reading | null
  readonly error: { readonly code: string; readonly message: string } | null
  /** How far the reading is, where main tells. */
  readonly progress: Progress | null
  /** A clean-up step was switched, or another sheet chosen, and the result is under way. */
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
  /** The text before the file's tracked changes is to be a version too. */
  readonly keepRevisions: boolean
  /** The file's remarks are to be annotations. */
  readonly keepComments: boolean
  /** How many texts had been saved when the library was last asked about this one. */
  readonly askedAt: number
  readonly saved: Saved | null
}

export interface Saved {
  readonly documentId: string
  readonly versionId: string
  /** The version with the tracked changes rejected, where one was made. */
  readonly beforeVersionId: string | null
  /** The document was made for it. */
  readonly newDocument: boolean
}

export interface QueueStore {
  readonly entries: readonly Entry[]
  readonly selected: number | null
  /** The paste dialog is open. */
  readonly pasting: boolean
  /** How far main is with the files of its own dialog, which it hands over all at once; null when it is reading none. */
  readonly arriving: Progress | null
  /** How many of the files without warnings are in the library; null when they are not being saved. */
  readonly savingAll: { readonly done: number; readonly total: number } | null
  /** How many texts have been saved since the start: what the library said of a text before may be outdated. */
  readonly saves: number
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly label: string
}

export const useQueue = create<QueueStore>()(() => ({
  entries: [],
  selected: null,
  pasting: false,
  arriving: null,
  savingAll: null,
  saves: 0,
}))

let lastKey = 0

/** An entry that waits to be read, unless `fields` say otherwise. */
export function newEntry(name: string, fields: Partial<Entry>): Entry {
  lastKey += 1
  return {
    key: lastKey,
    name,
    folder: '',
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
    keepRevisions: false,
    keepComments: true,
    askedAt: useQueue.getState().saves,
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

function stepsOff({ steps }: Reading): string[] {
  return steps.filter((step) => !step.on).map((step) => step.code)
}

/** What an entry takes over from main's answer. */
export function fromItem(item: ImportItem): Partial<Entry> {
  return {
    importId: item.id,
    state: item.reading ? 'ready' : 'failed',
    reading: item.reading,
    error: item.error,
    progress: null,
    askedAt: useQueue.getState().saves,
    ...(item.reading ? { name: item.file, disabled: stepsOff(item.reading) } : {}),
  }
}

/** Whether nothing of the entry is left to do: it is in the library, or was never to be. */
export function isSettled({ state }: Entry): boolean {
  return state === 'saved' || state === 'skipped'
}

/** The files and texts that are read, without what is only listed. */
export function realEntries(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ state }) => state !== 'skipped')
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
  const open = entries.filter((entry) => entry.key !== key && !isSettled(entry))
  return (open.find((entry) => after.has(entry.key)) ?? open[0])?.key ?? null
}
