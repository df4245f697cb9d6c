import { identityOf } from '../targets/identity.ts'
import type { Target } from '../targets/target.ts'
import { parsePeriod } from '../targets/time-words.ts'
import { comparableUnits, parseUnit } from '../targets/units.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** Percentage points that 左右 leaves room for, and that rounding to one decimal does. */
const AROUND_SLACK = 0.25
const ROUNDING_SLACK = 0.05
/** Plans round their totals (1343.6 to 1340); less than this is rounding. */
const ROUNDED = 0.01
/** A floor below what the growth gives is met anyway; only a gap of this size is worth a word. */
const LOW_FLOOR = 0.05
/** Shares do not grow by percent. */
const TOTALS = ['money', 'people', 'count', 'mass', 'area', 'length', 'power', 'energy', 'volume', 'ratio', 'number']

/** A base, a growth and a level that should meet. */
interface Sum {
  readonly base: Target
  readonly growth: Target
  readonly goal: Target
  readonly years: number
  /** The base grown by the rate, in the goal's unit. */
  readonly reached: number
  readonly least: number
  readonly most: number
}

/**
 * A yearly growth, the value before it and the value after it that do not meet: 1028亿元 in 2025, 5.5% a year, 1400亿元 in 2030.
 * Figures are taken as they stand; a growth at constant prices and a total at current ones may differ by the price level, so
 * the finding is a warning and shows the sum.
 */
export function checkGrowth({ targets }: DocumentSource): Finding[] {
  const byIndicator = new Map<string, Target[]>()
  for (const target of targets) {
    if (target.value === null || target.max !== null) continue
    const key = `${identityOf(target)}|${target.scope ?? ''}`
    byIndicator.set(key, [...(byIndicator.get(key) ?? []), target])
  }
  return [...byIndicator.values()].flatMap((group) => checkIndicator(group))
}

/** One finding an indicator and final year, that of the prose before that of the table. */
function checkIndicator(group: readonly Target[]): Finding[] {
  const ordered = [...group].sort(
    (a, b) => Number(a.inTable ?? false) - Number(b.inTable ?? false) || a.start - b.start,
  )
  const seen = new Set<string>()
  return sumsOf(ordered).flatMap((sum) => {
    const key = sum.goal.period
    const found = seen.has(key) ? null : judge(sum)
    if (found !== null) seen.add(key)
    return found ?? []
  })
}

function sumsOf(group: readonly Target[]): Sum[] {
  const levels = group.filter((target) => target.measure === 'level' && TOTALS.includes(parseUnit(target.unit).kind))
  return group.filter(isYearlyGrowth).flatMap((growth) => {
    const period = parsePeriod(growth.period)
    if (period === null) return []
    const from = period.from - 1
    const base = levels.find((level) => parsePeriod(level.period)?.to === from)
    const goals = levels.filter((level) => level.kind === 'target' && parsePeriod(level.period)?.to === period.to)
    return base === undefined ? [] : goals.flatMap((goal) => sumOf(base, growth, goal, period.to - from))
  })
}

/** 年均增长5.5%, or the growth of one year; 累计降低14% is no yearly rate. */
function isYearlyGrowth(target: Target): boolean {
  if (target.kind !== 'target' || target.measure !== 'growth' || target.unit !== '%') return false
  const period = parsePeriod(target.period)
  return period !== null && (period.from === period.to || /年均|每年|递增/.test(target.quote))
}

function sumOf(base: Target, growth: Target, goal: Target, years: number): Sum[] {
  const from = parseUnit(base.unit)
  const to = parseUnit(goal.unit)
  if (!comparableUnits(from, to) || base.value === null || growth.value === null) return []
  const start = (base.value * from.factor) / to.factor
  const sign = growth.direction === 'down' ? -1 : 1
  const grown = (rate: number): number => start * (1 + (sign * rate) / 100) ** years
  const slack = growth.bound === 'around' ? AROUND_SLACK : ROUNDING_SLACK
  const ends = [grown(growth.value - slack), grown(growth.value + slack)].sort((a, b) => a - b)
  const least = (ends[0] ?? 0) * (1 - ROUNDED)
  const most = growth.bound === 'at-least' && sign > 0 ? Number.POSITIVE_INFINITY : (ends[1] ?? 0) * (1 + ROUNDED)
  return [{ base, growth, goal, years, reached: grown(growth.value), least, most }]
}

function judge(sum: Sum): Finding | null {
  const { goal, least, most } = sum
  const value = goal.value ?? 0
  if (value > most && goal.bound !== 'at-most') return finding(sum, 'warning', '低于')
  const floor = goal.bound === 'at-least' ? 1 - LOW_FLOOR : 1
  return value < least * floor ? finding(sum, 'info', '高于') : null
}

function finding(sum: Sum, severity: Finding['severity'], relation: string): Finding {
  const { base, growth, goal, years, reached } = sum
  const name = goal.indicator
  const sign = growth.direction === 'down' ? '-' : '+'
  const power = years === 1 ? '' : `^${years}`
  const start = base.unit === goal.unit ? `${base.value}` : `${base.value}${base.unit}`
  const needed =
    ((goal.value ?? 0) / reached) ** (1 / years) * (1 + (Number(`${sign}1`) * (growth.value ?? 0)) / 100) - 1
  const rate = years === 1 ? '增长' : '年均增长'
  return {
    code: 'growth-mismatch',
    severity,
    message:
      `“${name}”的基数、增速与目标对不上：${start}×(1${sign}${growth.value}%)${power}≈${round(reached)}${goal.unit}，` +
      `${relation}目标 ${goal.value}${goal.unit}；达到该目标约需${rate} ${round(needed * 100)}%（按同一价格推算）。`,
    start: goal.start,
    end: goal.end,
    expected: round(reached),
    found: goal.value,
    related: [base, growth].map(({ start: from, end }) => ({ start: from, end })),
  }
}

/** Whole numbers from 1000 on, one decimal below. */
function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Math.round(value * 10) / 10
}
