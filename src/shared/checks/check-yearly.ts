import { identityOf } from '../targets/identity.ts'
import type { Target } from '../targets/target.ts'
import { parsePeriod } from '../targets/time-words.ts'
import { comparableUnits, parseUnit } from '../targets/units.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'

/** Said before a figure of each year. */
const EACH_YEAR = /(?:每年|年均|年平均|平均每年)[^，。；]*$/
/** Shares of the total that rounding and 左右 leave room for. */
const ROUNDED = 0.02
const AROUND = 0.1
/** Percentage points by which compounded yearly rates may miss a rounded total. */
const POINTS = 0.6

interface Pair {
  readonly yearly: Target
  readonly total: Target
  readonly years: number
}

/**
 * Figures of each year against the total of their period: 每年新增25万人 and 五年新增100万人; one year that is more than all five;
 * 年均降低3% and 累计降低20%. Only of one indicator and scope, with the sum written out.
 */
export function checkYearly({ text, targets }: DocumentSource): Finding[] {
  const byIdentity = groupByIdentity(targets)
  const spans = targets.filter((target) => yearsOf(target) > 1 && target.value !== null && target.max === null)
  return spans
    .filter((target) => !isEachYear(text, target))
    .flatMap((total) => {
      const years = yearsOf(total)
      for (const other of byIdentity.get(identityOf(total)) ?? []) {
        const found = isOneMatter(other, total) ? judge(text, { yearly: other, total, years }) : null
        if (found !== null) return [found]
      }
      return []
    })
}

function groupByIdentity(targets: readonly Target[]): Map<string, Target[]> {
  const groups = new Map<string, Target[]>()
  for (const target of targets) {
    const identity = identityOf(target)
    const group = groups.get(identity)
    if (group === undefined) groups.set(identity, [target])
    else group.push(target)
  }
  return groups
}

function yearsOf({ period }: Target): number {
  const read = parsePeriod(period)
  return read === null ? 0 : read.to - read.from + 1
}

function isEachYear(text: string, target: Target): boolean {
  return (
    EACH_YEAR.test(text.slice(Math.max(0, target.start - 12), target.start)) ||
    EACH_YEAR.test(target.quote.replace(/\d.*$/, ''))
  )
}

function isOneMatter(other: Target, total: Target): boolean {
  return (
    other !== total &&
    other.kind === 'target' &&
    total.kind === 'target' &&
    other.value !== null &&
    other.max === null &&
    other.measure === total.measure &&
    other.direction === total.direction &&
    (other.scope ?? '') === (total.scope ?? '') &&
    comparableUnits(parseUnit(other.unit), parseUnit(total.unit))
  )
}

function judge(text: string, pair: Pair): Finding | null {
  const { yearly, total } = pair
  const within = isWithin(yearly, total)
  if (total.measure === 'addition') return within ? judgeAddition(pair, isEachYear(text, yearly)) : null
  if (total.measure !== 'growth' || total.unit !== '%' || yearly.unit !== '%') return null
  return isEachYear(text, yearly) && yearly.period === total.period && /累计|[五5]年|总计/.test(around(text, total))
    ? judgeRate(pair)
    : null
}

function around(text: string, { start, end }: Target): string {
  return text.slice(Math.max(0, start - 12), end)
}

function isWithin(yearly: Target, total: Target): boolean {
  const year = parsePeriod(yearly.period)
  const span = parsePeriod(total.period)
  return year !== null && span !== null && year.from >= span.from && year.to <= span.to
}

function judgeAddition({ yearly, total, years }: Pair, each: boolean): Finding | null {
  const part = inUnit(yearly, total)
  const whole = total.value ?? 0
  if (!each) {
    // One year may be most of the total, but no more than all of it.
    if (yearsOf(yearly) !== 1 || part <= whole * (1 + ROUNDED) || total.bound === 'at-least') return null
    return finding(
      { yearly, total, years },
      part,
      `${yearly.period}年一年 ${part}${total.unit}，已超过${total.period}年总数`,
    )
  }
  if (yearsOf(yearly) > 1 && yearsOf(yearly) !== years) return null
  const sum = clean(part * years)
  const slack = yearly.bound === 'around' || total.bound === 'around' ? AROUND : ROUNDED
  const over = sum > whole * (1 + slack) && total.bound !== 'at-least'
  const under = sum < whole * (1 - slack) && yearly.bound !== 'at-least'
  if (!over && !under) return null
  return finding({ yearly, total, years }, sum, `每年 ${part}${total.unit}×${years} 年=${sum}${total.unit}，与总数`)
}

function judgeRate({ yearly, total, years }: Pair): Finding | null {
  const sign = total.direction === 'down' ? -1 : 1
  const rate = (yearly.value ?? 0) / 100
  const sum = clean(Math.round(Math.abs((1 + sign * rate) ** years - 1) * 1000) / 10)
  const whole = total.value ?? 0
  const slack = POINTS + (yearly.bound === 'around' || total.bound === 'around' ? AROUND * whole : 0.05 * whole)
  if (Math.abs(sum - whole) <= slack) return null
  const mark = sign < 0 ? '-' : '+'
  return finding({ yearly, total, years }, sum, `(1${mark}${yearly.value}%)^${years} 合 ${sum}%，与总数`)
}

function inUnit(part: Target, whole: Target): number {
  return clean(((part.value ?? 0) * parseUnit(part.unit).factor) / parseUnit(whole.unit).factor)
}

function clean(value: number): number {
  return Number(value.toPrecision(10))
}

function finding({ yearly, total }: Pair, expected: number, sum: string): Finding {
  return {
    code: 'yearly-total',
    severity: 'warning',
    message: `“${total.indicator}”的年度数与${total.period}年总数对不上：${sum} ${total.value}${total.unit} 不符。`,
    start: yearly.start,
    end: yearly.end,
    expected,
    found: total.value,
    related: [{ start: total.start, end: total.end }],
  }
}
