import type { Period } from '../outline/document-facts.ts'
import type { Polarity } from './lexicon.ts'
import type { IndicatorSeries, SeriesDocument } from './series.ts'
import type { Target } from './target.ts'
import { parsePeriod } from './time-words.ts'
import { comparableUnits, parseUnit } from './units.ts'

/** A figure of a series on the line of years. */
export interface SeriesPoint {
  readonly year: number
  /** In the series' unit. */
  readonly value: number
  readonly kind: 'actual' | 'target'
  readonly document: number
  readonly target: Target
}

/** How fast an indicator has to move to its target, beside how fast it moved. */
export interface Pace {
  /** `rate`: compound, a share a year; `step`: the same difference each year, in the series' unit. */
  readonly kind: 'rate' | 'step'
  readonly from: SeriesPoint
  readonly to: SeriesPoint
  readonly needed: number
  /** The years behind: null where only one result is known. */
  readonly past: { readonly from: SeriesPoint; readonly to: SeriesPoint; readonly value: number } | null
  /** More than a twentieth faster than the years behind, in the direction that the target goes. */
  readonly tight: boolean
}

/** A target that asks for more than this many times the past pace is 偏紧. */
const TIGHT = 1.05

/** The points of a series in the order of years; results before targets. Only figures of a level: growth is no point on its line. */
export function pointsOf(series: IndicatorSeries, documents: readonly SeriesDocument[]): SeriesPoint[] {
  const unit = parseUnit(series.unit)
  const points = series.targets.flatMap((targets, document) =>
    targets.flatMap((target): SeriesPoint[] => {
      const own = documents[document]?.facts.period ?? null
      const year = yearOf(target, own)
      const from = parseUnit(target.unit)
      if (year === null || target.value === null || target.kind === 'qualitative' || target.measure !== series.measure)
        return []
      if (!comparableUnits(from, unit)) return []
      const value = from.text === unit.text ? target.value : clean((target.value * from.factor) / unit.factor)
      return [{ year, value, kind: target.kind, document, target }]
    }),
  )
  return points.sort((a, b) => a.year - b.year || a.kind.localeCompare(b.kind))
}

/**
 * The last year a figure speaks of. A result cannot lie in the years its own document sets out to plan: a report of 2026 that
 * names no year for what was reached speaks of 2025.
 */
function yearOf(target: Target, own: Period | null): number | null {
  const period = parsePeriod(target.period)
  const year = period?.to ?? own?.to ?? null
  if (target.kind !== 'actual' || own === null || year === null) return year
  return Math.min(year, own.from - 1)
}

/**
 * What is still needed to reach `goal` from the latest result before it: compound growth for amounts, a yearly step for shares,
 * ratios and whatever is not above zero. null without a result to start from.
 */
export function paceTo(
  goal: SeriesPoint,
  points: readonly SeriesPoint[],
  unit: string,
  polarity: Polarity,
): Pace | null {
  const results = latestByYear(points.filter((point) => point.kind === 'actual' && point.year < goal.year))
  const from = results.at(-1)
  if (!from) return null
  const first = results.find((point) => point.year < from.year)
  const kind = isShare(unit) || from.value <= 0 || goal.value <= 0 || (first?.value ?? 1) <= 0 ? 'step' : 'rate'
  const needed = perYear(kind, from, goal)
  const past = first ? { from: first, to: from, value: perYear(kind, first, from) } : null
  return { kind, from, to: goal, needed, past, tight: past !== null && isTight(needed, past.value, polarity) }
}

/** Shares and ratios move by points, not by per cent of themselves. */
function isShare(unit: string): boolean {
  const { kind } = parseUnit(unit)
  return kind === 'percent' || kind === 'points' || kind === 'ratio' || kind === 'time' || unit === ''
}

function perYear(kind: Pace['kind'], from: SeriesPoint, to: SeriesPoint): number {
  const years = to.year - from.year
  return kind === 'rate' ? clean((to.value / from.value) ** (1 / years) - 1) : clean((to.value - from.value) / years)
}

/** One result a year: the one of the document that came last; what that says first is of the whole year, and later a quarter or five years. */
function latestByYear(points: readonly SeriesPoint[]): SeriesPoint[] {
  const byYear = new Map<number, SeriesPoint>()
  for (const point of points) {
    const known = byYear.get(point.year)
    if (!known || known.document < point.document) byYear.set(point.year, point)
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year)
}

function isTight(needed: number, past: number, polarity: Polarity): boolean {
  const direction = polarity === 'none' ? Math.sign(needed) : polarity === 'up' ? 1 : -1
  const wanted = needed * direction
  return wanted > 0 && wanted > Math.max(0, past * direction) * TIGHT
}

/** Rounds what binary fractions add. */
function clean(value: number): number {
  return Number(value.toPrecision(10))
}
