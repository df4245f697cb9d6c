import type { MatrixPoint } from './matrix.ts'

/** One point a year: of several the one of the document that came last, which says first what it says for the whole year. */
export function lineOf(points: readonly MatrixPoint[]): MatrixPoint[] {
  const byYear = new Map<number, MatrixPoint>()
  for (const point of points) {
    const known = byYear.get(point.year)
    if (!known || known.document < point.document) byYear.set(point.year, point)
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year)
}
