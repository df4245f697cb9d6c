import { leadingObject, stripHead } from './head.ts'
import { type Place, type Read, trimName } from './place.ts'
import { readPredicate } from './read-predicate.ts'
import { topicOf } from './topic.ts'

/** 以年均8%的速度增长, 按不低于5%的幅度压减一般性支出: the verb of change, and what it changes, stand behind the number. */
const CHANGED =
  /^的(?:速度|增速|幅度|比例|比率)(?:持续|稳定|平稳|稳步|快速|逐步|逐年|递次)*(增长|递增|增加|提高|上升|提升|扩大|下降|降低|递减|减少|压减|压缩|削减|缩减)([^，、；]*)/
const DOWN = /[降减缩]/
/** 保持10%以上的增速, 实现6%的增长. */
const SPEED = /^的(?:年均)?(?:增速|增长速度|增长率|增长|增幅)(?=$|[和、并])/
/** What leads in to such a rate: 财政收入以年均8%…, 一律按5%…. */
const LEAD = /(?:每年|年均|平均|一律|均|都|要|将)*(?:以|按照?|保持)[^，、；以按]{0,8}$/

/** Reads a rate whose verb of growth stands behind it; null for all other numbers. */
export function readRate(place: Place): Read | null {
  const { text, quantity, clause } = place
  if (quantity.kind !== 'percent') return null
  const behind = text.slice(quantity.end, clause.end)
  const changed = CHANGED.exec(behind)
  if (changed !== null) return changedBy(place, changed)
  if (!SPEED.test(behind)) return null
  const read = readPredicate(place)
  return read === null ? null : asGrowth(read, 'up')
}

function changedBy(place: Place, [whole, verb = '', object = '']: RegExpExecArray): Read | null {
  const { text, from, quantity } = place
  const words = text.slice(from, quantity.start)
  const lead = LEAD.exec(words)?.index ?? words.length
  const end = quantity.end + whole.length
  const given = object.length > 1 ? stripHead(text, end - object.length, end) : stripHead(text, from, from + lead)
  const name = trimName(text, leadingObject(text, given) ?? given)
  const own = text.slice(name.start, name.end)
  const indicator = own === '' ? (place.carry?.indicator ?? topicOf(place)) : own
  if (indicator === '') return null
  const direction = DOWN.test(verb) ? 'down' : 'up'
  const carry = {
    indicator,
    measure: 'growth',
    direction,
    verb: null,
    names: [],
    group: null,
    scope: given.scope,
    quantity,
  } as const
  return {
    indicator,
    name: own === '' ? null : name,
    measure: 'growth',
    direction,
    evidence: 'predicate',
    scope: given.scope,
    carry,
  }
}

function asGrowth(read: Read, direction: 'up' | 'down'): Read {
  return { ...read, measure: 'growth', direction, carry: { ...read.carry, measure: 'growth', direction } }
}
