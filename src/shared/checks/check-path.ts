import type { Period } from '../outline/document-facts.ts'
import type { Target } from '../targets/target.ts'
import { parsePeriod } from '../targets/time-words.ts'
import { parseUnit } from '../targets/units.ts'
import type { DocumentPair } from './check-against.ts'
import type { Finding } from './finding.ts'
import { figureOf, measuresSame, rounded, senseOf, valueIn } from './same-indicator.ts'

/** Points of growth, and share of the plan's rate, that one year may stay behind. */
const RATE_POINTS = 0.5
const RATE_SHARE = 0.1
/** Share of an even year's part that one year may stay behind. */
const EVEN_SHARE = 0.2
/** Share of a total, and of the step of one year, by which a level may miss its path. */
const TOTAL_SHARE = 0.02
const STEP_SHARE = 0.25
/** Shares are given to a tenth or two. */
const LEAST_STEP = 0.05

interface Judged {
  readonly own: Target
  readonly plan: Target
  readonly year: number
  readonly span: Period
}

/**
 * A year's targets that do not lie on the path to the plan's: growth below the yearly rate, additions below an even share, levels
 * below the way from the last result to the final year. Each finding says what the years left would have to bring.
 */
export function checkPath({ document, baseline, lexicon }: DocumentPair): Finding[] {
  const plans = baseline.targets.filter((target) => target.kind === 'target' && target.value !== null)
  const results = document.targets.filter((target) => target.kind === 'actual')
  const planResults = baseline.targets.filter((target) => target.kind === 'actual')
  return document.targets.flatMap((own) => {
    const year = parsePeriod(own.period)
    if (own.kind !== 'target' || own.value === null || year === null || year.from !== year.to) return []
    for (const plan of plans) {
      const span = parsePeriod(plan.period)
      if (span === null || !measuresSame(own, plan) || senseOf(plan, lexicon) === 0) continue
      const judged = { own, plan, year: year.to, span }
      const found = judge(judged, { results, planResults, text: baseline.text, sense: senseOf(plan, lexicon) })
      if (found !== null) return [found]
    }
    return []
  })
}

interface Beside {
  readonly results: readonly Target[]
  readonly planResults: readonly Target[]
  /** The plan's text. */
  readonly text: string
  readonly sense: number
}

function judge(judged: Judged, beside: Beside): Finding | null {
  const { own, span, year, plan } = judged
  if (own.measure === 'level') return judgeLevel(judged, beside)
  if (span.from === span.to || year < span.from || year > span.to || beside.sense < 0) return null
  if (own.measure === 'addition') return judgeAddition(judged)
  if (plan.unit !== '%' || own.unit !== '%') return null
  const isYearly = /年均|每年|递增/.test(beside.text.slice(Math.max(0, plan.start - 4), plan.end))
  return judgeRate(judged, isYearly)
}

/** 今年增长5%, the plan 年均增长6.5%; or 今年降低2%, the plan 五年降低14%. */
function judgeRate(judged: Judged, isYearly: boolean): Finding | null {
  const { own, plan, span } = judged
  const years = span.to - span.from + 1
  const sign = plan.direction === 'down' ? -1 : 1
  const grown = (rate: number, times: number): number => (1 + (sign * rate) / 100) ** times
  const whole = isYearly ? grown(plan.value ?? 0, years) : grown(plan.value ?? 0, 1)
  const even = sign * (whole ** (1 / years) - 1) * 100
  const rate = own.max ?? own.value ?? 0
  if (even - rate <= Math.max(RATE_POINTS, RATE_SHARE * even)) return null
  const rest = sign * ((whole / grown(rate, 1)) ** (1 / (years - 1)) - 1) * 100
  const mark = sign > 0 ? '+' : '-'
  const total = `(1${mark}${plan.value}%)${isYearly ? `^${years}` : ''}`
  const share = (quotient: string) => (sign > 0 ? `${quotient}-1` : `1-${quotient}`)
  const asked = isYearly
    ? `规划年均 ${figureOf(plan)}`
    : `规划 ${plan.period}年累计 ${figureOf(plan)}，合年均 ${share(`${total}^(1/${years})`)}≈${rounded(even)}%`
  const sum = share(`(${total}÷(1${mark}${rate}%))^(1/${years - 1})`)
  const message =
    `“${own.indicator}”${own.period}年 ${figureOf(own)}，${asked}；若按此执行，其余 ${years - 1} 年需年均 ` +
    `${sum}≈${rounded(rest)}%。`
  return finding(judged, message, rounded(even))
}

/** 今年新增10家, the plan 五年新增100家. */
function judgeAddition(judged: Judged): Finding | null {
  const { own, plan, span } = judged
  const years = span.to - span.from + 1
  const total = valueIn(plan, own)
  const even = total / years
  const value = own.max ?? own.value ?? 0
  if (value >= even * (1 - EVEN_SHARE)) return null
  const message =
    `“${own.indicator}”${own.period}年 ${figureOf(own)}，规划 ${plan.period}年 ${figureOf(plan)}，每年平均 ` +
    `${total}÷${years}=${rounded(even)}${own.unit}。`
  return finding(judged, message, rounded(even))
}

/** 2026年达到2.9%, on the way from 2.8% in 2025 to 3.5% in 2030. */
function judgeLevel(judged: Judged, beside: Beside): Finding | null {
  const { sense } = beside
  const { own, plan, year, span } = judged
  const goal = valueIn(plan, own)
  const value = sense > 0 ? (own.max ?? own.value ?? 0) : (own.value ?? 0)
  if (year === span.to) {
    const short = sense * (goal - value) > 1e-9 * Math.abs(goal)
    const message = `“${own.indicator}”${year}年目标 ${figureOf(own)}，没有达到规划的 ${figureOf(plan)}。`
    return short ? finding(judged, message, goal) : null
  }
  const base = baseOf(judged, beside)
  if (base === null || year > span.to) return null
  const start = valueIn(base.target, own)
  const way = (year - base.year) / (span.to - base.year)
  const isTotal = !['percent', 'ratio', 'points', 'time', 'number'].includes(parseUnit(own.unit).kind)
  const compounds = isTotal && start > 0 && goal > 0
  const due = compounds ? start * (goal / start) ** way : start + (goal - start) * way
  const step = Math.abs(goal - start) / (span.to - base.year)
  const slack = isTotal ? TOTAL_SHARE * due : Math.max(STEP_SHARE * step, LEAST_STEP)
  if (sense * (due - value) <= slack || sense * (goal - start) <= 0) return null
  const message =
    `“${own.indicator}”${year}年目标 ${figureOf(own)}，落后于规划进度：从 ${base.year}年 ${figureOf(base.target)} 到 ` +
    `${span.to}年 ${figureOf(plan)}，${year}年应约 ${writeWay(start, goal, [year - base.year, span.to - base.year], compounds)}` +
    `≈${rounded(due)}${own.unit}。`
  return finding(judged, message, rounded(due), base)
}

/** 700×(900÷700)^(1/3), or 2.3+(3-2.3)×1÷3: where a way of some years stands after a part of them. */
function writeWay(start: number, goal: number, [gone, all]: readonly [number, number], compounds: boolean): string {
  if (compounds) return `${start}×(${goal}÷${start})^(${gone}/${all})`
  return `${start}${goal < start ? '-' : '+'}${goal < start ? `(${start}-${goal})` : `(${goal}-${start})`}×${gone}÷${all}`
}

/** Where the way begins, and which of the two documents says so. */
interface Base {
  readonly target: Target
  readonly year: number
  readonly from: 'document' | 'baseline'
}

/** The newest result of the indicator before the year; the document's own before the plan's. */
function baseOf({ own, year }: Judged, { results, planResults }: Beside): Base | null {
  return newestOf(own, year, results, 'document') ?? newestOf(own, year, planResults, 'baseline')
}

function newestOf(own: Target, year: number, results: readonly Target[], from: Base['from']): Base | null {
  let newest: Base | null = null
  for (const target of results) {
    const at = parsePeriod(target.period)?.to
    if (at === undefined || at >= year || !measuresSame(own, target)) continue
    if (newest === null || at > newest.year) newest = { target, year: at, from }
  }
  return newest
}

function finding({ own, plan }: Judged, message: string, expected: number, base?: Base): Finding {
  return {
    code: 'off-path',
    severity: own.period === plan.period ? 'warning' : 'info',
    message,
    start: own.start,
    end: own.end,
    expected,
    found: own.max ?? own.value,
    related: base?.from === 'document' ? [base.target].map(({ start, end }) => ({ start, end })) : [],
    against: [plan, ...(base?.from === 'baseline' ? [base.target] : [])].map(({ start, end }) => ({ start, end })),
  }
}
