import type { Bound, Measure } from './target.ts'
import { wordBefore, wordSet } from './word-set.ts'
import { BOUNDS_BEFORE } from './words/bound-words.ts'
import { DONE_VERBS, DOWN_VERBS, LEVEL_VERBS, TAIL_ADVERBS, UP_VERBS } from './words/number-words.ts'

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

type Kind = 'level' | 'done' | 'up' | 'down' | 'bound' | 'adverb'

const of = (kind: Kind, list: readonly string[]): (readonly [string, Kind])[] => list.map((word) => [word, kind])
const WORDS = wordSet<Kind>([
  ...of('adverb', TAIL_ADVERBS),
  ...of('bound', Object.keys(BOUNDS_BEFORE)),
  ...of('done', DONE_VERBS),
  ...of('down', DOWN_VERBS),
  ...of('up', UP_VERBS),
  ...of('level', LEVEL_VERBS),
])

const YEAR = '(?:[12]\\d{3}|19[\\dbgloB]{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年'
const AGO = `去年|上年|前年|年初|上年末|期初|预算|预期|规划|${YEAR}|“?十[一二三四五六]五”?|同期|全[国省市县区]`
/** What is compared with belongs to the verb, not to the indicator: 比去年, 在2018年基础上, 高于全省平均; 每10万人. */
const COMPARED = new RegExp(
  `(?:(?:比|较|高于|低于|快于|在|按|以)(?:${AGO}|[^，。；、\\d]{1,8}(?=基础上|平均|同期))(?:年?[末底初]|同期|预算(?:赤字|数)?|赤字|额度|实绩|实际|期末|平均水平|平均|水平|增速|执行数|时期|的?基础上)*|(?<=[到至为])${YEAR}(?:末|底)?|同口径|[按以](?:可比|不变|现|当年)价(?:格)?(?:计算)?|每\\d*[百千万十]+(?:人口?|名|户)|每[百千万]?人|每[年月周天户村斤吨亩])$`,
)
/** 增 and 减 alone are verbs unless they end another word (新增, 压减); 高 and 低 only in a comparison. */
const SHORT_UP = /(?:(?<![新递净倍年])增|(?<=[比较][^，。；、]{1,8})[高多快])$/
const SHORT_DOWN = /(?:(?<![削缩递压加])减|(?<=[比较][^，。；、]{1,8})[低少])$/
/** The longest comparison, in characters. */
const WINDOW = 24

/** Single words that end another word behind these characters: 更新60处, 落后产能400项, 耕地保有1500万亩. */
const IN_WORDS: Readonly<Record<string, string>> = {
  新: '更翻创刷革',
  能: '产功性潜动技节效职机电热光势储智赋',
  有: '国公保所持私富拥',
  为: '行作',
  就: '成造',
  共: '公',
  总: '汇',
  要: '需重纪',
  在: '存现',
  计: '统设',
  都: '首成',
  将: '主',
  应: '供响反效适相对',
  是: '别其',
  先: '优首率领争',
}

/** Reads the tail of `text` before `end`, not beyond `from`. */
export function readTail(text: string, from: number, end: number): Tail {
  let start = end
  let level = false
  let done = false
  let growth: 'up' | 'down' | null = null
  let bound: Bound | null = null
  const said: string[] = []
  for (let word = lastWord(text, from, start); word !== null; word = lastWord(text, from, start)) {
    // The word next to the number rules: 增长率达到 is a level, 预期增长 a growth.
    if ((word.kind === 'up' || word.kind === 'down') && !level) growth ??= word.kind
    // 预期增长均为12%, 增长达到9%: the verb of a level says no more than the number is that of the growth.
    if ((word.kind === 'up' || word.kind === 'down') && isLink(said)) growth = word.kind
    if (word.kind === 'level' && growth === null) level = true
    if (word.kind === 'done') done = true
    if (word.kind === 'bound') bound ??= BOUNDS_BEFORE[word.text] ?? null
    said.push(word.text)
    start -= word.text.length
  }
  const all = said.join()
  return { start, level, growth, bound, done, yearly: /年均|每年|逐年/.test(all), respectively: all.includes('分别') }
}

const LINKS = new Set([
  '为',
  '是',
  '达',
  '达到',
  '在',
  '保持',
  '保持在',
  '稳定在',
  '维持在',
  '控制在',
  '均',
  '都',
  '约',
])

/** Whether the words behind a verb of change only link it to its number. */
function isLink(said: readonly string[]): boolean {
  return said.length > 0 && said.every((word) => LINKS.has(word))
}

function lastWord(text: string, from: number, end: number): { text: string; kind: Kind } | null {
  const known = wordBefore(WORDS, text, from, end)
  const compared = comparison(text, from, end)
  if (compared.length > known.length) return { text: compared, kind: 'adverb' }
  // 扩大到全省50%以上的城市
  const reached = REACHED_IN.exec(text.slice(Math.max(from, end - 4), end))?.[0]
  if (reached !== undefined) return { text: reached, kind: 'adverb' }
  // 达到常住人口的20%: what the share is of.
  const whole = known === '的' ? SHARE_OF.exec(text.slice(Math.max(from, end - WINDOW), end))?.[1] : undefined
  if (whole !== undefined) return { text: whole, kind: 'adverb' }
  if (IN_WORDS[known]?.includes(text.charAt(end - 2)) === true) return null
  if (known !== '') return { text: known, kind: WORDS.words.get(known) ?? 'adverb' }
  const last = text.charAt(end - 1)
  if (end <= from || !'增减高多快低少'.includes(last)) return null
  const window = text.slice(Math.max(from, end - WINDOW), end)
  if (SHORT_UP.test(window)) return { text: last, kind: 'up' }
  return SHORT_DOWN.test(window) ? { text: last, kind: 'down' } : null
}

const REACHED_IN = /(?<=到)全[国省市县区]$/
const SHARE_OF = /(?:达到|提高到|提升到|下降到|降到|占到|占|超过)([^，。、；\d]{2,10}的)$/

/** Characters that a comparison can end with; a quick refusal for all others. */
const COMPARISON_END = /[年末底初期算绩际均平速数时上国省市县区五”划径人口名户月周天村价格字度斤吨亩]/

function comparison(text: string, from: number, end: number): string {
  if (end <= from || !COMPARISON_END.test(text.charAt(end - 1))) return ''
  return COMPARED.exec(text.slice(Math.max(from, end - WINDOW), end))?.[0] ?? ''
}

/** The measure that a tail says, or null when it says none. */
export function tailMeasure(tail: Tail): Measure | null {
  if (tail.growth !== null) return 'growth'
  return tail.level || tail.bound !== null ? 'level' : null
}
