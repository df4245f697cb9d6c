import type { Target } from '../../../../shared/targets/target.ts'
import { comparableUnits, parseUnit } from '../../../../shared/targets/units.ts'

/**
 * Where figures of one indicator stand between the smallest (0) and the largest (1), in the unit of `now`, the draft's; null for
 * one that cannot be held against it: no number, another kind of unit, another measure.
 */
export function figureScale(targets: readonly Target[], now: Target): (number | null)[] {
  const values = targets.map((target) => valueIn(target, now))
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return values.map((value) => (value === null ? null : high === low ? 0.5 : (value - low) / (high - low)))
}

/** A target's figure in the unit of another. */
function valueIn(target: Target, now: Target): number | null {
  if (target.value === null || now.value === null || target.measure !== now.measure) return null
  const [unit, own] = [parseUnit(target.unit), parseUnit(now.unit)]
  return comparableUnits(unit, own) ? (target.value * unit.factor) / own.factor : null
}
