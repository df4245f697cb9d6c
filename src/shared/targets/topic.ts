import { findObject, leadingObject, stripHead } from './head.ts'
import type { Place } from './place.ts'

/** 下调单位缴费比例，各地可降至16%: the verb is no part of what it is about. */
const CHANGE_VERB = /^(?:下调|上调|提高|降低|减轻|调整|压减)/

/** What only a measure ends with: a clause that is nothing but such a name is what the next one speaks of. */
const MEASURED =
  /(?:人数|总数|学员|职工|率|量|额|产值|增加值|水平|比重|比例|收入|投入|支出|面积|规模|能力|覆盖面|人口|标准|强度|指数|里程|寿命|年限)$/

/** 职工人数，由80万人增加到91万人: the name stands alone before its verb. '' where the clause before is more than a name. */
export function nameBefore({ text, sentence, clause }: Pick<Place, 'text' | 'sentence' | 'clause'>): string {
  if (text.charAt(clause.start - 1) !== '，') return ''
  let start = clause.start - 1
  while (start > sentence.start && !'，：；'.includes(text.charAt(start - 1))) start -= 1
  const head = stripHead(text, start, clause.start - 1)
  const name = text.slice(head.start, head.end)
  return MEASURED.test(name) && !/\d/.test(name) && leadingObject(text, head) === null ? name : ''
}

/** 连续几年发行国债，今年先发行1万亿元: what the same verb has for its object earlier in the sentence; '' where it has none. */
export function objectOf(
  verb: string,
  { text, sentence, clause }: Pick<Place, 'text' | 'sentence' | 'clause'>,
): string {
  const at = verb.length < 2 ? -1 : text.lastIndexOf(verb, clause.start - verb.length - 1)
  if (at < sentence.start) return ''
  const name = /^[^，；：。、]*/.exec(text.slice(at + verb.length, clause.start))?.[0] ?? ''
  return name.length >= 2 && !/\d/.test(name) ? name : ''
}

/** What the sentence is about, for a number whose own clause names nothing: the name right before it, else the object of the first clause. */
export function topicOf(place: Pick<Place, 'text' | 'sentence' | 'clause'>): string {
  const { text, sentence, clause } = place
  const before = nameBefore(place)
  if (before !== '') return before
  let end = sentence.start
  while (end < clause.start && !'，：；'.includes(text.charAt(end))) end += 1
  if (end >= clause.start) return ''
  const head = findObject(text, sentence.start, end)
  return text.slice(head.start, head.end).replace(CHANGE_VERB, '')
}
