import { compareGoalWords } from './goal-words.ts'
import type { Polarity } from './lexicon.ts'
import type { PeriodRelation } from './period-match.ts'
import type { Bound, Strength, Target } from './target.ts'
import type { Ambition, TargetChange, TargetChangeKind } from './target-change.ts'
import { comparableUnits, parseUnit } from './units.ts'

/** What classifying a pair needs to know beside the targets. */
export interface PairFacts {
  readonly relation: PeriodRelation
  readonly polarity: Polarity | null
  /** Another unit kind, measure, scope or base. */
  readonly redefined: boolean
}

const STRENGTH_RANK: Readonly<Record<Strength, number>> = { must: 3, firm: 2, aim: 1, explore: 0 }

/** Describes a pair, or a target without partner. */
export function describeChange(left: Target | null, right: Target | null, facts: PairFacts): TargetChange {
  if (left === null) return { change: 'added', also: [], ambition: 'stricter', left, right, delta: null }
  if (right === null) return { change: 'dropped', also: [], ambition: 'looser', left, right, delta: null }
  const kinds = changeKinds(left, right, facts)
  const [change = 'same', ...also] = kinds
  return {
    change,
    also,
    ambition: ambitionOf(change, left, right, facts),
    left,
    right,
    delta: facts.redefined ? null : deltaOf(left, right),
  }
}

/** All kinds that apply, in the order in which the first one names the change. */
function changeKinds(left: Target, right: Target, facts: PairFacts): TargetChangeKind[] {
  const kinds: TargetChangeKind[] = []
  if (facts.redefined) kinds.push('redefined')
  const direction = facts.redefined ? 0 : compareValues(left, right)
  if (direction !== 0) kinds.push(direction > 0 ? 'raised' : 'lowered')
  if (left.attribute !== right.attribute && left.attribute !== null && right.attribute !== null)
    kinds.push('reattributed')
  const bound = facts.redefined ? 0 : strengthOfBounds(left, right)
  const verb = STRENGTH_RANK[right.strength] - STRENGTH_RANK[left.strength]
  if (bound > 0 || verb > 0) kinds.push('stronger')
  if (bound < 0 || verb < 0) kinds.push('weaker')
  // The bound says more than the verb: 达到72%左右 → 力争达到72% is first of all stronger.
  if (bound < 0 && verb > 0) kinds.push(...kinds.splice(kinds.indexOf('stronger'), 1))
  if (facts.relation === 'other') kinds.push('rescheduled')
  return kinds
}

/** Positive when the right number is higher; a range by its lower, then its upper end; units converted. */
function compareValues(left: Target, right: Target): number {
  const delta = deltaOf(left, right)
  if (delta === null) return 0
  if (delta.absolute !== 0) return delta.absolute
  const upperLeft = left.max ?? left.value ?? 0
  const upperRight = right.max === null ? (right.value ?? 0) : right.max
  const factor = parseUnit(right.unit).factor / parseUnit(left.unit).factor
  return clean(upperRight * factor - upperLeft)
}

function deltaOf(left: Target, right: Target): { absolute: number; relative: number | null } | null {
  if (left.value === null || right.value === null) return null
  const from = parseUnit(left.unit)
  const to = parseUnit(right.unit)
  if (!comparableUnits(from, to)) return null
  const converted = from.text === to.text ? right.value : (right.value * to.factor) / from.factor
  const absolute = clean(converted - left.value)
  return { absolute, relative: left.value === 0 ? null : clean(absolute / left.value) }
}

/** Rounds what binary fractions add: 3 - 2.4 is 0.6. */
function clean(value: number): number {
  return Number(value.toPrecision(10))
}

function strengthOfBounds(left: Target, right: Target): number {
  if (left.kind !== right.kind) return 0
  return left.value === null ? compareGoalWords(left.quote, right.quote) : compareBounds(left.bound, right.bound)
}

/** Losing 以上 or 以内 is weaker, losing 左右 stronger; a range says its bounds by its ends. */
function compareBounds(left: Bound, right: Bound): number {
  if (left === 'range' || right === 'range') return 0
  return boundRank(right) - boundRank(left)
}

function boundRank(bound: Bound): number {
  if (bound === 'around') return 0
  return bound === 'at-least' || bound === 'at-most' ? 2 : 1
}

function ambitionOf(change: TargetChangeKind, left: Target, right: Target, facts: PairFacts): Ambition {
  if (change === 'stronger') return 'stricter'
  if (change === 'weaker') return 'looser'
  if (change === 'reattributed') return right.attribute === 'binding' ? 'stricter' : 'looser'
  // A number for another year does not say whether more is asked.
  if ((change !== 'raised' && change !== 'lowered') || facts.relation === 'other') return 'neutral'
  const sense = senseOf(left, right, facts.polarity)
  if (sense === 0) return 'neutral'
  return (change === 'raised') === sense > 0 ? 'stricter' : 'looser'
}

/** 1 when a higher number asks for more, -1 when a lower one does, 0 when neither can be said. */
function senseOf(left: Target, right: Target, polarity: Polarity | null): number {
  if (left.measure === 'growth' && left.direction === 'down' && right.direction === 'down') return 1
  if (polarity === 'up') return 1
  if (polarity === 'down') return -1
  if (left.bound === 'at-most' && right.bound === 'at-most') return -1
  if (polarity === 'none') return 0
  if (left.measure === 'addition' || left.bound === 'at-least' || right.bound === 'at-least') return 1
  return 0
}
