import type { Target } from '../../../../shared/targets/target.ts'
import { comparableUnits, parseUnit } from '../../../../shared/targets/units.ts'

/** A figure on the scale of all: `at` is 0 to 1, null where it cannot be held against the draft's (no number, another kind of unit or measure). */
export interface ScaledFigure<Key> {
  readonly key: Key
  readonly target: Target
  readonly at: number | null
}

/** Lays figures of one indicator on a scale from the smallest to the largest, in the unit of `now`, the draft's. */
export function figureScale<Key>(
  figures: readonly { readonly key: Key; readonly target: Target }[],
  now: Target,
): ScaledFigure<Key>[] {
  const values = figures.map(({ target }) => valueIn(target, now))
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return figures.map(({ key, target }, index) => {
    const value = values[index] ?? null
    return { key, target, at: value === null ? null : high === low ? 0.5 : (value - low) / (high - low) }
  })
}

/** A target's figure in the unit of another; null where the two cannot be compared. */
function valueIn(target: Target, now: Target): number | null {
  if (target.value === null || now.value === null || target.measure !== now.measure) return null
  const [unit, own] = [parseUnit(target.unit), parseUnit(now.unit)]
  return comparableUnits(unit, own) ? (target.value * unit.factor) / own.factor : null
}
