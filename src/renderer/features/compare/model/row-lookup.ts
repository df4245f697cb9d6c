import type { DisplayRow } from './display-rows.ts'

export type Side = 'left' | 'right'

/** Finds the display row that holds an offset of one side: the last one that starts at or before it. null before the first. */
export function createRowLookup(rows: readonly DisplayRow[], side: Side): (offset: number) => number | null {
  const starts: number[] = []
  const indexes: number[] = []
  rows.forEach((row, index) => {
    const cell = row[side]
    if (!cell) return
    starts.push(cell.start)
    indexes.push(index)
  })
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low === 0 ? null : (indexes[low - 1] as number)
  }
}
