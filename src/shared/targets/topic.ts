import { findObject } from './head.ts'
import type { Place } from './place.ts'

/** 下调单位缴费比例，各地可降至16%: the verb is no part of what it is about. */
const CHANGE_VERB = /^(?:下调|上调|提高|降低|减轻|调整|压减)/

/** What the sentence is about: the object of its first clause, for a number whose own clause names nothing. */
export function topicOf({ text, sentence, clause }: Pick<Place, 'text' | 'sentence' | 'clause'>): string {
  let end = sentence.start
  while (end < clause.start && !'，：；'.includes(text.charAt(end))) end += 1
  if (end >= clause.start) return ''
  const head = findObject(text, sentence.start, end)
  return text.slice(head.start, head.end).replace(CHANGE_VERB, '')
}
