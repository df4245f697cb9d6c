import type { Bound, Measure } from './target.ts'
import {
  BOUNDS_BEFORE,
  DONE_VERBS,
  DOWN_VERBS,
  LEVEL_VERBS,
  longestFirst,
  TAIL_ADVERBS,
  UP_VERBS,
} from './vocabulary.ts'

/** What the words right before a number say: 年均增长, 控制在, 力争突破. */
export interface Tail {
  /** Where the words begin: behind the indicator. */
  readonly start: number
  readonly level: boolean
  readonly growth: 'up' | 'down' | null
  readonly bound: Bound | null
  /** 完成, 实现 right before the number. */
  readonly done: boolean
  readonly yearly: boolean
  readonly respectively: boolean
}

const COMPARED_WITH =
  '(?:比|较|高于|低于|快于|在|按|以)(?:去年|上年|前年|全国|全省|全市|全县|预算|预期|规划|[12]\\d{3}年|“?十[一二三四五六]五”?|同期|[^，。；、\\d]{1,8}(?=基础上|平均|同期))(?:末|底|初|同期|预算|实绩|实际|期末|平均|平均水平|水平|增速|执行数|时期|的?基础上)*|同口径'
const DENOMINATOR = '每\\d*[百千万十]+(?:人口?|名|户)|每[百千万]?人|每[年月周天户村]'

const KINDS: readonly (readonly [string, string])[] = [
  ['level', longestFirst(LEVEL_VERBS)],
  ['done', longestFirst(DONE_VERBS)],
  ['up', `${longestFirst(UP_VERBS)}|(?<![新递净倍年])增|(?<=[比较].{1,8})[高多快]`],
  ['down', `${longestFirst(DOWN_VERBS)}|(?<![削缩递压加])减|(?<=[比较].{1,8})[低少]`],
  ['bound', longestFirst(Object.keys(BOUNDS_BEFORE))],
  ['adverb', longestFirst(TAIL_ADVERBS)],
  // What is compared with belongs to the verb, not to the indicator: 比去年, 在2018年基础上, 高于全省平均.
  ['compare', `${COMPARED_WITH}|${DENOMINATOR}`],
]
const TAIL = new RegExp(`(?:${KINDS.map(([name, words]) => `(?<${name}>${words})`).join('|')})$`)
/** The longest stretch of such words, in characters. */
const WINDOW = 44

/** Reads the tail of `text` before `end`, not beyond `from`. */
export function readTail(text: string, from: number, end: number): Tail {
  let start = end
  let level = false
  let done = false
  let growth: 'up' | 'down' | null = null
  let bound: Bound | null = null
  const said: string[] = []
  for (;;) {
    const found = TAIL.exec(text.slice(Math.max(from, start - WINDOW), start))
    const word = found?.[0] ?? ''
    if (word === '') break
    const kinds = found?.groups ?? {}
    // The word next to the number rules: 增长率达到 is a level, 预期增长 a growth.
    if (kinds.up !== undefined && !level) growth ??= 'up'
    if (kinds.down !== undefined && !level) growth ??= 'down'
    if (kinds.level !== undefined && growth === null) level = true
    if (kinds.done !== undefined) done = true
    if (kinds.bound !== undefined) bound ??= BOUNDS_BEFORE[word] ?? null
    said.push(word)
    start -= word.length
  }
  const all = said.join()
  return { start, level, growth, bound, done, yearly: /年均|每年|逐年/.test(all), respectively: all.includes('分别') }
}

/** The measure that a tail says, or null when it says none. */
export function tailMeasure(tail: Tail): Measure | null {
  if (tail.growth !== null) return 'growth'
  return tail.level || tail.bound !== null ? 'level' : null
}
