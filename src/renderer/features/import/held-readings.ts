import { api } from '../../lib/api.ts'
import type { Entry } from './queue.ts'

/** Readings taken out of the queue that main still keeps, so that taking out can be undone at once; by entry. */
const held = new Map<number, Entry>()
/** What main keeps counts against its limit of unsaved readings. */
const MAX_HELD = 20

/** Has main forget a reading that nobody wants any more. */
export function discardQuietly(importId: string | null): void {
  // Main forgets unsaved readings by itself when it closes: failing to say so early harms nobody.
  if (importId) api.invoke('import:discard', { importId }).catch(() => undefined)
}

/** Keeps the reading of an entry that is taken out; the oldest one kept gives way. */
export function holdReading(entry: Entry): void {
  held.set(entry.key, entry)
  for (const [key, oldest] of held) {
    if (held.size <= MAX_HELD) break
    held.delete(key)
    discardQuietly(oldest.importId)
  }
}

/** Gives a held reading back to its entry. Answers whether it was still there. */
export function takeHeld(key: number): boolean {
  return held.delete(key)
}

/** Has main forget what was taken out and can be read again, so that there is room for what comes. */
export function forgetHeld(): void {
  for (const [key, { source, importId }] of held) {
    if (source === null) continue
    held.delete(key)
    discardQuietly(importId)
  }
}
