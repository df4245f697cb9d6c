import { actionVerbBefore, findObject, type Head, isOnlyVerb, leadingObject, stripHead } from './head.ts'
import { isCounted, type Place } from './place.ts'

/** 从失业保险基金结余中拿出1000亿元: the fund is what the sum is of. */
const SPENT = /^([^，]{2,})中(拿出|安排|列支|提取)$/

/** 县财政将为此投入39万元: who pays. */
const PAYER = /^([^，、]{1,12}?(?:财政|基金|部门|预算))(?:将|再|拟|为此)*(拿出|安排|投入|筹措)$/

/** 班列拓线扩量、开行4000列: the verb right before the number has its object in front. */
const RUN = /^([^，、]{2,12}?)(?:拓线扩量|扩量提质|提质增效)?、(开行|举办)$/

/** 建立包联机制、完成投资50亿元: where the last of several verbs with objects of their own begins. */
function lastTask(text: string, from: number, end: number): number {
  const found = /^.+、(?=(?:完成|实现|新增|新建|建成|引进|培育|打造|创建|实施)[^、]{2,}$)/.exec(text.slice(from, end))
  return from + (found?.[0].length ?? 0)
}

/** The noun before the number, behind its verb; a name of the lexicon stays whole (城镇新增就业). */
export function objectBefore(place: Place): Head {
  const { text, tail, quantity, followed, isKnown } = place
  const from = isCounted(quantity) ? lastTask(text, place.from, tail.start) : place.from
  const end = isOnlyVerb(text, from, quantity.start) ? quantity.start : tail.start
  const whole = stripHead(text, from, end)
  if (!isCounted(quantity)) {
    // 完成50%以上搬迁保留村面貌提升: a share of the noun behind.
    if (followed && isOnlyVerb(text, whole.start, end))
      return { ...whole, start: end, verb: text.slice(whole.start, end) }
    return leadingObject(text, whole) ?? whole
  }
  // 本届任期内完成约110万平方米旧房改造: the number stands between the verb and its noun.
  if (followed && tail.done) return { start: quantity.start, end: quantity.start, verb: '完成', scope: whole.scope }
  const payer = quantity.kind === 'money' && !followed ? PAYER.exec(text.slice(whole.start, quantity.start)) : null
  if (payer !== null) return { ...whole, end: whole.start + (payer[1] ?? '').length, verb: payer[2] ?? null }
  const run = RUN.exec(text.slice(whole.start, end))
  if (run !== null) return { ...whole, end: whole.start + (run[1] ?? '').length, verb: run[2] ?? null }
  const found = findObject(text, from, end)
  const spent = SPENT.exec(text.slice(whole.start, end))
  if (spent !== null) return { ...whole, end: whole.start + (spent[1] ?? '').length, verb: spent[2] ?? null }
  const last = followed ? actionVerbBefore(text, whole.start, end) : ''
  // 利用边角地块建设40个口袋公园, 试点建设5个中心: the verb at the number takes the noun behind it.
  const object = text.slice(found.start, found.end).replace(/^等/, '')
  const namesNothing =
    found.verb === null || /^[每各]/.test(object) || isOnlyVerb(text, found.end - object.length, found.end)
  if (last !== '' && namesNothing) return { start: end, end, verb: last, scope: found.scope }
  return found.verb !== null && isKnown(text.slice(whole.start, whole.end)) ? { ...whole, verb: found.verb } : found
}
