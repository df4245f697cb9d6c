import { api } from '../../lib/api.ts'
import { i18n } from '../../lib/i18n.ts'
import { offerUndo } from '../../lib/undo.ts'
import { holdReading, takeHeld } from './held-readings.ts'
import { type Entry, isSettled, nextToCheck, useQueue } from './queue.ts'
import { readWaiting } from './read-queue.ts'

/** Has main stop reading, or keeps its reading for a while. */
function callOff(entry: Entry): void {
  const { state, importId } = entry
  if (state === 'reading' && importId) api.invoke('import:cancel', { importId }).catch(() => undefined)
  else if (state === 'ready') holdReading(entry)
}

/** The entry as it goes back into the queue; null when there is nothing left to read it from. */
function comeBack(entry: Entry): Entry | null {
  if (entry.state === 'ready' && takeHeld(entry.key)) return entry
  if (entry.state !== 'ready' && entry.state !== 'reading') return entry
  return entry.source === null ? null : { ...entry, state: 'waiting', importId: null, reading: null, progress: null }
}

/** Puts entries back where they stood. */
function putBack(taken: readonly Entry[], before: readonly Entry[]): void {
  const back = new Map(taken.flatMap((entry) => comeBack(entry) ?? []).map((entry) => [entry.key, entry]))
  useQueue.setState(({ entries, selected }) => {
    const now = new Map(entries.map((entry) => [entry.key, entry]))
    const old = before.flatMap(({ key }) => now.get(key) ?? back.get(key) ?? [])
    const known = new Set(before.map(({ key }) => key))
    const first = taken.find((entry) => back.has(entry.key) && !isSettled(entry))
    return {
      entries: [...old, ...entries.filter(({ key }) => !known.has(key))],
      selected: first?.key ?? selected,
    }
  })
  readWaiting()
}

/** Takes entries out: stops their reading, sets their text aside. What is in the library stays there. Can be undone. */
function takeOut(keys: ReadonlySet<number>): void {
  const before = useQueue.getState().entries
  const taken = before.filter(({ key }) => keys.has(key))
  for (const entry of taken) callOff(entry)
  useQueue.setState(({ entries, selected }) => {
    const rest = entries.filter(({ key }) => !keys.has(key))
    const gone = selected !== null && keys.has(selected)
    return { entries: rest, selected: gone ? nextToCheck(rest, before, selected) : selected }
  })
  readWaiting()
  const open = taken.filter((entry) => !isSettled(entry))
  const [only] = open
  if (!only) return
  const text =
    open.length === 1
      ? i18n.t('import:takenOut', { name: only.name })
      : i18n.t('import:takenOutMany', { count: open.length })
  offerUndo(text, async () => putBack(taken, before))
}

/** Takes one entry out. */
export function removeEntry(key: number): void {
  takeOut(new Set([key]))
}

/** Takes out everything that is not in the library, and forgets what is. */
export function clearQueue(): void {
  useQueue.setState({ savingAll: null })
  takeOut(new Set(useQueue.getState().entries.map(({ key }) => key)))
}
