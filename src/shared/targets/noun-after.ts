import { CONNECTOR_LAST, innerConnector, type Placed, type Span } from './clauses.ts'
import type { Quantity } from './quantities.ts'

/** What may stand behind a number without being the noun it counts. */
const NOT_A_NOUN =
  /^(?:[、）”’]|和(?![美谐平睦])|及|与|以及|并|或|安排|掌握|执行|的(?:目标|预期|速度|增速|增长|水平|标准|要求)|目标|水平|标准|任务|这一)/

/** Whether a noun stands behind the number: 改造3000个行政村; not where clause or list item end there. */
export function nounFollows(text: string, placed: Placed): boolean {
  const next = text.slice(placed.quantity.end, placed.clause.end)
  return next !== '' && !NOT_A_NOUN.test(next)
}

const LIST_GOES_ON = /、(?=\d|[一二三四五六七八九十百千两]{1,3}[个家项条座所处名批]|一批|一大批|新建|新增|建设)/
/** What the size of a firm or project is measured by. */
const SIZE_OF = /(?:收入|产值|营收|投资|纳税|税收|销售额)$/

/** 10家产值10亿元以上的企业: the noun stands behind the size of its class; null where the next number is none. */
function behindClass(text: string, size: Quantity, clause: Span): Span | null {
  const exceeds = /(?:超过?|过|达到?)$/.test(text.slice(clause.start, size.start))
  if (size.bound === null && !exceeds) return null
  // 100家年销售收入1亿元以上具有竞争力的企业: the noun stands behind all that is said of it.
  const said = /^[^，、；\d]*的(?=[^，、；的]{2,}$)/.exec(text.slice(size.end, clause.end))
  if (!exceeds && said !== null && SIZE_OF.test(text.slice(clause.start, size.start)))
    return { start: size.end + said[0].length, end: clause.end }
  // In 64个产值过10亿元、23个过2000万元的增长点 the noun stands behind the last of them.
  const of = exceeds ? text.indexOf('的', size.end) : size.end
  if (of < 0 || of >= clause.end || text.charAt(of) !== '的') return null
  const end = of + 1 + (/[、，；]/.exec(text.slice(of + 1, clause.end))?.index ?? clause.end - of - 1)
  return { start: of + 1, end }
}

/** Whether the words behind a number say what becomes of the counted things: 240万劳动力在浙稳定就业. */
export function hasPredicate(text: string, { quantity, clause }: Placed): boolean {
  return PREDICATE.test(text.slice(quantity.end, clause.end))
}

/** What is done with the counted things, behind their name. */
const PREDICATE =
  /(?:提质提效|提质增效|提质升级|落地生根|落户|落地|开工|投产|建成|竣工|纳入|进入|达到|得到|享受|享有|接受|通过|提供|的(?:支持|帮扶|扶持|指导|监管|服务|保护|投入)|选择|开展|进行|打造[为成]|创建[为成]|建设成为?|培育成为?|提升为|升级为|在.{1,2}稳定就业|建设工作|分类制定|全部|全面|统一规范|发展成为|成为|引入|实现|完成|率先|力争|确保)/

const DONE_BEHIND =
  /提质提效|提质增效|提质升级|落户|落地|开工|投产|建成|竣工|纳入|通车|投用|交付|进行(?=[\u4e00-\u9fff]{2})|(?:打造|创建|建设|培育|提升|升级)[为成]/

/** When the counted things are done, behind their name: 3个项目年底前竣工. */
const WHEN = String.raw`(?:年内|年底前?|[上下]半年|[一二三四]季度|\d{1,2}月(?:底|份|中旬|上旬|下旬)?前?|如期|按期|按时|顺利|尽快|早日|全部|全面|全线)`
const WHEN_DONE = new RegExp(
  `^([^的，、；\\d]{2,}?)${WHEN}[^，、；]{0,6}?(?:完成|实现|建成|投产|投用|开工|竣工|投入|通车|达到|引入|具备|交付)`,
)

const WHEN_LAST = new RegExp(`${WHEN}$`)

/** Whether the words behind a number are a noun and what is done with it, in its time: 3个项目年底前竣工. */
export function settledBehind(text: string, { quantity, clause }: Placed): boolean {
  return quantity.kind === 'count' && WHEN_DONE.test(text.slice(quantity.end, clause.end))
}

/** The noun behind a number, to the end of its clause or to the next item of the list; null when there is none. */
export function nounAfter(text: string, placed: Placed): Span | null {
  const { quantity, after, clause } = placed
  const classed = after === null ? null : behindClass(text, after, clause)
  if (classed !== null) return classed
  // 5个百亿产业园: a size right behind belongs to the name.
  const limit = after === null || after.start === quantity.end ? clause.end : after.start
  const stretch = text.slice(quantity.end, limit)
  const stop = LIST_GOES_ON.exec(stretch)
  const inner = after === null || stop !== null ? 0 : innerConnector(stretch, quantity)
  let noun = (inner > 0 ? stretch.slice(0, inner) : stop === null ? stretch : stretch.slice(0, stop.index)).replace(
    CONNECTOR_LAST,
    '',
  )
  const skipped = /^(?:的|对|为(?!民)|用于|集.{2,}一体的)/.exec(noun)?.[0].length ?? 0
  const predicate = PREDICATE.exec(noun)
  if (predicate !== null && predicate.index - skipped >= 2) noun = noun.slice(0, predicate.index)
  const when = WHEN_LAST.exec(noun)
  if (when !== null && when.index - skipped >= 2) noun = noun.slice(0, when.index)
  return noun.length <= skipped ? null : { start: quantity.end + skipped, end: quantity.end + noun.length }
}

/** What is done with the counted things behind their name, 「1家国家级实验室落户」; '' when nothing is. */
export function doneBehind(text: string, placed: Placed): string {
  const limit = placed.after === null ? placed.clause.end : placed.after.start
  const behind = text.slice(placed.quantity.end, limit)
  return DONE_BEHIND.exec(behind)?.[0] ?? (WHEN_DONE.test(behind) ? '完成' : '')
}
