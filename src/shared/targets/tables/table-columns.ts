import type { Period } from '../../outline/document-facts.ts'
import { parseChineseNumber } from '../../text/chinese-number.ts'
import { planPeriod } from '../time-words.ts'

/** What the figures of a column are: the value before the plan, the value to reach, a yearly rate, a sum over the years. */
export type ValueKind = 'base' | 'goal' | 'yearly' | 'total'

export type Column =
  | { readonly role: 'number' | 'category' | 'name' | 'unit' | 'attribute' | 'other' }
  | {
      readonly role: 'value'
      readonly kind: ValueKind
      readonly period: Period | null
      /** The heading says growth: 年均增长, 增速. */
      readonly growth: boolean
    }

const PLAIN_ROLES: readonly (readonly [RegExp, 'number' | 'category' | 'name' | 'unit' | 'attribute'])[] = [
  [/^(?:序号?|编号|号|No\.?)$/i, 'number'],
  [/(?:属性|性质|指标类型|指标类别)$/, 'attribute'],
  [/^(?:计量|指标)?单位$/, 'unit'],
  [
    /^(?:(?:主要|具体|核心|监测|评价|预期|发展)*(?:指标|指标名称|目标指标|目标名称|指标内容)|名称|项目|指标项|类别指标)$/,
    'name',
  ],
  [/^(?:类别|分类|领域|类型|维度|一级指标|指标分类|方面)$/, 'category'],
]
const BASE = /基期|现状|实际|基数|基准|完成(?!目标)|实绩|现值|执行/
const GOAL = /目标|预期|计划|规划|任务|指标值/
const YEARLY = /年均|年递增|每年/
const TOTAL = /累计|合计|总计|五年/

/** What the heading of a column says of its cells. `own` is the document's period. */
export function readColumn(heading: string, own: Period | null): Column {
  const text = heading.replace(/[（(][^（）()]*[）)]$/, '')
  for (const [pattern, role] of PLAIN_ROLES) if (pattern.test(text)) return { role }
  const kind = valueKind(heading, own)
  if (kind === null) return { role: 'other' }
  return { role: 'value', kind, period: valuePeriod(heading, kind, own), growth: /增长|增速|增幅|递增/.test(heading) }
}

function valueKind(text: string, own: Period | null): ValueKind | null {
  if (/责任|单位|部门|备注|说明|来源|进度|时限/.test(text)) return null
  const year = yearIn(text)
  const past = year !== null && own !== null && year < own.from
  if (YEARLY.test(text)) return past ? 'base' : 'yearly'
  if (BASE.test(text) && !GOAL.test(text)) return 'base'
  if (TOTAL.test(text)) return past ? 'base' : 'total'
  if (year !== null) return past ? 'base' : 'goal'
  return GOAL.test(text) ? 'goal' : null
}

function valuePeriod(text: string, kind: ValueKind, own: Period | null): Period | null {
  const year = yearIn(text)
  if (year !== null) return { from: year, to: year }
  const ordinal = parseChineseNumber(/“?(十[一二三四五六七八九]?)五”?/.exec(text)?.[1] ?? '')
  const named = ordinal === null ? own : planPeriod(ordinal)
  if (named === null || kind === 'yearly' || kind === 'total') return named
  if (kind === 'base') return { from: named.from - 1, to: named.from - 1 }
  return { from: named.to, to: named.to }
}

function yearIn(text: string): number | null {
  const found = /(?:19|20)\d\d(?=年|[^\d]|$)/.exec(text)
  return found === null ? null : Number(found[0])
}

/** Whether the headings are those of an indicator table: a name, and figures to reach. */
export function isIndicatorHeader(columns: readonly Column[]): boolean {
  const names = columns.filter((column) => column.role === 'name').length
  return names === 1 && columns.some((column) => column.role === 'value' && column.kind !== 'base')
}
