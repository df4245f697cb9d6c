import { writeSeenPlaces } from '../units/fold.ts'
import type { Unit } from '../units/unit.ts'

/** Where a unit of the row begins and ends in the key, where its label ends there, and its range in the canonical text. */
export interface Part {
  readonly from: number
  readonly labelTo: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly isTableRow: boolean
}

/**
 * One side of a row as it is compared: the keys of its units one behind the other. Indexes into it are called places;
 * `starts` leads from a place to the canonical text.
 */
export interface RowText {
  readonly key: string
  readonly starts: Int32Array
  readonly parts: readonly Part[]
}

/** Stands for a unit that has no visible character at all. */
const NOTHING = '\u0000'

/** The text of one side of a row, from its units in order. */
export function toRowText(text: string, units: readonly Unit[]): RowText {
  const starts = new Int32Array(units.reduce((sum, { start, end }) => sum + end - start + 1, 0))
  const parts: Part[] = []
  let key = ''
  for (const unit of units) {
    const from = key.length
    const labelTo = from + unit.labelKey.length
    key += unit.fullKey
    writeSeenPlaces(text, unit.start, unit.end, starts, from)
    if (key.length === from) {
      key += NOTHING
      starts[from] = unit.start
    }
    const { start, end, kind } = unit
    parts.push({ from, labelTo, to: key.length, start, end, isTableRow: kind === 'table-row' })
  }
  return { key, starts, parts }
}

/** Ranges of the canonical text for the places `from`–`to`, one for each unit they touch. Blanks belong to what precedes them. */
export function toSpans(row: RowText, from: number, to: number): { from: number; span: [number, number] }[] {
  const spans: { from: number; span: [number, number] }[] = []
  for (let i = partAt(row, from); i < row.parts.length; i += 1) {
    const part = row.parts[i]
    if (!part || part.from >= to) break
    const first = Math.max(from, part.from)
    const last = Math.min(to, part.to)
    if (first >= last) continue
    const start = first === part.from ? part.start : (row.starts[first] ?? part.start)
    const end = last === part.to ? part.end : (row.starts[last] ?? part.end)
    spans.push({ from: first, span: [start, end] })
  }
  return spans
}

/** The first part that ends behind a place. */
export function partAt({ parts }: RowText, place: number): number {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.to ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}
