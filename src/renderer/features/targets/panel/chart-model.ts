import { type Course, type CoursePoint, courseOf } from '../model/course.ts'
import type { Matrix, MatrixRow } from '../model/matrix.ts'

/** A figure of the chart with the document that says it. */
export interface ChartPoint extends CoursePoint {
  readonly source: string
  /** Of the pair under comparison. */
  readonly role: 'baseline' | 'draft' | null
}

/** What the chart draws, and its table lists. */
export interface ChartModel {
  readonly unit: string
  readonly actuals: readonly ChartPoint[]
  readonly targets: readonly ChartPoint[]
  /** The way still to go, a value a year. */
  readonly needed: Course['way']
  /** Results of other places, each a line of its own. */
  readonly others: readonly { readonly place: string; readonly actuals: readonly ChartPoint[] }[]
  readonly from: number
  readonly to: number
}

/** null where no figure stands on a year. */
export function chartModel(matrix: Matrix, row: MatrixRow, nameOf: (document: number) => string): ChartModel | null {
  const course = courseOf(matrix, row)
  const name = (each: CoursePoint): ChartPoint => ({
    ...each,
    source: nameOf(each.point.document),
    role: each.point.document === matrix.draft ? 'draft' : each.point.document === matrix.baseline ? 'baseline' : null,
  })
  const targets = new Map<string, ChartPoint>()
  for (const point of course.targets) {
    // The same figure in several documents is one mark; the draft's counts.
    const key = `${point.year} ${point.value}`
    const named = name(point)
    if (named.role === 'draft' || !targets.has(key)) targets.set(key, named)
  }
  const others = course.others.map(({ document, actuals }) => ({
    place: matrix.documents[document]?.region ?? '',
    actuals: actuals.map(name),
  }))
  const drawn = [...course.actuals, ...course.targets, ...course.way, ...others.flatMap(({ actuals }) => actuals)]
  const years = drawn.map(({ year }) => year)
  if (years.length === 0) return null
  return {
    unit: course.unit,
    actuals: course.actuals.map(name),
    targets: [...targets.values()],
    needed: course.way,
    others,
    from: Math.min(...years),
    to: Math.max(...years),
  }
}
