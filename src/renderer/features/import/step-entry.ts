import { realEntries, selectEntry, useQueue } from './queue.ts'

/** Selects the file so many places further down the queue, as far as it goes. Answers with the one now selected. */
export function stepEntry(by: number): number | null {
  const { entries, selected } = useQueue.getState()
  const real = realEntries(entries)
  const place = real.findIndex(({ key }) => key === selected)
  const next = real[Math.min(real.length - 1, Math.max(0, place + by))]
  if (!next) return null
  selectEntry(next.key)
  return next.key
}
