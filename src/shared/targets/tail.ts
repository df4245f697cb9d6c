import type { Bound, Measure } from './target.ts'
import { BOUNDS_BEFORE, DOWN_VERBS, LEVEL_VERBS, longestFirst, TAIL_ADVERBS, UP_VERBS } from './vocabulary.ts'

/** What the words right before a number say: 年均增长, 控制在, 力争突破. */
export interface Tail {
  /** Where the words begin: behind the indicator. */
  readonly start: number
  readonly level: boolean
  readonly growth: 'up' | 'down' | null
  readonly bound: Bound | null
  readonly yearly: boolean
  readonly respectively: boolean
}

const KINDS: readonly (readonly [string, string])[] = [
  ['level', longestFirst(LEVEL_VERBS)],
  ['up', longestFirst(UP_VERBS)],
  ['down', longestFirst(DOWN_VERBS)],
  ['bound', longestFirst(Object.keys(BOUNDS_BEFORE))],
  ['adverb', longestFirst(TAIL_ADVERBS)],
  // 比去年, 较上年末, 在2018年基础上, 高于全省平均: what is compared with belongs to the verb, not to the indicator.
  [
    'compare',
    '(?:(?:比|较|高于|低于|快于|在|按|以)(?:去年|上年|前年|全国|全省|全市|全县|预算|预期|规划|[12]\\d{3}年|“?十[一二三四五六]五”?|同期|[^，。；、\\d]{1,8}(?=基础上|平均|同期))(?:末|底|初|同期|预算|实绩|实际|期末|平均|平均水平|水平|增速|执行数|时期|的?基础上)*)|同口径|每\\d*[百千万十]+(?:人口?|名|户)|每[百千万]?人|每[年月周天户村]',
  ],
]
const TAIL = new RegExp(`(?:${KINDS.map(([name, words]) => `(?<${name}>${words})`).join('|')})$`)
/** Single characters that end many nouns; they are verbs here only with nothing but a noun of two characters or more before. */
const WINDOW = 44

/** Reads the tail of `text` before `end`, not beyond `from`. */
export function readTail(text: string, from: number, end: number): Tail {
  let start = end
  let level = false
  let growth: 'up' | 'down' | null = null
  let bound: Bound | null = null
  const said: string[] = []
  for (;;) {
    const window = text.slice(Math.max(from, start - WINDOW), start)
    const groups = TAIL.exec(window)
    const word = groups?.[0]
    if (groups === null || word === undefined || word === '') break
    const kinds = groups.groups ?? {}
    if (kinds.level !== undefined && growth === null && bound === null) level = true
    if (kinds.level !== undefined && bound !== null) level = true
    if (kinds.up !== undefined) growth ??= level ? null : 'up'
    if (kinds.down !== undefined) growth ??= level ? null : 'down'
    if (kinds.bound !== undefined) bound ??= BOUNDS_BEFORE[word] ?? null
    said.push(word)
    start -= word.length
  }
  const all = said.join()
  return { start, level, growth, bound, yearly: /年均|每年|逐年/.test(all), respectively: all.includes('分别') }
}

/** The measure that a tail says, or null when it says none. */
export function tailMeasure(tail: Tail): Measure | null {
  if (tail.growth !== null) return 'growth'
  return tail.level || tail.bound !== null ? 'level' : null
}
