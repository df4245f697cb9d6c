import { identityOf } from '../targets/identity.ts'
import { relatePeriods } from '../targets/period-match.ts'
import type { Target } from '../targets/target.ts'
import { parseUnit } from '../targets/units.ts'
import type { DocumentPair } from './check-against.ts'
import type { Finding } from './finding.ts'
import { figureOf, measuresSame, senseOf, valueIn } from './same-indicator.ts'

/** What can be compared between a county and its province: shares, rates, points and values per head; totals cannot. */
const INTENSIVE = ['percent', 'points', 'ratio', 'multiple', 'time']
const PER_HEAD = /人均|每[百千万]|单位|率$|比重|占比|强度|系数/

/** Values of the plan above that this document does not meet, by the indicator's polarity. */
export function checkUpper({ document, baseline, lexicon }: DocumentPair): Finding[] {
  const uppers = baseline.targets.filter((target) => target.kind === 'target' && target.value !== null)
  const told = new Set<string>()
  return document.targets.flatMap((own) => {
    if (own.kind !== 'target' || own.value === null || !isIntensive(own)) return []
    const upper = uppers.find((target) => measuresSame(own, target) && isSameTime(own, target))
    if (upper === undefined || isMet(own, upper, senseOf(upper, lexicon))) return []
    // Prose and table say the same; it is told once.
    const key = `${identityOf(own)} ${own.measure} ${own.period}`
    if (told.has(key)) return []
    told.add(key)
    return [finding(own, upper)]
  })
}

/** Levels by their final year; growth by the very years. */
function isSameTime(own: Target, upper: Target): boolean {
  if (own.measure !== 'level') return own.period === upper.period
  return relatePeriods(upper.period, own.period, null, null) === 'same'
}

function isIntensive(target: Target): boolean {
  if (!INTENSIVE.includes(parseUnit(target.unit).kind)) return PER_HEAD.test(target.canonical ?? target.indicator)
  // 翻一番 of a total is asked of each alike, its growth too.
  return true
}

function isMet(own: Target, upper: Target, sense: number): boolean {
  if (sense === 0) return true
  const value = sense > 0 ? valueIn(own, upper) : inUnit(own.max ?? own.value ?? 0, own, upper)
  const asked = sense > 0 ? (upper.value ?? 0) : (upper.max ?? upper.value ?? 0)
  const tolerance = 1e-9 * Math.max(1, Math.abs(asked))
  return sense > 0 ? value >= asked - tolerance : value <= asked + tolerance
}

function inUnit(value: number, own: Target, upper: Target): number {
  return (value * parseUnit(own.unit).factor) / parseUnit(upper.unit).factor
}

function finding(own: Target, upper: Target): Finding {
  const binding = upper.attribute === 'binding'
  const kind = binding ? '（约束性指标）' : ''
  const [mine, asked] = [valueIn(own, upper), upper.value ?? 0]
  const gap = Number(Math.abs(mine - asked).toPrecision(6))
  const sum = `${Math.max(mine, asked)}-${Math.min(mine, asked)}=${gap}${upper.unit === '%' ? '个百分点' : upper.unit}`
  return {
    code: 'upper-unmet',
    severity: binding ? 'error' : 'warning',
    message: `“${own.indicator}”（${own.period}）没有达到上级规划${kind}：本文 ${figureOf(own)}，上级 ${figureOf(upper)}，相差 ${sum}。`,
    start: own.start,
    end: own.end,
    expected: upper.value,
    found: own.value,
    related: [],
    against: [{ start: upper.start, end: upper.end }],
  }
}
