import { lineOf } from '../model/line.ts'
import type { Matrix, MatrixPoint, MatrixRow } from '../model/matrix.ts'

/** A figure of the chart with the document that says it. */
export interface ChartPoint extends MatrixPoint {
  readonly source: string
  /** Of the pair under comparison. */
  readonly role: 'baseline' | 'draft' | null
}

/** What the chart draws, and its table lists. */
export interface ChartModel {
  readonly actuals: readonly ChartPoint[]
  readonly targets: readonly ChartPoint[]
  /** The way still to go, a value a year. */
  readonly needed: readonly { readonly year: number; readonly value: number }[]
  readonly from: number
  readonly to: number
}

/** null where no figure stands on a year. */
export function chartModel(matrix: Matrix, row: MatrixRow, nameOf: (document: number) => string): ChartModel | null {
  if (row.points.length === 0) return null
  const name = (point: MatrixPoint): ChartPoint => ({
    ...point,
    source: nameOf(point.document),
    role: point.document === matrix.draft ? 'draft' : point.document === matrix.baseline ? 'baseline' : null,
  })
  const targets = new Map<string, ChartPoint>()
  for (const point of row.points)
    if (point.kind === 'target') {
      // The same figure in several documents is one mark; the draft's counts.
      const key = `${point.year} ${point.value}`
      const named = name(point)
      if (named.role === 'draft' || !targets.has(key)) targets.set(key, named)
    }
  const years = row.points.map(({ year }) => year)
  return {
    actuals: lineOf(row.points.filter(({ kind }) => kind === 'actual')).map(name),
    targets: [...targets.values()],
    needed: wayOf(row),
    from: Math.min(...years),
    to: Math.max(...years),
  }
}

function wayOf({ pace }: MatrixRow): { year: number; value: number }[] {
  if (!pace) return []
  const { from, to, needed, kind } = pace
  return Array.from({ length: to.year - from.year + 1 }, (_, years) => {
    const value = kind === 'rate' ? from.value * (1 + needed) ** years : from.value + needed * years
    return { year: from.year + years, value: Number(value.toPrecision(8)) }
  })
}
