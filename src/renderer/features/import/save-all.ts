import { api } from '../../lib/api.ts'
import { i18n } from '../../lib/i18n.ts'
import { offerUndo } from '../../lib/undo.ts'
import { askAgain, isPlain, saveEntry } from './check-entry.ts'
import { type Entry, findEntry, patchEntry, type Saved, useQueue } from './queue.ts'
import { readWaiting } from './read-queue.ts'

interface SavedEntry {
  readonly key: number
  readonly saved: Saved
}

/** Hides what was saved, newest first, and has what can be read again checked again. */
async function takeBack(done: readonly SavedEntry[]): Promise<void> {
  for (const { key, saved } of [...done].reverse()) {
    const { documentId, versionId, beforeVersionId, newDocument } = saved
    const versions = [versionId, ...(beforeVersionId === null ? [] : [beforeVersionId])]
    for (const each of newDocument ? [null] : versions)
      await api.invoke('library:remove', { documentId, versionId: each })
    backToQueue(key)
  }
  readWaiting()
}

function backToQueue(key: number): void {
  const entry = findEntry(key)
  if (!entry) return
  if (entry.source !== null)
    patchEntry(key, { state: 'waiting', importId: null, reading: null, saved: null, progress: null })
  // What main's own dialog brought cannot be read again from here.
  else useQueue.setState(({ entries }) => ({ entries: entries.filter((each) => each.key !== key) }))
}

/** Says what was taken into the library, and offers to take it back. */
export function offerTakingBack(done: readonly SavedEntry[]): void {
  const [only] = done
  if (!only) return
  const name = findEntry(only.key)?.name ?? ''
  const text = done.length === 1 ? i18n.t('import:doneOne', { name }) : i18n.t('import:done', { count: done.length })
  offerUndo(text, () => takeBack(done))
}

/** The entries that go into the library without being looked at. */
export function plainEntries(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(isPlain)
}

function nextPlain(tried: ReadonlySet<number>): Entry | undefined {
  return useQueue.getState().entries.find((entry) => !tried.has(entry.key) && isPlain(entry))
}

/**
 * Takes everything without warnings into the library, one after the other; what others before it made doubtful (the same
 * text twice in one batch) is left to be looked at. Answers with what was saved.
 */
export async function saveAllPlain(): Promise<readonly SavedEntry[]> {
  const done: SavedEntry[] = []
  const tried = new Set<number>()
  const total = plainEntries(useQueue.getState().entries).length
  useQueue.setState({ savingAll: { done: 0, total } })
  for (let entry = nextPlain(tried); entry && useQueue.getState().savingAll; entry = nextPlain(tried)) {
    tried.add(entry.key)
    await askAgain(entry.key, useQueue.getState().saves)
    const fresh = findEntry(entry.key)
    const saved = fresh && isPlain(fresh) ? await saveEntry(fresh.key) : null
    if (saved) done.push({ key: entry.key, saved })
    useQueue.setState(({ savingAll }) => ({
      savingAll: savingAll && { done: tried.size, total: Math.max(total, tried.size) },
    }))
  }
  useQueue.setState({ savingAll: null })
  return done
}

/** Stops after the one that is being saved. */
export function stopSavingAll(): void {
  useQueue.setState({ savingAll: null })
}
