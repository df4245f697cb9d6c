import { api } from '../../lib/api.ts'
import type { DocumentFields, VersionFields } from '../../lib/library.ts'
import { showError } from '../../lib/toast.ts'
import { type Entry, findEntry, fromItem, nextToCheck, patchEntry, useQueue } from './queue.ts'

/** Switches one clean-up step and has the text cleaned again. The newest request wins. */
export async function switchStep(key: number, code: string, on: boolean): Promise<void> {
  const entry = findEntry(key)
  if (!entry?.importId) return
  const disabled = on ? entry.disabled.filter((each) => each !== code) : [...entry.disabled, code]
  await reclean(entry, disabled)
}

/** Switches every step on again. */
export async function restoreSteps(key: number): Promise<void> {
  const entry = findEntry(key)
  if (entry?.importId) await reclean(entry, [])
}

async function reclean({ key, importId, disabled: before }: Entry, disabled: readonly string[]): Promise<void> {
  if (!importId) return
  patchEntry(key, { disabled, recleaning: true })
  try {
    const { item } = await api.invoke('import:reclean', { importId, disabled: [...disabled] })
    if (findEntry(key)?.disabled === disabled) patchEntry(key, { ...fromItem(item), importId, recleaning: false })
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

/**
 * Asks main again what the library says of the texts still to be checked: what was just saved may be the document
 * that they are further versions of, or the same text. A failure leaves the older suggestion, which the user sees and can change.
 */
async function refreshSuggestions(): Promise<void> {
  for (const { key, importId, state, disabled } of useQueue.getState().entries) {
    if (!importId || state !== 'ready') continue
    const answer = await api.invoke('import:reclean', { importId, disabled: [...disabled] }).catch(() => null)
    const now = findEntry(key)
    if (answer && now?.state === 'ready' && !now.recleaning && now.disabled === disabled)
      patchEntry(key, fromItem(answer.item))
  }
}

/** Takes an entry into the library and selects the next one to check. Answers with where it is, or null when it failed. */
export async function saveEntry(key: number): Promise<Entry['saved']> {
  const entry = findEntry(key)
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
    void refreshSuggestions()
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
