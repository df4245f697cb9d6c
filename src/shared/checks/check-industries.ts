import { identityOf } from '../targets/identity.ts'
import type { Target } from '../targets/target.ts'
import type { DocumentSource } from './document-source.ts'
import type { Finding } from './finding.ts'
import { cleanSum, roundingSlack, writtenSum } from './round-sum.ts'

const WHOLE = '地区生产总值'
const PARTS = ['第一产业增加值', '第二产业增加值', '第三产业增加值']
/** Characters within which the three stand behind the whole: one passage, one area. */
const NEAR = 300

/** The added values of the three industries against the product they make up, where one passage gives all four. */
export function checkIndustries({ targets }: DocumentSource): Finding[] {
  const levels = targets.filter((target) => target.measure === 'level' && target.value !== null && target.max === null)
  return levels.filter((target) => identityOf(target) === WHOLE).flatMap((whole) => checkWhole(whole, levels))
}

function checkWhole(whole: Target, levels: readonly Target[]): Finding[] {
  const parts = PARTS.flatMap(
    (name) => levels.find((target) => identityOf(target) === name && belongs(target, whole)) ?? [],
  )
  if (parts.length < PARTS.length) return []
  const values = parts.map((part) => part.value ?? 0)
  const sum = cleanSum(values)
  const total = whole.value ?? 0
  if (Math.abs(sum - total) <= roundingSlack([...values, total])) return []
  return [
    {
      code: 'sum-mismatch',
      severity: 'warning',
      message: `三次产业增加值之和与${whole.indicator}不符：${writtenSum(values)}=${sum}${whole.unit}，文中为 ${total}${whole.unit}。`,
      start: whole.start,
      end: whole.end,
      expected: sum,
      found: total,
      related: parts.map(({ start, end }) => ({ start, end })),
    },
  ]
}

function belongs(part: Target, whole: Target): boolean {
  const distance = part.start - whole.end
  return (
    distance >= 0 &&
    distance < NEAR &&
    part.kind === whole.kind &&
    part.period === whole.period &&
    part.unit === whole.unit &&
    part.bound === 'exact' &&
    whole.bound === 'exact'
  )
}
