import type { Target } from './target.ts'
import { parsePeriod } from './time-words.ts'
import { comparableUnits, parseUnit } from './units.ts'

/** What each year must bring to reach a target from a result, with the sum as a reader writes it. */
export interface NeededGrowth {
  /** A yearly rate for totals, a yearly step in the unit for shares. */
  readonly kind: 'rate' | 'step'
  /** Percent a year, or the step in the target's unit (percentage points for percents). */
  readonly value: number
  readonly years: number
  /** (850÷620)^(1/5)-1≈6.51% */
  readonly sum: string
}

/** Units whose values grow by percent; shares, rates and ages move in steps. */
const GROWING = ['money', 'people', 'count', 'mass', 'area', 'length', 'volume', 'power', 'energy']

/** The newest result of a list by the year that it stands for, not later than `before`; the last one where two share a year. */
export function newestResult(targets: readonly Target[], before: number): Target | null {
  let newest: Target | null = null
  let year = Number.NEGATIVE_INFINITY
  for (const target of targets) {
    const at = parsePeriod(target.period)?.to
    if (target.kind !== 'actual' || target.measure !== 'level' || target.value === null || at === undefined) continue
    if (at < before && at >= year) {
      newest = target
      year = at
    }
  }
  return newest
}

/**
 * The growth a year that leads from a result to a target of the same indicator; null where the two cannot be compared, no year lies
 * between them, or the result is nothing to grow from. Both must be levels.
 */
export function neededGrowth(result: Target, target: Target): NeededGrowth | null {
  const from = parsePeriod(result.period)?.to
  const to = parsePeriod(target.period)?.to
  const unit = parseUnit(target.unit)
  const own = parseUnit(result.unit)
  if (result.value === null || target.value === null || from === undefined || to === undefined || to <= from)
    return null
  if (result.measure !== 'level' || target.measure !== 'level' || !comparableUnits(own, unit)) return null
  const base = Number(((result.value * own.factor) / unit.factor).toPrecision(12))
  const years = to - from
  return GROWING.includes(unit.kind) ? rate(base, target.value, years) : step(base, target.value, years, target.unit)
}

function rate(base: number, goal: number, years: number): NeededGrowth | null {
  if (base <= 0 || goal <= 0) return null
  const value = round(((goal / base) ** (1 / years) - 1) * 100)
  const root = years === 1 ? `${goal}÷${base}` : `(${goal}÷${base})^(1/${years})`
  return { kind: 'rate', value, years, sum: `${root}-1≈${value}%` }
}

function step(base: number, goal: number, years: number, unit: string): NeededGrowth {
  const value = round((goal - base) / years)
  const named = unit === '%' ? '个百分点' : unit
  return { kind: 'step', value, years, sum: `(${goal}-${base})÷${years}≈${value}${named}` }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
