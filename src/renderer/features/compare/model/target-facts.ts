import { formatDelta, formatValue } from '../../../../shared/targets/format-value.ts'
import { STRENGTHS, type Target } from '../../../../shared/targets/target.ts'
import type { TargetChange, TargetChangeKind } from '../../../../shared/targets/target-change.ts'

/** Longest wording of a qualitative goal that a chip shows. */
const LONGEST_QUOTE = 16

/** The indicator's name: the lexicon's, or as the text writes it. */
export function nameOfTarget(change: TargetChange): string {
  const target = change.right ?? change.left
  return target?.canonical ?? target?.indicator ?? ''
}

/** Indicators that are a rate by their own name need no word that says so. */
const NAMES_RATE = /(?:增速|增长率|增幅|降幅|率|比重|占比|强度)$/u

/** What is measured of an indicator beside its level: by how many percent it grows or falls, by how many points, by how much. */
export type Movement = 'growth' | 'decline' | 'points' | 'increase'

/** The name with what is measured of it (地区生产总值增速), as chips and lists show it; `words` says it in the reader's language. */
export function titleOfTarget(change: TargetChange, words: (movement: Movement, name: string) => string): string {
  const name = nameOfTarget(change)
  const target = change.right ?? change.left
  if (!target || target.measure === 'level') return name
  if (target.measure === 'addition') return `${doneTo(target)}${name}`
  return NAMES_RATE.test(name) && target.direction !== 'down' ? name : words(movementOf(target), name)
}

/** What is done to counted things, as the text says it: 更新 of 更新汽车50万辆; nothing where a list shares its verb, or the lexicon has a name. */
function doneTo({ canonical, indicator, quote }: Target): string {
  const before = canonical === null ? quote.slice(0, Math.max(0, quote.indexOf(indicator))) : ''
  return DONE.test(before) ? before : ''
}

const DONE = /^[\u4e00-\u9fff]{2,4}$/u

function movementOf({ unit, direction }: Target): Movement {
  if (unit.includes('百分点')) return 'points'
  if (/^[%％‰]$/u.test(unit)) return direction === 'down' ? 'decline' : 'growth'
  return 'increase'
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text
}

/** The words of a goal without a number, without the indicator that stands beside them: 高于全省平均水平. */
function wordingOf({ quote, indicator }: Target): string {
  const rest = quote.replace(/^[—\s]+/u, '')
  return rest.startsWith(indicator) && rest.length > indicator.length ? rest.slice(indicator.length) : rest
}

/** A target's figure for a chip: short, with unit and bound. */
export function figureOf(target: Target): string {
  return shorten(target.value === null ? wordingOf(target) : formatValue(target))
}

function sharesUnit(left: Target, right: Target): boolean {
  return (
    left.unit === right.unit &&
    !/^[%％‰]?$/.test(left.unit) &&
    left.bound === right.bound &&
    left.value !== null &&
    right.value !== null &&
    left.max === null &&
    right.max === null
  )
}

/** Old and new figure of a pair as a chip shows them: `16` → `18` `件`, but `3.2%` → `3%以上`. */
export function figuresOfPair(left: Target, right: Target): { before: string; after: string; unit: string } {
  if (sharesUnit(left, right)) return { before: String(left.value), after: String(right.value), unit: right.unit }
  return { before: figureOf(left), after: figureOf(right), unit: '' }
}

/** All that changed about a target, the gravest first: 约束性↔预期性 before anything else. */
const SEVERITY: readonly TargetChangeKind[] = [
  'reattributed',
  'dropped',
  'lowered',
  'raised',
  'redefined',
  'weaker',
  'stronger',
  'rescheduled',
  'added',
]

/** The verdicts on a change, gravest first, each once. */
export function verdictsOf(change: TargetChange): TargetChangeKind[] {
  const kinds = new Set([change.change, ...change.also])
  return SEVERITY.filter((kind) => kinds.has(kind))
}

/** The difference in words (`−0.2 个百分点`), or null without two comparable numbers. */
export function differenceOf(change: TargetChange): string | null {
  if (!change.delta || !change.left || change.delta.absolute === 0) return null
  return formatDelta(change.delta.absolute, change.left.unit)
}

export const FACT_FIELDS = ['value', 'strength', 'attribute', 'bound', 'period', 'scope'] as const
export type FactField = (typeof FACT_FIELDS)[number]

export interface TargetFact {
  readonly field: FactField
  readonly left: string | null
  readonly right: string | null
  readonly same: boolean
  /** The verdict this field bears, when it differs. */
  readonly verdict: TargetChangeKind | null
}

/** Words for the values of a target's fields, in the reader's language. */
export interface TargetWords {
  readonly strength: (strength: Target['strength']) => string
  readonly attribute: (attribute: NonNullable<Target['attribute']>) => string
  readonly bound: (bound: Target['bound']) => string
  readonly period: (period: string) => string
}

function plainFigure(target: Target): string {
  if (target.value === null) return shorten(wordingOf(target))
  return `${target.value}${target.max === null ? '' : `–${target.max}`}${target.unit}`
}

function readField(target: Target, field: FactField, words: TargetWords): string | null {
  switch (field) {
    case 'value':
      return plainFigure(target)
    case 'strength':
      return words.strength(target.strength)
    case 'attribute':
      return target.attribute && words.attribute(target.attribute)
    case 'bound':
      return words.bound(target.bound)
    case 'period':
      return target.period === '' ? null : words.period(target.period)
    case 'scope':
      return target.scope
  }
}

const VERDICTS: Readonly<Record<Exclude<FactField, 'strength' | 'bound'>, readonly TargetChangeKind[]>> = {
  value: ['raised', 'lowered'],
  attribute: ['reattributed'],
  period: ['rescheduled'],
  scope: ['redefined'],
}

/** What the verb alone says of a pair: 确保 > 达到 > 力争 > 探索. */
function verdictOnStrength({ left, right }: TargetChange): 'stronger' | 'weaker' | null {
  if (!left || !right || left.strength === right.strength) return null
  return STRENGTHS.indexOf(right.strength) < STRENGTHS.indexOf(left.strength) ? 'stronger' : 'weaker'
}

/** Whether 增强 or 减弱 comes from 以上, 左右 and the like rather than from the verb. */
export function comesFromBound(change: TargetChange, kind: TargetChangeKind): boolean {
  const { left, right } = change
  if ((kind !== 'stronger' && kind !== 'weaker') || !left || !right || left.bound === right.bound) return false
  return verdictOnStrength(change) !== kind
}

function verdictOnField(change: TargetChange, field: FactField): TargetChangeKind | null {
  const kinds = verdictsOf(change)
  if (field === 'strength') {
    const verdict = verdictOnStrength(change)
    return verdict !== null && kinds.includes(verdict) ? verdict : null
  }
  if (field === 'bound') return kinds.find((kind) => comesFromBound(change, kind)) ?? null
  return VERDICTS[field].find((kind) => kinds.includes(kind)) ?? null
}

/** The comparison of a pair field by field; one side alone gives its fields against nothing. Fields that neither side states are left out. */
export function factsOf(change: TargetChange, words: TargetWords): TargetFact[] {
  return FACT_FIELDS.flatMap((field) => {
    const left = change.left && readField(change.left, field, words)
    const right = change.right && readField(change.right, field, words)
    if (left === null && right === null) return []
    const same = left === right
    return [{ field, left, right, same, verdict: same ? null : verdictOnField(change, field) }]
  })
}
