import { isOfOnePlace } from '../../../../shared/targets/one-place.ts'
import { parseUnit } from '../../../../shared/targets/units.ts'
import { lineOf } from './line.ts'
import type { Matrix, MatrixPoint, MatrixRow, Progress } from './matrix.ts'

/** A value on the line of years; `point` is the figure that says it. */
export interface CoursePoint {
  readonly year: number
  readonly value: number
  readonly point: Pick<MatrixPoint, 'document' | 'target'>
}

/** The course of an indicator in one place: results, the figure to reach, the way still to go. */
export interface Course {
  readonly unit: string
  readonly actuals: readonly CoursePoint[]
  readonly targets: readonly (CoursePoint & { readonly point: MatrixPoint })[]
  /** A value a year, the last at the target; empty where nobody can say. */
  readonly way: readonly { readonly year: number; readonly value: number }[]
  /** The same results of other places of this level, by the first document that speaks of each. */
  readonly others: readonly { readonly document: number; readonly actuals: readonly CoursePoint[] }[]
}

/** Whose course is shown: that of the draft, else of the figure to reach, else of the last document that gives one. */
function leadOf(matrix: Matrix, { pace, progress, points }: MatrixRow): number {
  return matrix.draft ?? pace?.to.document ?? progress?.goal.document ?? points.at(-1)?.document ?? 0
}

/** The course of a row. Of a total over several years it is that of the years: what each brought, and what each has to bring. */
export function courseOf(matrix: Matrix, row: MatrixRow): Course {
  const { progress } = row
  const lead = leadOf(matrix, row)
  const isOwn = (document: number) => isOfOnePlace(matrix.documents[document], matrix.documents[lead])
  const unit = progress?.unit ?? row.unit
  const scale = parseUnit(row.unit).factor / parseUnit(unit).factor
  const scaled = (point: MatrixPoint) => ({ year: point.year, value: clean(point.value * scale), point })
  const own = row.points.filter(({ document }) => isOwn(document))
  const actuals = lineOf(own.filter(({ kind }) => kind === 'actual')).map(scaled)
  return {
    unit,
    actuals: progress ? withParts(actuals, progress) : actuals,
    targets: own.filter(({ kind }) => kind === 'target').map(scaled),
    way: progress ? wayOfTotal(progress) : wayOf(row),
    others: othersOf(matrix, row, lead, isOwn).map(({ document, points }) => ({
      document,
      actuals: points.map(scaled),
    })),
  }
}

function othersOf(matrix: Matrix, row: MatrixRow, lead: number, isOwn: (document: number) => boolean) {
  const places: { document: number; points: MatrixPoint[] }[] = []
  for (const point of row.points) {
    if (point.kind !== 'actual' || isOwn(point.document)) continue
    const at = (document: number) => matrix.documents[document]
    // A county's results and the nation's make no picture.
    if (at(point.document)?.level !== at(lead)?.level) continue
    const known = places.find(({ document }) => isOfOnePlace(at(document), at(point.document)))
    if (known) known.points.push(point)
    else places.push({ document: point.document, points: [point] })
  }
  return places.map(({ document, points }) => ({ document, points: lineOf(points) }))
}

/** A result of several years stands for each of them with its share. */
function withParts(actuals: readonly CoursePoint[], { parts, kind }: Progress): CoursePoint[] {
  const byYear = new Map<number, CoursePoint>()
  for (const { from, to, value, each, ...point } of parts) {
    const years = to - from + 1
    const factor = kind === 'fall' ? 1 - value / 100 : 1 + value / 100
    const share = kind === 'sum' ? value / years : Math.abs(factor ** (1 / years) - 1) * 100
    for (let year = from; year <= to; year += 1)
      byYear.set(year, { year, value: clean(each || years === 1 ? value : share), point })
  }
  for (const actual of actuals) byYear.set(actual.year, actual)
  return [...byYear.values()].sort((a, b) => a.year - b.year)
}

function wayOf({ pace }: MatrixRow): Course['way'] {
  if (!pace) return []
  const { from, to, needed, kind } = pace
  return Array.from({ length: to.year - from.year + 1 }, (_, years) => {
    const value = kind === 'rate' ? from.value * (1 + needed) ** years : from.value + needed * years
    return { year: from.year + years, value: Number(value.toPrecision(8)) }
  })
}

function wayOfTotal({ needed, to, years }: Progress): Course['way'] {
  if (needed === null || years === 0) return []
  return Array.from({ length: years }, (_, index) => ({ year: to - years + 1 + index, value: clean(needed) }))
}

/** Rounds what binary fractions add. */
function clean(value: number): number {
  return Number(value.toPrecision(10))
}
