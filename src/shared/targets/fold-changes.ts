import { nameKey } from './canonical.ts'
import { relatePeriods } from './period-match.ts'
import type { Target } from './target.ts'
import type { TargetChange, TargetChangeKind } from './target-change.ts'
import { comparableUnits, parseUnit } from './units.ts'

/**
 * A target that a plan states in its prose and again in its table changes in both: that is one change. The one of the prose
 * stays and says where else it stands; the table's is left out.
 */
export function foldChanges(changes: readonly TargetChange[]): TargetChange[] {
  const inTable = changes.filter(isOfTable)
  if (inTable.length === 0) return [...changes]
  const folded = new Set<TargetChange>()
  const kept = changes.map((change) => {
    const twins = isOfTable(change) ? [] : inTable.filter((twin) => !folded.has(twin) && statesSame(change, twin))
    for (const twin of twins) folded.add(twin)
    return twins.length === 0 ? change : withTwins(change, twins)
  })
  return kept.filter((change) => !folded.has(change))
}

function isOfTable(change: TargetChange): boolean {
  return (change.right ?? change.left)?.inTable === true
}

function statesSame(prose: TargetChange, table: TargetChange): boolean {
  return (
    prose.change === table.change && sameStatement(prose.left, table.left) && sameStatement(prose.right, table.right)
  )
}

function sameStatement(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null) return a === b
  if (nameOf(a) !== nameOf(b) || (a.measure === 'growth') !== (b.measure === 'growth') || a.kind !== b.kind)
    return false
  const from = parseUnit(a.unit)
  const to = parseUnit(b.unit)
  const sameValue =
    a.value === null || b.value === null
      ? a.value === b.value
      : comparableUnits(from, to) &&
        Math.abs(a.value * from.factor - b.value * to.factor) <= 1e-9 * Math.abs(a.value * from.factor)
  return sameValue && a.max === b.max && relatePeriods(a.period, b.period, null, null) === 'same'
}

function nameOf(target: Target): string {
  return target.canonical ?? nameKey(target.indicator)
}

function withTwins(change: TargetChange, twins: readonly TargetChange[]): TargetChange {
  const also = new Set<TargetChangeKind>([...change.also, ...twins.flatMap((twin) => twin.also)])
  const place = (target: Target | null): { start: number; end: number } | null =>
    target === null ? null : { start: target.start, end: target.end }
  return {
    ...change,
    also: [...also],
    alsoAt: twins.map((twin) => ({ left: place(twin.left), right: place(twin.right) })),
  }
}
