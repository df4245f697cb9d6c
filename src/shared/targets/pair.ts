import { Recall } from '../memory/recall.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { assignBest, type Candidate } from './assign.ts'
import { indexLexicon, type LexiconIndex } from './canonical.ts'
import { describeChange } from './change.ts'
import { foldChanges } from './fold-changes.ts'
import type { Lexicon, Polarity } from './lexicon.ts'
import { compareNames, type NameFeatures, nameFeatures } from './name-similarity.ts'
import { type PeriodRelation, relatePeriods } from './period-match.ts'
import { findRedefinitions } from './redefinitions.ts'
import type { Target } from './target.ts'
import type { TargetChange } from './target-change.ts'
import { comparableUnits, parseUnit, type Unit } from './units.ts'
import { areTooVague } from './vague-names.ts'

export interface TargetSide {
  readonly targets: readonly Target[]
  readonly facts: DocumentFacts
}

/**
 * Pairs the targets of two documents by what they measure, one to one, and says of each pair what changed. Results already
 * reached (`actual`) take no part. Changes stand in the order of the right document, dropped targets last, in the left's order.
 * `memory` spares judging pairs again that were judged before; it changes nothing in the result.
 */
export function pairTargets(
  left: TargetSide,
  right: TargetSide,
  lexicon: Lexicon,
  memory = new PairMemory(),
): TargetChange[] {
  const index = indexLexicon(lexicon)
  const lefts = left.targets.filter((target) => target.kind !== 'actual')
  const rights = right.targets.filter((target) => target.kind !== 'actual')
  const sides = { left, right, lefts, rights }
  const alike = assignBest(candidates(sides, memory))
  const redefined = assignBest(findRedefinitions(lefts, rights, alike))
  return foldChanges(changes(sides, [...alike, ...redefined], new Set(redefined), index))
}

interface Sides {
  readonly left: TargetSide
  readonly right: TargetSide
  readonly lefts: readonly Target[]
  readonly rights: readonly Target[]
}

/** Names must be at least this alike when the lexicon does not know them both. */
const LEAST_SIMILARITY = 0.6

/** A target with what every comparison needs of it, read once. */
interface Prepared {
  readonly target: Target
  readonly unit: Unit
  readonly name: NameFeatures
}

function prepare(target: Target): Prepared {
  return { target, unit: parseUnit(target.unit), name: nameFeatures(target.indicator) }
}

/** What is known of the targets of one left side: which of them each target of the right may be. */
export class PairMemory {
  #of: readonly Target[] | null = null
  #periods = ''
  lefts: readonly Prepared[] = []
  partners = new Recall<readonly Partner[]>()

  /** Begins a pairing; what is known of another left side or of other periods is forgotten. */
  begin({ left, right, lefts }: Sides): void {
    const periods = JSON.stringify([left.facts.period, right.facts.period])
    if (left.targets !== this.#of || periods !== this.#periods) {
      this.lefts = lefts.map(prepare)
      this.partners = new Recall()
    }
    this.#of = left.targets
    this.#periods = periods
    this.partners.endRound()
  }
}

/** A left target that a right one may be; `weight` without what their places add. */
interface Partner {
  readonly left: number
  readonly weight: number
}

function candidates(sides: Sides, memory: PairMemory): Candidate[] {
  memory.begin(sides)
  const found: Candidate[] = []
  sides.rights.forEach((target, right) => {
    for (const { left, weight } of memory.partners.get(keyOf(target), () => partnersOf(target, memory.lefts, sides)))
      found.push({ left, right, weight: weight + closeness(left, right, sides) })
  })
  return found.sort((a, b) => a.left - b.left || a.right - b.right)
}

function partnersOf(target: Target, lefts: readonly Prepared[], sides: Sides): Partner[] {
  const right = prepare(target)
  const weights = lefts.map((left, i) => ({ left: i, weight: pairWeight(left, right, sides) }))
  return weights.filter(({ weight }) => weight > 0)
}

/** All of a target that its weights depend on. */
function keyOf(target: Target): string {
  const { kind, indicator, canonical, value, unit, measure, period, scope, inTable, quote, section } = target
  return JSON.stringify([
    kind,
    indicator,
    canonical,
    value,
    unit,
    measure,
    period,
    scope,
    inTable,
    quote,
    section.at(-1),
  ])
}

/** 0 when the two cannot be one indicator; otherwise the more, the surer. */
function pairWeight(left: Prepared, right: Prepared, sides: Sides): number {
  const a = left.target
  const b = right.target
  if (a.kind !== b.kind || scopesDiffer(a, b)) return 0
  if (!comparableUnits(left.unit, right.unit)) return 0
  const identity = identityOf(left, right)
  if (a.measure !== b.measure && !isFlow(left, right, identity)) return 0
  if (identity < LEAST_SIMILARITY) return 0
  if (areTooVague(a, b)) return 0
  const relation = relatePeriods(a.period, b.period, sides.left.facts.period, sides.right.facts.period)
  const sameWords = a.quote === b.quote ? 0.3 : 0
  const sameSection = a.section.at(-1) === b.section.at(-1) ? 0.1 : 0
  const samePlace = a.inTable === b.inTable ? 0.5 : 0
  const alike = sameWords + sameSection + samePlace
  return 2 * identity + PERIOD_WEIGHT[relation] + alike + 0.3 * valueNearness(left, right)
}

/** 社会融资规模增量1万亿元 and 新增社会融资规模1万亿元: one known sum, once said as what it is, once as what is added. */
function isFlow(left: Prepared, right: Prepared, identity: number): boolean {
  const measures = [left.target.measure, right.target.measure]
  if (measures.includes('growth') || left.unit.kind !== 'money') return false
  return identity === 1 && valueNearness(left, right) >= LEAST_NEAR
}

/** A stock and what a year adds to it are seldom this near. */
const LEAST_NEAR = 0.7

const PERIOD_WEIGHT: Readonly<Record<PeriodRelation, number>> = { same: 2, corresponding: 2, unknown: 1, other: 0.2 }

function identityOf(left: Prepared, right: Prepared): number {
  const a = left.target.canonical
  const b = right.target.canonical
  if (a !== null && b !== null) return a === b ? 1 : 0
  return compareNames(left.name, right.name)
}

function scopesDiffer(a: Target, b: Target): boolean {
  return a.scope !== null && b.scope !== null && isBasis(a.scope) && isBasis(b.scope) && a.scope !== b.scope
}

/** Scopes that change what is counted; 全市 and 全省 only say whose figure it is. */
function isBasis(scope: string): boolean {
  return !scope.startsWith('全') && !scope.startsWith('我')
}

function valueNearness(left: Prepared, right: Prepared): number {
  const a = left.target.value
  const b = right.target.value
  if (a === null || b === null) return a === b ? 1 : 0
  const x = Math.abs(a * left.unit.factor)
  const y = Math.abs(b * right.unit.factor)
  return Math.max(x, y) === 0 ? 1 : Math.min(x, y) / Math.max(x, y)
}

/** Breaks ties by place, alike in both directions and never crossing. */
function closeness(i: number, j: number, sides: Sides): number {
  const distance = i / Math.max(1, sides.lefts.length) - j / Math.max(1, sides.rights.length)
  return 0.01 * (1 - distance * distance)
}

/** `mayBeRedefined` are the pairs that were not chosen for being one indicator; the others are. */
function changes(
  sides: Sides,
  chosen: readonly Candidate[],
  mayBeRedefined: ReadonlySet<Candidate>,
  index: LexiconIndex,
): TargetChange[] {
  const byRight = new Map(chosen.map((pair) => [pair.right, pair]))
  const kept = new Set(chosen.map((pair) => pair.left))
  const list = sides.rights.map((b, j) => {
    const pair = byRight.get(j)
    const a = pair === undefined ? null : (sides.lefts[pair.left] ?? null)
    const redefined = pair !== undefined && a !== null && mayBeRedefined.has(pair) && isRedefined(a, b)
    return describe(a, b, redefined, sides, index)
  })
  sides.lefts.forEach((a, i) => {
    if (!kept.has(i)) list.push(describe(a, null, false, sides, index))
  })
  return list
}

function describe(
  a: Target | null,
  b: Target | null,
  redefined: boolean,
  sides: Sides,
  index: LexiconIndex,
): TargetChange {
  const relation = relatePeriods(a?.period ?? '', b?.period ?? '', sides.left.facts.period, sides.right.facts.period)
  return describeChange(a, b, { relation, polarity: polarityOf(a, b, index), redefined })
}

function isRedefined(a: Target, b: Target): boolean {
  if (a.kind !== b.kind || a.measure !== b.measure || scopesDiffer(a, b)) return true
  if (!comparableUnits(parseUnit(a.unit), parseUnit(b.unit))) return true
  return identityOf(prepare(a), prepare(b)) < LEAST_SIMILARITY
}

function polarityOf(a: Target | null, b: Target | null, index: LexiconIndex): Polarity | null {
  const name = a?.canonical ?? b?.canonical
  return name === undefined || name === null ? null : (index.byCanonical.get(name)?.polarity ?? null)
}
