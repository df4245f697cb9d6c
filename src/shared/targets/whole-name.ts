import { clauseStart } from './clauses.ts'
import { completeName } from './elliptic.ts'
import { type Head, leadingObject, stripHead } from './head.ts'
import type { Place } from './place.ts'

/** Sums that flow in a year and say whose they are by the subject before the verb. */
export const FLOW = /(?:增加值|总?产值|总值|收入|利润|税收|总额|(?:销售|营业|零售|交易|贸易|进出口)额)$/
const FLOW_ALONE =
  /^(?:增加值|总?产值|(?:营业|总|主营业务|销售)?收入|利润(?:总额)?|税收|(?:销售|营业|零售|交易|贸易|进出口)额)$/

/** 非公有制经济实现增加值189亿元: 非公有制经济增加值; '' for all other names. */
function flowOf({ text, from }: Place, { start, verb }: Head, own: string): string {
  if (!FLOW_ALONE.test(own) || verb === null || !/^(?:实现|完成)$/.test(verb)) return ''
  const subject = stripHead(text, from, start)
  const words = text.slice(subject.start, text.lastIndexOf(verb, start)).replace(/(?:预计|全年|累计|共)+$/, '')
  const longest = words.endsWith('分别') ? 60 : 16
  return /^[\u4e00-\u9fff、“”]{2,}$/.test(words) && words.length <= longest ? words + own : ''
}

/** 中心城60分钟可达毗邻城市: what is reached in the time belongs to the name; '' for all other names. */
function reachOf({ text, quantity, clause }: Place, own: string): string {
  if (quantity.kind !== 'time' || own === '') return ''
  const reached = /^(?:可达|直达|通达|到达|互达)[^、，；]{0,10}/.exec(text.slice(quantity.end, clause.end))
  return reached === null ? '' : own + reached[0]
}

/** 投资3000万元实施管网改造: 管网改造投资; '' for all other names. */
function investmentOf({ text, from, quantity }: Place, own: string): string {
  if (quantity.kind !== 'money' || own === '' || own.endsWith('投资')) return ''
  const head = stripHead(text, from, quantity.start)
  return /^投资[超逾约近]?$/.test(text.slice(head.start, quantity.start)) ? `${own}投资` : ''
}

/** 实施省重点项目100个，完成投资80亿元; 推进重大工程建设，完成投资20亿元: whose investment it is, as said right before. */
function investedIn(place: Place, own: string): string {
  if (own !== '投资' || place.quantity.kind !== 'money') return ''
  const { text, sentence, clause, carry } = place
  const counted = carry?.quantity.kind === 'count' ? carry.indicator : ''
  const before = clauseStart(text, clause.start - 1, sentence.start)
  const head = stripHead(text, before, Math.max(before, clause.start - 1))
  const object = leadingObject(text, head)
  const said =
    counted !== '' ? counted : object === null ? '' : text.slice(object.start, object.end).replace(/建设$/, '')
  return /^[^，、\d]{2,12}(?:项目|工程)$/.test(said) ? said + own : ''
}

/** The whole name of what `own` names in short: whose sum it is, what is reached, or which indicator it is a side of. */
export function wholeName(place: Place, found: Head, own: string): string {
  return (
    flowOf(place, found, own) ||
    reachOf(place, own) ||
    investmentOf(place, own) ||
    investedIn(place, own) ||
    completeName(own, place.carry?.indicator)
  )
}
