import type { Place, Read } from './place.ts'
import { isCounted } from './place.ts'
import type { Quantity } from './quantities.ts'
import type { Tail } from './tail.ts'
import { FLOW } from './whole-name.ts'
import { GROWTH_NAMES } from './words/name-words.ts'

type Measured = Pick<Read, 'measure' | 'direction'>
export const LEVEL: Measured = { measure: 'level', direction: null }

/** 每季度召开一次: a rate of meetings, not one meeting more. */
export function isFrequency({ text, clause, quantity }: Place): boolean {
  return (
    /[次场期]$/.test(quantity.unit) && /每[年月周季天日]度?[^，]{0,10}$/.test(text.slice(clause.start, quantity.start))
  )
}

export function measureOf(quantity: Quantity, verb: string | null, indicator: string, tail: Tail): Measured {
  if (GROWTH_NAMES.test(indicator) || quantity.kind === 'points' || quantity.form === 'multiple')
    return { measure: 'growth', direction: /降|减/.test(indicator) ? 'down' : 'up' }
  // 新增抽排能力10万立方米/小时
  if (quantity.kind === 'ratio' && verb !== null && /^(?:新增|净增|增加)/.test(verb))
    return { measure: 'addition', direction: null }
  if (!isCounted(quantity)) return LEVEL
  // 落实150万亩永久基本农田保护任务: what is kept, not what is added.
  if (quantity.kind === 'area' && /^(?:永久)?(?:基本农田|耕地)/.test(indicator) && !/建|增|开发|垦/.test(verb ?? ''))
    return LEVEL
  if (verb === null && quantity.kind === 'money' && !indicator.includes('新增')) return LEVEL
  if (verb === null)
    return {
      measure:
        /(?:落户|脱贫)$|扩招|招录|新增|新建|改造|建设|培训|帮扶/.test(indicator) ||
        (tail.level && tail.start > 0 && /提供|开展/.test(indicator))
          ? 'addition'
          : 'level',
      direction: null,
    }
  if (/^(?:实现|完成)$/.test(verb) && FLOW.test(indicator)) return LEVEL
  if (/减|压/.test(verb)) return { measure: 'growth', direction: 'down' }
  // 增加基金10亿元: a sum by which something grows; 新增 is what a year adds.
  if (verb === '增加' && (quantity.kind === 'money' || /(?:能力|容量|规模)$/.test(indicator)))
    return { measure: 'growth', direction: 'up' }
  return { measure: isBudget(verb, quantity) ? 'level' : 'addition', direction: null }
}

/** Sums set aside are a level (安排50亿元); sums spent on building are work done (完成投资). */
function isBudget(verb: string, quantity: Quantity): boolean {
  return quantity.kind === 'money' && !/完成|新增|增加|争取|引|拿出|签|到位|发放|筹/.test(verb)
}
