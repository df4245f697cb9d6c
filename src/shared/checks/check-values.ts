import type { Target } from '../targets/target.ts'
import { comparableUnits, parseUnit } from '../targets/units.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/**
 * The same indicator for the same period with two values in one document. Only indicators of the lexicon, with the same
 * measure and scope, said as a level or growth: tasks (新增100个) may well be several.
 */
export function checkValues({ text, targets }: DocumentSource): Finding[] {
  const groups = new Map<string, Target[]>()
  for (const target of targets) {
    if (isShare(target)) continue
    if (target.kind !== 'target' || target.canonical === null || target.measure === 'addition' || target.period === '')
      continue
    const key = [target.canonical, target.measure, target.period, target.scope ?? '', target.direction ?? ''].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [target])
    else group.push(target)
  }
  return [...groups.values()].flatMap((group) => compareGroup(text, group))
}

/** Sums set aside come in parts: 安排特别国债3000亿元 says nothing against 发行特别国债1.3万亿元. */
function isShare(target: Target): boolean {
  return parseUnit(target.unit).kind === 'money' && /安排|发行|投入|用于|拿出/.test(target.quote)
}

function compareGroup(text: string, group: readonly Target[]): Finding[] {
  const [first, ...others] = group
  if (first === undefined) return []
  const other = others.find((target) => differs(first, target) && !sameSentence(text, first, target))
  if (other === undefined) return []
  return [
    {
      code: 'inconsistent-value',
      severity: 'error',
      message: `“${first.canonical ?? first.indicator}”（${first.period}）前后不一致：前文为${figure(first)}，后文为${figure(other)}。`,
      start: other.start,
      end: other.end,
      expected: first.value,
      found: other.value,
      related: [{ start: first.start, end: first.end }],
    },
  ]
}

function differs(a: Target, b: Target): boolean {
  const from = parseUnit(a.unit)
  const to = parseUnit(b.unit)
  if (a.value === null || b.value === null || !comparableUnits(from, to)) return false
  return Math.abs(a.value * from.factor - b.value * to.factor) > 1e-9 * Math.abs(a.value * from.factor)
}

/** Two values in one sentence are told apart there (城乡居民收入分别增长5%、6%). */
function sameSentence(text: string, a: Target, b: Target): boolean {
  return !/[。！？\n]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))
}

function figure(target: Target): string {
  return `${target.value}${target.max === null ? '' : `—${target.max}`}${target.unit}`
}
