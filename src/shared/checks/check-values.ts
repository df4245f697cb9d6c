import type { Target } from '../targets/target.ts'
import { comparableUnits, parseUnit } from '../targets/units.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/**
 * The same indicator for the same period with two values in one document. Only indicators of the lexicon, with the same
 * measure and scope, said as a level or growth: tasks (新增100个) may well be several.
 */
export function checkValues({ targets }: DocumentSource): Finding[] {
  const groups = new Map<string, Target[]>()
  for (const target of targets) {
    if (target.kind !== 'target' || target.canonical === null || target.measure === 'addition' || target.period === '')
      continue
    const key = [target.canonical, target.measure, target.period, target.scope ?? '', target.direction ?? ''].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [target])
    else group.push(target)
  }
  return [...groups.values()].flatMap(compareGroup)
}

function compareGroup(group: readonly Target[]): Finding[] {
  const [first, ...others] = group
  if (first === undefined) return []
  const other = others.find((target) => differs(first, target))
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
  if (a.indicator !== b.indicator && a.section.at(-1) === b.section.at(-1) && Math.abs(a.start - b.start) < 40)
    return false
  return Math.abs(a.value * from.factor - b.value * to.factor) > 1e-9 * Math.abs(a.value * from.factor)
}

function figure(target: Target): string {
  return `${target.value}${target.max === null ? '' : `—${target.max}`}${target.unit}`
}
