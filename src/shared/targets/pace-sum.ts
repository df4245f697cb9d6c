import type { Pace, SeriesPoint } from './pace.ts'

interface PaceFigures extends Pick<Pace, 'kind' | 'needed'> {
  readonly from: Pick<SeriesPoint, 'year' | 'value'>
  readonly to: Pick<SeriesPoint, 'year' | 'value'>
}

/**
 * The arithmetic behind a pace as a reader writes it: `(850÷620)^(1/5)-1≈6.51%` for compound growth, `(66-60.5)÷5≈1.1个百分点` for a
 * yearly step. `unit` is the series' unit.
 */
export function writePaceSum({ kind, from, to, needed }: PaceFigures, unit: string): string {
  const years = to.year - from.year
  if (kind === 'rate') {
    const quotient = years === 1 ? `${to.value}÷${from.value}` : `(${to.value}÷${from.value})^(1/${years})`
    return `${quotient}-1≈${twoPlaces(needed * 100)}%`
  }
  const named = unit === '%' ? '个百分点' : unit
  return `(${to.value}-${from.value})÷${years}≈${twoPlaces(needed)}${named}`
}

function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100
}
