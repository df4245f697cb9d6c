import { completeName } from './elliptic.ts'
import { actionVerbBefore, findObject, type Head, isOnlyVerb, leadingObject, stripHead } from './head.ts'
import { doneBehind, hasPredicate, nounAfter } from './noun-after.ts'
import type { Phrase } from './phrase.ts'
import { isCounted, type Place, type Read, trimName } from './place.ts'
import type { Quantity } from './quantities.ts'
import { isShareOfThings } from './refuse.ts'
import { splitNames } from './split-names.ts'
import type { Tail } from './tail.ts'
import { topicOf } from './topic.ts'
import { comparableUnits, parseUnit } from './units.ts'
import { GROWTH_NAMES } from './words/name-words.ts'

/** Whose or which, before a number whose noun follows: 完成全省1000所学校…, 落实省定20项民心工程. */
const NO_NAME =
  /^(?:全?[国省市县区]|[省市县]定|(?:国家|[省市县])级|中心城区|最后|面向.{2,4}|重点面向.{2,4}|各类|全部|每[个县乡村]?.{0,8}|.{2,}等)$/

/** [verb][noun]number or [verb]number[noun]: 新增国家高新企业40家, 改造3000个行政村村道; lists share the verb. */
export function readObject(place: Place): Read | null {
  const { text, tail, from, joined, carry, quantity, followed } = place
  const found = objectBefore(place)
  const partOf = text.startsWith('其中', from)
  const inherited = joined || goesOn(place) ? carry : partOf && !exceedsWhole(place) ? carry : null
  const noun = text.slice(found.start, found.end)
  const isScope = followed && NO_NAME.test(noun)
  const shared = isShareOfThings(text, place)
  const isBefore = noun !== '' && !isScope && !shared && !/[等的各]/.test(text.charAt(quantity.start - 1))
  const span = isBefore ? found : followed ? nounAfter(text, place) : null
  const name = span === null ? null : trimName(text, span)
  const own = name === null ? '' : text.slice(name.start, name.end)
  // 为80万名职工提供培训: the counted people are served, which is an addition.
  const serves = followed && /^[为对向给]$/.test(text.slice(from, quantity.start))
  const done = isBefore ? '' : doneBehind(text, place)
  const nominal = isBefore && found.verb === null ? actionVerbBefore(text, found.start, found.end) : ''
  const verb =
    found.verb ?? inherited?.verb ?? (tail.done ? '完成' : serves || improves(place) ? '服务' : done || nominal || null)
  const waiting = own === '' && joined ? (carry?.names[0] ?? carry?.indicator ?? '') : ''
  const indicator =
    flowOf(place, found, own) ||
    reachOf(place, own) ||
    completeName(own, carry?.indicator) ||
    waiting ||
    (verb === null ? '' : topicOf(place))
  if (indicator === '') return null
  const shares = inherited !== null && found.verb === null && (isCounted(quantity) || inherited.measure === 'growth')
  const said = shares ? inherited : measureOf(quantity, verb, indicator, tail)
  const { measure, direction } = isFrequency(place) ? LEVEL : said
  const names = tail.respectively || own.includes('分别') ? splitNames(indicator, place.numbers) : []
  const left = names.length > 0 ? names.slice(1) : waiting === '' ? [] : (carry?.names.slice(1) ?? [])
  return {
    indicator: names[0] ?? indicator,
    name: own === '' ? null : name,
    measure,
    direction,
    evidence: shares || names.length > 1 ? 'list' : shared ? 'predicate' : evidenceOf(place, verb, own),
    scope: found.scope,
    carry: {
      indicator,
      measure,
      direction,
      verb,
      names: left,
      group: carry?.group ?? null,
      scope: found.scope,
      quantity,
    },
  }
}

/** Sums that flow in a year and say whose they are by the subject before the verb. */
const FLOW = /(?:增加值|总?产值|总值|收入|利润|税收|总额|(?:销售|营业|零售|交易|贸易|进出口)额)$/
const FLOW_ALONE =
  /^(?:增加值|总?产值|(?:营业|总|主营业务|销售)?收入|利润(?:总额)?|税收|(?:销售|营业|零售|交易|贸易|进出口)额)$/

/** 非公有制经济实现增加值189亿元: 非公有制经济增加值; '' for all other names. */
function flowOf({ text, from }: Place, { start, verb }: Head, own: string): string {
  if (!FLOW_ALONE.test(own) || verb === null || !/^(?:实现|完成)$/.test(verb)) return ''
  const subject = stripHead(text, from, start)
  const words = text.slice(subject.start, text.lastIndexOf(verb, start)).replace(/(?:预计|全年|累计|共)+$/, '')
  return /^[\u4e00-\u9fff、“”]{2,16}$/.test(words) ? words + own : ''
}

/** 中心城60分钟可达毗邻城市: what is reached in the time belongs to the name; '' for all other names. */
function reachOf({ text, quantity, clause }: Place, own: string): string {
  if (quantity.kind !== 'time' || own === '') return ''
  const reached = /^(?:可达|直达|通达|到达|互达)[^、，；]{0,10}/.exec(text.slice(quantity.end, clause.end))
  return reached === null ? '' : own + reached[0]
}

/** 打造3—5个千万级单品，10—20个百万级单品: a clause that begins with its number goes on with the verb before. */
function goesOn(place: Place): boolean {
  const { text, from, quantity, clause, tail, carry, followed } = place
  if (carry?.measure !== 'addition' || carry.verb === null || !followed || !isCounted(quantity)) return false
  if (hasPredicate(text, place)) return false
  return from === clause.start && stripHead(text, from, tail.start).start >= tail.start
}

/** 增加353人，其中城镇人口258266人: what is larger than the whole is no part of it. */
function exceedsWhole({ quantity, carry }: Place): boolean {
  if (carry === null) return false
  const part = parseUnit(quantity.unit)
  const whole = parseUnit(carry.quantity.unit)
  return comparableUnits(part, whole) && quantity.value * part.factor > carry.quantity.value * whole.factor
}

/** 从失业保险基金结余中拿出1000亿元: the fund is what the sum is of. */
const SPENT = /^([^，]{2,})中(拿出|安排|列支|提取)$/

/** 提高6000万农村人口供水保障水平: so many get more of what stands behind. */
export function improves({ text, from, quantity, clause }: Place): boolean {
  const before = text.slice(stripHead(text, from, quantity.start).start, quantity.start)
  const behind = text.slice(quantity.end, clause.end)
  return /^(?:提高|提升|改善|增强|保障)$/.test(before) && /(?:水平|能力|待遇|质量|条件|状况)$/.test(behind)
}

/** The noun before the number, behind its verb; a name of the lexicon stays whole (城镇新增就业). */
function objectBefore({ text, from, tail, quantity, followed, isKnown }: Place): Head {
  const end = isOnlyVerb(text, from, quantity.start) ? quantity.start : tail.start
  const whole = stripHead(text, from, end)
  if (!isCounted(quantity)) {
    // 完成50%以上搬迁保留村面貌提升: a share of the noun behind.
    if (followed && isOnlyVerb(text, whole.start, end))
      return { ...whole, start: end, verb: text.slice(whole.start, end) }
    return leadingObject(text, whole) ?? whole
  }
  const found = findObject(text, from, end)
  const spent = SPENT.exec(text.slice(whole.start, end))
  if (spent !== null) return { ...whole, end: whole.start + (spent[1] ?? '').length, verb: spent[2] ?? null }
  const last = followed ? actionVerbBefore(text, whole.start, end) : ''
  // 利用边角地块建设40个口袋公园, 试点建设5个中心: the verb at the number takes the noun behind it.
  const object = text.slice(found.start, found.end)
  const namesNothing = found.verb === null || /^[每各]/.test(object) || isOnlyVerb(text, found.start, found.end)
  if (last !== '' && namesNothing) return { start: end, end, verb: last, scope: found.scope }
  return found.verb !== null && isKnown(text.slice(whole.start, whole.end)) ? { ...whole, verb: found.verb } : found
}

function evidenceOf(place: Place, verb: string | null, own: string): Phrase['evidence'] {
  if (verb !== null) return 'action'
  if (place.tail.level || place.tail.bound !== null) return 'predicate'
  const behind = place.text.slice(place.quantity.end, place.clause.end)
  const before = place.text.slice(place.from, place.quantity.start)
  if (own !== '' && /^(?:力争|争取|确保|实现){1,2}/.test(before)) return 'predicate'
  if (own !== '' && /^(?:提供|覆盖|落实|实现|达到|完成|.{2,10}提供|可达|直达|通达|到达|互达)/.test(behind))
    return 'action'
  return 'noun'
}

type Measured = Pick<Read, 'measure' | 'direction'>
const LEVEL: Measured = { measure: 'level', direction: null }

/** 每季度召开一次: a rate of meetings, not one meeting more. */
function isFrequency({ text, clause, quantity }: Place): boolean {
  return (
    /[次场期]$/.test(quantity.unit) && /每[年月周季天日]度?[^，]{0,10}$/.test(text.slice(clause.start, quantity.start))
  )
}

function measureOf(quantity: Quantity, verb: string | null, indicator: string, tail: Tail): Measured {
  if (GROWTH_NAMES.test(indicator) || quantity.kind === 'points' || quantity.form === 'multiple')
    return { measure: 'growth', direction: /降|减/.test(indicator) ? 'down' : 'up' }
  if (!isCounted(quantity)) return LEVEL
  if (verb === null)
    return {
      measure:
        /扩招|招录|新增|新建|改造|建设|培训|帮扶/.test(indicator) ||
        (tail.level && tail.start > 0 && /提供|开展/.test(indicator))
          ? 'addition'
          : 'level',
      direction: null,
    }
  if (/^(?:实现|完成)$/.test(verb) && FLOW.test(indicator)) return LEVEL
  if (/减|压/.test(verb)) return { measure: 'growth', direction: 'down' }
  return { measure: isBudget(verb, quantity) ? 'level' : 'addition', direction: null }
}

/** Sums set aside are a level (安排50亿元); sums spent on building are work done (完成投资). */
function isBudget(verb: string, quantity: Quantity): boolean {
  return quantity.kind === 'money' && !/完成|新增|增加|争取|引|拿出|签|到位|发放|筹/.test(verb)
}
