import { type Head, stripHead } from './head.ts'
import { hasPredicate } from './noun-after.ts'
import { type Carry, isCounted, isPartOf, type Place } from './place.ts'
import { comparableUnits, parseUnit } from './units.ts'

/** What a number takes over of the one before: in a list, in a clause that goes on with its verb, as a part of it; else null. */
export function inheritedBy(place: Place, found: Head, isBefore: boolean): Carry | null {
  const noun = place.text.slice(found.start, found.end)
  if (isSize(place, noun)) return null
  if (place.joined || goesOn(place)) return place.carry
  if (isBefore && found.verb === null && goesOnCounting(place, noun)) return place.carry
  return isPartOf(place.text, place.from) && !exceedsWhole(place) ? place.carry : null
}

/** 实施项目80个、年度计划投资70亿元: the sum says how large, the verb how many. */
function isSize({ quantity, carry }: Place, noun: string): boolean {
  return quantity.kind === 'money' && carry?.quantity.kind === 'count' && /(?:投资|产值|收入)$/.test(noun)
}

/** 打造3—5个千万级单品，10—20个百万级单品: a clause that begins with its number goes on with the verb before. */
function goesOn(place: Place): boolean {
  const { text, from, quantity, clause, tail, carry, followed } = place
  if (carry?.measure !== 'addition' || carry.verb === null || !followed || !isCounted(quantity)) return false
  if (hasPredicate(text, place)) return false
  if (from !== clause.start) return false
  // 打造东山、西山等3个示范区，甲线、乙线等2条示范线
  return stripHead(text, from, tail.start).start >= tail.start || /^[^，]{2,}等$/.test(text.slice(from, quantity.start))
}

/** What a year has and does not add: 播种面积, 总量. */
const LASTING = /(?:量|面积|规模|额|总数|总长|里程|收入|产值|人数|人口|存栏|出栏|^[长宽高深厚])$/

/** 新增科技型企业25家，高新企业2家; 人工造林6万亩，封育3万亩: the same unit goes on with the verb. */
export function goesOnCounting({ text, from, quantity, carry, tail }: Place, noun: string): boolean {
  if (LASTING.test(noun)) return false
  if (carry?.measure !== 'addition' || tail.level || !isCounted(quantity) || quantity.kind === 'money') return false
  return quantity.unit === carry.quantity.unit && text.charAt(from - 1) === '，'
}

/** 增加353人，其中城镇人口258266人: what is larger than the whole is no part of it. */
function exceedsWhole({ quantity, carry }: Place): boolean {
  if (carry === null) return false
  const part = parseUnit(quantity.unit)
  const whole = parseUnit(carry.quantity.unit)
  return comparableUnits(part, whole) && quantity.value * part.factor > carry.quantity.value * whole.factor
}
