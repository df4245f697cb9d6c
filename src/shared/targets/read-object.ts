import { actionVerbBefore, type Head, isOnlyVerb, leadingObject, stripHead } from './head.ts'
import { inheritedBy } from './inherit.ts'
import { doneBehind, nounAfter, settledBehind } from './noun-after.ts'
import { objectBefore } from './object-before.ts'
import { isFrequency, LEVEL, measureOf } from './object-measure.ts'
import type { Phrase } from './phrase.ts'
import { type Carry, isCounted, type Place, type Read, trimName } from './place.ts'
import { isShareOfThings } from './refuse.ts'
import { splitNames } from './split-names.ts'
import { objectOf, topicOf } from './topic.ts'
import { wholeName } from './whole-name.ts'

/** Whose or which, before a number whose noun follows: 完成全省1000所学校…, 落实省定20项民心工程. */
const NO_NAME =
  /^(?:全?[国省市县区]|[省市县]定|(?:国家|[省市县])级|中心城区|首批|.*?[\d十]+大?类|(?:新|又|第[一二三四五六])一?批|最后|面向.{2,4}|重点面向.{2,4}|各类|全部|每[个县乡村]?.{0,8}|.{2,}(?:等|[园区县市乡镇村]内|境内|沿线|周边))$/

/** Verbs with their object in them: 招生9120人, 植树90万株. */
const NAMED_BY_VERB = /^(?:招生|扩招|植树|造林|新造林|种草|治沙|招商|引资|清淤|补植|退耕还林|退耕还林还草|退牧还草)$/

/** 完成造林绿化37万亩: the work itself, behind a verb that only says that it is done. */
const WORK = /^(?:完成|实施|开展|推进|新增|实现|组织)(.{2,})$/

function namedByVerb(verb: string | null): string {
  if (verb === null) return ''
  return NAMED_BY_VERB.test(verb) ? verb : (WORK.exec(verb)?.[1] ?? '')
}

/** 建设132个泊位，争取建成54个: so many of those just counted. */
function sameThings({ text, from, quantity, carry, joined }: Place): string {
  if (joined || carry === null || quantity.kind !== 'count' || carry.quantity.unit !== quantity.unit) return ''
  return text.charAt(from - 1) === '，' && isOnlyVerb(text, from, quantity.start) ? carry.indicator : ''
}

/** What stands around a number: the noun it counts, where that stands, and what verb says so. */
interface Around {
  readonly found: Head
  /** The noun stands before the number. */
  readonly isBefore: boolean
  readonly name: { readonly start: number; readonly end: number } | null
  readonly own: string
  readonly inherited: Carry | null
  readonly verb: string | null
}

/** [verb][noun]number or [verb]number[noun]: 新增国家高新企业40家, 改造3000个行政村村道; lists share the verb. */
export function readObject(place: Place): Read | null {
  const { joined, carry, quantity, tail } = place
  const around = lookAround(place)
  const { found, own, inherited, verb, name } = around
  const waiting = own === '' && joined ? (carry?.names[0] ?? carry?.indicator ?? '') : ''
  const indicator =
    wholeName(place, found, own) ||
    waiting ||
    namedByVerb(found.verb) ||
    (verb === null ? '' : objectOf(verb, place) || sameThings(place) || topicOf(place))
  if (indicator === '') return null
  const shares = inherited !== null && found.verb === null && (isCounted(quantity) || inherited.measure === 'growth')
  const said = shares ? inherited : measureOf(quantity, verb, indicator, tail)
  const { measure, direction } = isFrequency(place) ? LEVEL : said
  const names = tail.respectively || indicator.includes('分别') ? splitNames(indicator, place.numbers) : []
  const left = names.length > 0 ? names.slice(1) : waiting === '' ? [] : (carry?.names.slice(1) ?? [])
  const { scope } = found
  return {
    indicator: names[0] ?? indicator,
    name: own === '' ? null : name,
    measure,
    direction,
    evidence: shares || names.length > 1 ? 'list' : evidenceOf(place, verb, own),
    scope,
    carry: { indicator, measure, direction, verb, names: left, group: carry?.group ?? null, scope, quantity },
  }
}

function lookAround(place: Place): Around {
  const { text, followed, tail } = place
  const found = objectBefore(place)
  const noun = text.slice(found.start, found.end)
  const isScope = followed && (NO_NAME.test(noun) || (found.verb === null && becomes(place)))
  const isBefore = noun !== '' && !isScope && !improves(place) && isCountedNoun(place, noun)
  const paid = followed ? paidFor(place) : null
  const span = paid ?? (isBefore ? found : followed ? nounAfter(text, place) : null)
  const name = span === null ? null : trimName(text, span)
  const own = name === null ? '' : text.slice(name.start, name.end)
  const inherited = inheritedBy(place, found, isBefore)
  const done = isBefore ? '' : doneBehind(text, place)
  const nominal = name !== null && found.verb === null ? actionVerbBefore(text, name.start, name.end) : ''
  // 为80万名职工提供培训: the counted people are served, which is an addition.
  const serves = (followed && isServed(place)) || improves(place)
  const driven = (paid === null ? '' : '投入') || done || nominal || (followed ? drivenBy(place) : '')
  const verb = found.verb ?? inherited?.verb ?? (tail.done ? '完成' : serves ? '服务' : driven || null)
  return { found, isBefore, name, own, inherited, verb }
}

const SUMS_UP = /^[^“”]{2,}[、和及与][^“”]{2,}$/
/** A verb right behind a number, so that no noun stands there: 企业、院所500家实现联网. */
function settledAt(text: string, at: number): boolean {
  return /^(?:实现|完成|达到|建成|投入|纳入|通过|进入|开工|投产|全部|开展|提供|参加|参与|落户)/.test(
    text.slice(at, at + 4),
  )
}

/** Whose the counted things are: 农业局下属2家, 交通局下属1家企业改制. */
const OWNER = /(?:下属|所属)$/

/** 县财政安排800万元专项奖补资金: a sum whose name stands behind it. */
export function isFund({ text, quantity, clause }: Place): boolean {
  if (quantity.kind !== 'money' || !/(?:安排|筹措|设立|拿出|统筹|发行)$/.test(text.slice(clause.start, quantity.start)))
    return false
  return /^[^，、的\d]{2,16}(?:资金|经费|基金|国债|债券|贷款|补贴|补助)(?=$|[，、支用])/.test(
    text.slice(quantity.end, clause.end),
  )
}

/** Whether the noun before a number is what it counts; not a share of things, an example, an owner or a project with its size. */
function isCountedNoun(place: Place, noun: string): boolean {
  const { text, quantity, followed } = place
  if (isShareOfThings(text, place) || OWNER.test(noun) || isFund(place)) return false
  // 新增贷款的10%以上用于农业
  if (quantity.kind === 'percent' && /^(?:用于|投向|投入)/.test(text.slice(quantity.end, place.clause.end))) return true
  // 投资4亿元的东港码头、投资3亿元的西港码头2个项目: the noun stands behind.
  if (followed && /\d.*的/.test(noun)) return false
  // 加固东桥、西桥和南桥3座危桥: the noun behind sums up the names before.
  if (followed && quantity.kind === 'count' && SUMS_UP.test(noun) && !settledAt(text, quantity.end)) return false
  return !(followed ? /[等的各和及与]/ : /[等的]/).test(text.charAt(quantity.start - 1))
}

/** Longer objects of a sum are told, not named. */
const LONGEST_PAID = 20

/** 投资1.2亿元实施管网工程: what the sum pays for, as the object of the verb behind it; null for all other numbers. */
function paidFor({ text, from, quantity, clause, after }: Place): Head | null {
  const head = stripHead(text, from, quantity.start)
  if (quantity.kind !== 'money' || after !== null) return null
  if (!/^(?:投资|投入)[超逾约近]?$/.test(text.slice(head.start, quantity.start))) return null
  const object = leadingObject(text, stripHead(text, quantity.end, clause.end))
  if (object === null || object.end - object.start > LONGEST_PAID) return null
  return text.charAt(object.start) === '了' ? { ...object, start: object.start + 1 } : object
}

/** Whether the words behind a number say what becomes of its noun, so that a noun before only says whose: 产业园3个项目年底前竣工. */
function becomes(place: Place): boolean {
  return settledBehind(place.text, place) || drivenBy(place) !== ''
}

/** 推动甲院、乙院等3家机构通过评定, 加快甲河等13个航运项目进度: a stance word is the verb of counted things. */
function drivenBy({ text, clause, quantity }: Place): string {
  if (quantity.kind !== 'count') return ''
  const before = text.slice(clause.start, quantity.start)
  if (/[将把]$/.test(before) && CHANGED.test(text.slice(quantity.end, quantity.end + 40))) return '调整'
  const verb = DRIVES.exec(before)?.[1]
  if (verb === undefined) return ''
  // Right before the number, or before examples of what is counted: 推动20个机关…, 加快甲河、乙河等13个….
  if (verb.startsWith('加强') || verb === '强化') return TENDED.test(text.slice(quantity.end, clause.end)) ? verb : ''
  const close = before.endsWith(verb) || before.endsWith('等')
  return close || DRIVEN.test(text.slice(quantity.end, clause.end)) ? verb : ''
}

/** 将18项收费的免征范围从…扩大到…: what is done with them, in this clause or the next. */
const CHANGED = /^[^。；]{2,}(?:纳入|扩大到|下放|列入|打造[为成]|建设成|取消|提高到|转为)/
const DRIVES = /^(?:今年|年内|[上下]半年|继续|积极|大力|全力)*(推动|促进|促使|助推|加快|确保|加强|强化)/
/** 加强11个照料站点管理: what is done stands behind. */
const TENDED = /^[^，、]{2,}(?:管理|建设|保护|整治|监管|维护|防护|巡查|运行|运营)$/
const DRIVEN = /[^，、；]{2,}(?:通过|达到|成为|取得|获得|进入|进度|步伐|完成|实现|建成|开工|投产|投用)/

/** 为80万名职工提供培训, 在300个小区设置回收机. */
function isServed({ text, from, quantity, clause }: Place): boolean {
  const before = text.slice(stripHead(text, from, quantity.start).start - 1, quantity.start)
  if (/^(?:(?:加大|加强|强化|深化)?对|[为向给])$/.test(text.slice(from, quantity.start))) return true
  return (
    before === '在' &&
    /设置|实现|建设|安装|开展|推广|实施|布局|试点|推行|建立|增设|投放/.test(text.slice(quantity.end, clause.end))
  )
}

const IMPROVED = /(?:水平|能力|待遇|质量|条件|状况|体系|功能|设施|网络|机制|布局|环境|面貌)$/

/** 提高6000万农村人口供水保障水平: so many get more of what stands behind. */
export function improves({ text, from, quantity, clause }: Place): boolean {
  const before = text.slice(stripHead(text, from, quantity.start).start, quantity.start)
  const behind = text.slice(quantity.end, clause.end)
  return /^(?:提高|提升|改善|增强|保障|完善|健全|优化)(?:首批)?$/.test(before) && IMPROVED.test(behind)
}

function evidenceOf(place: Place, verb: string | null, own: string): Phrase['evidence'] {
  if (verb !== null) return 'action'
  if (isShareOfThings(place.text, place)) return 'predicate'
  if (place.tail.level || place.tail.bound !== null) return 'predicate'
  const behind = place.text.slice(place.quantity.end, place.clause.end)
  const before = place.text.slice(place.from, place.quantity.start)
  if (own !== '' && /^(?:力争|争取|确保|实现){1,2}/.test(before)) return 'predicate'
  if (
    own !== '' &&
    /^(?:提供|覆盖|落实|实现|达到|完成|用于|投向|.{2,10}提供|可达|直达|通达|到达|互达|使用|接入|纳入|采用|联网|达标)/.test(
      behind,
    )
  )
    return 'action'
  return 'noun'
}
