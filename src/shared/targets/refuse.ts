import { clauseEnd, clauseStart, type Placed, type Span } from './clauses.ts'
import { isOnlyVerb, stripHead } from './head.ts'
import type { Quantity } from './quantities.ts'
import { readTail, tailMeasure } from './tail.ts'
import { parseUnit } from './units.ts'

/** 每10万人, 每千人口: what a ratio is taken per, no figure of its own. */
export function isDenominator(text: string, quantity: Quantity): boolean {
  return text.charAt(quantity.start - 1) === '每'
}

/** 老旧小区（22）: the number of a footnote, whose brackets are folded to round ones. */
export function isFootnote(text: string, { start, end, unit }: Quantity): boolean {
  return unit === '' && end - start <= 3 && text.charAt(start - 1) === '（' && text.charAt(end) === '）'
}

/**
 * 12种主要污染物排放总量削减5%: how many things the indicator is of. No verb stands before it, and what follows up to the next
 * number ends with a verb of level or growth.
 */
export function isCountInName(text: string, sentence: Span, quantity: Quantity, next: Quantity | undefined): boolean {
  const clause = {
    start: clauseStart(text, quantity.start, sentence.start),
    end: clauseEnd(text, quantity.end, sentence.end),
  }
  if (next === undefined || next.start >= clause.end || quantity.kind !== 'count' || quantity.bound !== null)
    return false
  if (stripHead(text, clause.start, quantity.start).start < quantity.start) return false
  const tail = readTail(text, quantity.end, next.start)
  if (tailMeasure(tail) === null || tail.start - quantity.end < 3) return false
  return !/[，、；]|(?:和|及|以及)$/.test(text.slice(quantity.end, tail.start))
}

/** Numbers that are said of something but commit to nothing: ages, sizes of a project, the value that is left behind. */
export function isRefused(text: string, placed: Placed): boolean {
  const { quantity, after } = placed
  const before = text.slice(Math.max(0, quantity.start - 8), quantity.start)
  const next = text.slice(quantity.end, quantity.end + 8)
  if (quantity.form === 'chinese' && !chineseCounts(text, before, quantity)) return true
  // 一年比一年多
  if (/一.比$/.test(before) || next.startsWith('比一')) return true
  // 一批, 一系列: some, no number.
  if (quantity.form === 'chinese' && quantity.value === 1 && /^(?:批|系列)/.test(quantity.unit)) return true
  if (quantity.form === 'chinese' && quantity.unit === '个' && /^(?:新|更|较|大|相当)/.test(next)) return true
  if (quantity.form === 'multiple' && /(?:两个|三个|“)$/.test(before)) return true
  // 10大类55项: only what is counted in the classes counts.
  if (quantity.unit === '大' && next.startsWith('类')) return true
  if (quantity.unit === '类' && /^\d/.test(next)) return true
  // 长3公里，宽20米: the size of one thing.
  if (
    quantity.kind === 'length' &&
    /(?:^|[，、；：（])(?:长|宽|高|深|厚|路?面?宽|净宽|直径|口径|管径)[约近]?$/.test(before)
  )
    return true
  if (/^千?伏$/.test(quantity.unit) || PEOPLE.test(next)) return true
  // 今年高校毕业生将达1200万人: how many there are.
  if (
    quantity.kind === 'people' &&
    GRADUATES.test(text.slice(placed.clause.start, quantity.start)) &&
    !/^的?(?:就业|岗位|见习)/.test(next)
  )
    return true
  // 北京、上海等12个城市的电话容量，共增加35万门: whose capacity it is.
  if (
    quantity.kind === 'count' &&
    before.endsWith('等') &&
    CAPACITY_OF.test(text.slice(quantity.end, placed.clause.end))
  )
    return true
  // 我国有13亿人口、9亿劳动力: what there is. “三个1亿人”: a slogan.
  if (THERE_IS.test(text.slice(placed.clause.start, quantity.start)) || /[两三]个$/.test(before)) return true
  // 购置税按7.5%征收: a rate in force.
  if (quantity.kind === 'percent' && /^(?:的税率)?(?:征收|计征|缴纳|计提)/.test(next)) return true
  // 面向全省200多万高校师生: who is served by what is not counted.
  if (/(?:面向|针对)(?:全[国省市县区]|我[国省市县区])?$/.test(before) || isCapacity(text, placed)) return true
  if (quantity.kind === 'time' && !timeCounts(before, next)) return true
  if (isBrokenCount(text, placed)) return true
  if (quantity.kind === 'number' && !bareCounts(before, quantity)) return true
  if (isClassBound(text, placed) || isClassOf(text, placed) || isMagnitudeClass(text, placed)) return true
  if (isListed(text, placed) || /^(?:主要|具体|预期性|约束性)*指标/.test(next)) return true
  if (next.startsWith('的') && !isShareOfThings(text, placed) && isAttribute(before, next, quantity)) return true
  return isCompared(text, placed) || (after !== null && isBase(text, placed, after))
}

const CAPACITY_OF = /^[^，、的]{1,8}的[^，、]{0,8}(?:容量|能力|产量|面积|总量|覆盖率|收入|投资)$/

const THERE_IS = /^我国(?:共|现|已)?(?:拥|具)?有(?![机线])/

const GRADUATES =
  /^(?:今年|预计|全[国省市]|我[国省市]|应届|的)*高校毕业生(?:规模|人数|总数)?(?:预计)?将?(?:高?达到?|超过?|近|约)?$/

/** 30万吨粮食加工项目, 3000头原种猪场: the capacity of one project, which no verb counts. */
function isCapacity(text: string, { quantity, clause }: Placed): boolean {
  const behind = /^[^，、；的]{0,14}/.exec(text.slice(quantity.end, clause.end))?.[0] ?? ''
  const many = /[台套辆件片支]$/.test(quantity.unit) && quantity.value * parseUnit(quantity.unit).factor >= 1000
  if (many || /[头只羽对尾]$/.test(quantity.unit))
    return /^[^，、]{0,12}(?:养殖?场|猪场|牛场|羊场|鸡场|场建设|项目|基地|小区|养殖$|车间|生产线|工厂)/.test(behind)
  if (!['mass', 'power', 'volume', 'energy'].includes(quantity.kind) || !/(?:项目|生产线|装置|机组)/.test(behind))
    return false
  return !isOnlyVerb(text, clause.start, quantity.start)
}

/** 达到国2.5家标准: half a firm is a subscript that fell into the line; only what is taken per head has decimals. */
function isBrokenCount(text: string, { quantity, clause }: Placed): boolean {
  if (quantity.kind !== 'count' || quantity.unit.length > 1 || Number.isInteger(quantity.value)) return false
  return !/[每均]/.test(text.slice(clause.start, quantity.start))
}

/** 14亿中国人, 56个民族: who is spoken to. */
const PEOPLE = /^(?:民族|中国人|中华儿女|各族|[^，。、\d]{0,4}(?:人民|儿女|父老)(?!币|法院|医院|检察|调解|团体))/

const MEASURED = ['points', 'percent', 'multiple', 'money', 'area', 'mass', 'length', 'volume', 'energy', 'power']
const REACHED = /(?:达到?|超过?|突破|近|约|至少|不少于|不低于|(?<!得)到)$/

/** Words that count single buildings and machines, which no slogan does (建设三座水厂 against 打造三大高地). */
const CONCRETE = /^[座所家台辆艘架栋幢套口盏株]$/
const BUILT =
  /(?:建|建设|建成|新增|完成|改造|扩建|引进|开工|投用|培育|新开|新设|实施|推进|启动|购置|安装|加固|整治|修复|打造|创成|新认定)(?:全?[省市县区]|[省市县国家级乡镇中心城区]{2,5}|约)?$/
const FOUNDED = /(?:新增|新建|新设|新引进|新认定|创成|建成|建好|引进)(?:[国省市县]家?级?|约)?$/

/** 新建三座污水处理厂, 新增四个省级园区: a small count in words right behind the verb that makes the things. */
function countsBuilt(before: string, { unit, value }: Quantity): boolean {
  if (value < 2) return false
  return CONCRETE.test(unit) ? BUILT.test(before) : /^[个条]$/.test(unit) && FOUNDED.test(before)
}

/** Counts in Chinese numerals are mostly parts of phrases (三大任务); large, measured or bounded ones are figures. */
function chineseCounts(text: string, before: string, quantity: Quantity): boolean {
  if (!/[十百千]/.test(text.charAt(quantity.start)) && countsBuilt(before, quantity)) return true
  if (quantity.unit === '方') return false
  // 千座, 千亿斤: a bare order of magnitude is a figure only when something bounds it.
  if (
    /^[十百千]$/.test(text.charAt(quantity.start)) &&
    /^[十百千][^零〇一二两三四五六七八九十百千]/.test(text.slice(quantity.start))
  )
    return quantity.bound !== null || REACHED.test(before)
  if (MEASURED.includes(quantity.kind)) return true
  if (/每[年月周季]度?.{0,6}$/.test(before)) return true
  return quantity.value * parseUnit(quantity.unit).factor >= 100 || quantity.bound !== null || REACHED.test(before)
}

/** Years, hours and ages are figures behind a verb (达到11.3年), not before a noun (60岁以上老年人, 20年以上电梯). */
function timeCounts(before: string, next: string): boolean {
  if (/^(?:可达|直达|通达|到达|互达|抵达|畅达)/.test(next)) return true
  if (/^[\u4e00-\u9fff]/.test(next) && !/^(?:和|及|的目标)/.test(next)) return false
  return /(?:达到?|到|至|为|在|于|超过?|突破|提高|增加|缩短|延长|压缩|减少|寿命|年限|不超|约)$/.test(before)
}

/** A number without unit is a figure behind a verb of level (系数提高到0.53). */
function bareCounts(before: string, quantity: Quantity): boolean {
  if (quantity.unit === '分') return /(?:达到?|到|至|在|以上|提高|提升|降低|分[、和])$/.test(before)
  if (quantity.unit !== '' || quantity.form !== 'arabic') return true
  return /(?:达到?|到|至|为|在|于|过|[<>])$/.test(before)
}

/** 总投资141亿元的项目: a size, not a goal; 实现增长6%的目标 is one. */
function isAttribute(before: string, next: string, quantity: Quantity): boolean {
  // 新增80万吨标准煤的节能能力
  if (/(?:新增|形成|增加)$/.test(before) && /^的[^，、]{2,}(?:能力|规模|容量)/.test(next)) return false
  // 覆盖医疗机构97%的门诊量
  if (quantity.kind === 'percent' && /覆盖[^，]{0,7}$/.test(before)) return false
  if (
    /^的(?:目标|预期|速度|增速|增长|幅度)/.test(next) ||
    /(?:增长|达到|下降|提高|降低|实现|(?:扩大|提高|推广|增加|覆盖|上升)到(?:全[国省市县区])?)$/.test(before)
  )
    return false
  return quantity.bound === null || ['money', 'time', 'percent'].includes(quantity.kind)
}

const DONE_BY_SHARE =
  /^的[^，、]{2,}?(?:达到|得到|实现|完成|建成|进入|纳入|通过|具备|建有|使用|用上|采用|接受|参加|享受|享有|建立|配备|达标|提前|投放|开展|推行|推开|实行|启动)/

/** 确保50%以上的村集体收入达到10万元, 使一半的教师得到培训: so large a share of things, of which something is said. */
export function isShareOfThings(text: string, { quantity, clause }: Pick<Placed, 'quantity' | 'clause'>): boolean {
  if (quantity.kind !== 'percent' || !DONE_BY_SHARE.test(text.slice(quantity.end, clause.end))) return false
  return !/[占为达到至于长高降低]$/.test(text.slice(clause.start, quantity.start))
}

const SIZES = ['money', 'area', 'length', 'mass', 'power', 'volume', 'energy']

/** 10亿元以上项目20个, 日产5000吨以上水泥线: the size that makes a class, in the name of what is counted. */
function isClassBound(text: string, { quantity, after, clause }: Placed): boolean {
  const exceeds = /(?:超|超过|过)$/.test(text.slice(clause.start, quantity.start)) && after !== null
  if (quantity.bound !== 'at-least' && quantity.bound !== 'at-most' && !exceeds) return false
  if (!SIZES.includes(quantity.kind)) return false
  const behind = text.slice(quantity.end, after?.start ?? clause.end)
  // 64个产值过10亿元、23个过2000万元的增长点
  if (exceeds && behind === '、' && after?.kind === 'count') return true
  if (!/^[\u4e00-\u9fff“]/.test(behind) || /^(?:和|及|与|以及|并|或|用于|支持|的)/.test(behind)) return false
  if (after !== null) return !/[、和及与]/.test(behind)
  return /(?:日产|年产|单机|投资|规模|面积|净流量|流域面积|年销售|产值|营收|收入)$/.test(
    text.slice(clause.start, quantity.start),
  )
}

/** 10万千瓦及以下燃煤机组, 150万吨以上的园区, 空置率30%以下“空心村”: the class of what is spoken of. */
function isClassOf(text: string, { quantity, clause }: Placed): boolean {
  const behind = text.slice(quantity.end, clause.end)
  const written = text.slice(quantity.start, quantity.end)
  // 老城3平方公里宽带全覆盖: the size of where it is.
  if (quantity.kind === 'area' && /^[^，、的]{2,12}全覆盖$/.test(behind)) return true
  if (!/以[上下内]$/.test(written)) return false
  if (/及以[上下]$/.test(written) && /^[\u4e00-\u9fff“]/.test(behind)) return true
  if (SIZES.includes(quantity.kind) && CLASSED.test(behind)) return true
  if (SIZES.includes(quantity.kind) && /^的[\u4e00-\u9fff“]/.test(behind)) return true
  const share = /(?:率|比例|占比)$/.test(text.slice(clause.start, quantity.start))
  return (
    share && /^的?[\u4e00-\u9fff“]/.test(behind) && !/^(?:[和及与并或]|以及|的?(?:目标|水平|要求|标准))/.test(behind)
  )
}

/** What comes in classes by size: 5亿元以上企业, 超百亿、超千亿产业链. */
const CLASSED =
  /^的?(?:工业|服务业|先进制造业|重大|重点|龙头)?(?:企业|项目|园区|产业链|产业|集群|[县镇乡村](?!域)|单位|大户|基地)/

/** 打造一批超百亿、超千亿产业链, 城区人口超50万县: orders of magnitude in the name of a class. */
function isMagnitudeClass(text: string, { quantity, clause }: Placed): boolean {
  if (!/[万亿千百]$/.test(quantity.unit) && !/^[十百千万亿]+$/.test(text.slice(quantity.start, quantity.end))) {
    return /^[万亿]县$/.test(quantity.unit)
  }
  const behind = text.slice(quantity.end, clause.end)
  return /[超过]$/.test(text.slice(0, quantity.start)) && (CLASSED.test(behind) || behind.startsWith('、超'))
}

/** 推进钢铁、有色、建材3个行业改造: the number counts what has just been listed. */
function isListed(text: string, { quantity, clause }: Placed): boolean {
  if (!/^[个大项类条种家座所]$/.test(quantity.unit) || quantity.value < 2 || quantity.value > 12) return false
  const words = text.slice(clause.start, quantity.start)
  const items = words.split(/[、和及与]/)
  if (items.length !== quantity.value || /[等各]$/.test(words) || items.some((item) => item.length < 2)) return false
  return /^[\u4e00-\u9fff“]/.test(text.slice(quantity.end, clause.end))
}

const LEVEL_LINK =
  /^[^、和及与]{0,8}?(?:提高|提升|增加|上升|下降|降低|降|减少|调整|扩大|增长|压缩|缩短|升)(?:到|至|为)(?:(?:[12]\d{3}|[一二][^，。、]{3})年(?:末|底)?的?)?$/
/** 比1995年的4.65亿吨增加2500万吨 */
const CHANGE_LINK = /^(?:增加|增长|提高|上升|减少|下降|降低|压减|缩短|增|减|持平)/
const COMPARED_WITH = /(?:比|较|与)[^，。；、]{1,12}[年期末底]的?$/

/** 由50%提高到60%: the first number. */
function isBase(text: string, placed: Placed, after: Quantity): boolean {
  return LEVEL_LINK.test(text.slice(placed.quantity.end, after.start))
}

/** 比1995年的4.65亿吨增加2500万吨, 与1995年的450万吨持平: what is compared with. */
function isCompared(text: string, { quantity, clause }: Placed): boolean {
  return (
    CHANGE_LINK.test(text.slice(quantity.end, clause.end)) &&
    COMPARED_WITH.test(text.slice(clause.start, quantity.start))
  )
}
