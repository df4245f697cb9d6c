import type { Range } from '../../../../shared/text/range.ts'

export interface MarkedRange<K extends string> extends Range {
  readonly kind: K
}
export interface Segment<K extends string> {
  readonly text: string
  readonly start: number
  readonly kinds: readonly K[]
}

/** Cuts a line at the edges of all marked ranges; each piece says which of them it stands in. The pieces join to the line. */
export function segmentLine<K extends string>(
  text: string,
  ranges: readonly MarkedRange<K>[],
  cuts: readonly number[] = [],
): readonly Segment<K>[] {
  const edges = new Set([0, text.length, ...cuts])
  for (const { start, end } of ranges) edges.add(start).add(end)
  const sorted = [...edges].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length
    const kinds = ranges.filter((range) => range.start <= start && end <= range.end).map(({ kind }) => kind)
    return { text: text.slice(start, end), start, kinds: [...new Set(kinds)] }
  })
}
