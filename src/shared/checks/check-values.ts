import { identityOf } from '../targets/identity.ts'
import type { Target } from '../targets/target.ts'
import { parsePeriod } from '../targets/time-words.ts'
import { comparableUnits, parseUnit } from '../targets/units.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/**
 * The same indicator for the same period with two values in one document: twice in the prose (`inconsistent-value`), or in
 * the prose and in the indicator table (`table-mismatch`). Only indicators of the lexicon or of the table, with the same measure and
 * scope, said as a level or growth: tasks (新增100个) may well be several.
 */
export function checkValues({ text, targets }: DocumentSource): Finding[] {
  const tabled = new Set(targets.filter((target) => target.inTable === true).map(identityOf))
  const groups = new Map<string, Target[]>()
  const built: Target[] = []
  for (const target of targets) {
    if (target.kind !== 'target' || target.period === '' || isShare(text, target)) continue
    if (target.canonical === null && !tabled.has(identityOf(target))) continue
    if (target.measure !== 'addition') push(groups, keyOf(target, target.measure), target)
    else if (text.slice(Math.max(0, target.start - 3), target.start).endsWith('建成')) built.push(target)
  }
  for (const target of built) addBuilt(groups, target)
  return [...groups.values()].flatMap((group) => compareGroup(text, group))
}

/** Levels by their final year; growth by all of its years. */
function keyOf(target: Target, measure: Target['measure']): string {
  const period = measure === 'level' ? (parsePeriod(target.period)?.to ?? target.period) : target.period
  return [identityOf(target), measure, period, target.scope ?? '', target.direction ?? ''].join('|')
}

function push(groups: Map<string, Target[]>, key: string, target: Target): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [target])
  else group.push(target)
}

/** 建成120家 says a level where a level stated elsewhere is the same number; otherwise it may mean 120 more. */
function addBuilt(groups: ReadonlyMap<string, Target[]>, target: Target): void {
  const levels = groups.get(keyOf(target, 'level'))
  if (levels?.some((level) => !differs(level, target)) === true) levels.push(target)
}

/** Sums set aside come in parts: 安排特别国债3000亿元 says nothing against 发行特别国债1.3万亿元. */
function isShare(text: string, target: Target): boolean {
  const words = text.slice(Math.max(0, target.start - 6), target.end)
  return parseUnit(target.unit).kind === 'money' && /安排|发行|投入|用于|拿出/.test(words)
}

function compareGroup(text: string, group: readonly Target[]): Finding[] {
  const prose = group.filter((target) => target.inTable !== true).sort((a, b) => a.start - b.start)
  const table = group.filter((target) => target.inTable === true)
  const first = prose[0]
  if (first === undefined) return []
  const other = prose.find((target) => differs(first, target) && !sameSentence(text, first, target))
  if (other !== undefined) {
    const rest = group.filter((target) => target !== other && differs(other, target))
    return [conflict('inconsistent-value', first, other, rest)]
  }
  const row = table.find((target) => differs(first, target))
  return row === undefined ? [] : [conflict('table-mismatch', row, first, [row])]
}

function conflict(code: Finding['code'], one: Target, other: Target, rest: readonly Target[]): Finding {
  const where = code === 'table-mismatch' ? ['指标表为', '正文为'] : ['前文为', '后文为']
  return {
    code,
    severity: 'error',
    message: `“${other.indicator}”（${other.period}）前后不一致：${where[0]}${figure(one)}，${where[1]}${figure(other)}。`,
    start: other.start,
    end: other.end,
    expected: one.value,
    found: other.value,
    related: rest.map(({ start, end }) => ({ start, end })),
  }
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
