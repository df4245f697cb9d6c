import { CONNECTOR_FIRST, CONNECTOR_LAST, clauseStart, type Placed, placeQuantities, type Span } from './clauses.ts'
import { findObject, type Head, stripHead } from './head.ts'
import type { Phrase } from './phrase.ts'
import type { Quantity } from './quantities.ts'
import { readTail, type Tail, tailMeasure } from './tail.ts'
import type { Bound, Measure, Strength } from './target.ts'
import { GROWTH_NAMES, STRENGTH_WORDS } from './vocabulary.ts'

/** What the phrases of a sentence hand on from one to the next. */
interface Carry {
  indicator: string
  name: Span | null
  measure: Measure
  direction: 'up' | 'down' | null
  verb: string | null
  evidence: Phrase['evidence']
  names: string[]
  scope: string | null
}

/** Reads every quantity of a sentence that says something of an indicator; the others are left out. */
export function readPhrases(text: string, sentence: Span, quantities: readonly Quantity[]): Phrase[] {
  const phrases: Phrase[] = []
  let carry: Carry | null = null
  for (const placed of placeQuantities(text, sentence, quantities)) {
    if (isRefused(text, placed)) continue
    const phrase = readPhrase(text, sentence, placed, carry)
    if (phrase === null) continue
    phrases.push(phrase.phrase)
    carry = phrase.carry
  }
  return phrases
}

type Read = { readonly phrase: Phrase; readonly carry: Carry }

function readPhrase(text: string, sentence: Span, placed: Placed, carry: Carry | null): Read | null {
  const { quantity, clause, before, joined } = placed
  const gap = before === null ? '' : text.slice(before.end, quantity.start)
  const connector = joined ? (CONNECTOR_FIRST.exec(gap)?.[0].length ?? gap.length) : 0
  const from = before !== null && joined ? before.end + connector : clause.start
  const tail = readTail(text, before === null ? from : Math.max(from, before.end), quantity.start)
  const followed = nounFollows(text, placed)
  if (quantity.form === 'zero-growth') return predicate(text, sentence, placed, { ...tail, growth: 'up' }, from, carry)
  const measure = tailMeasure(tail)
  if (measure !== null && !(followed && takesNounAfter(text, from, tail, quantity)))
    return predicate(text, sentence, placed, tail, from, joined ? carry : carry)
  return object(text, sentence, placed, tail, from, carry, followed)
}

/** 完成1000个小区改造: the verb of a level with nothing before it and a counted noun behind is an action. */
function takesNounAfter(text: string, from: number, tail: Tail, quantity: Quantity): boolean {
  if (tail.growth !== null || tail.bound === 'at-most') return false
  return isCounted(quantity) && stripHead(text, from, tail.start).start >= tail.start
}

function isCounted(quantity: Quantity): boolean {
  return !['percent', 'points', 'multiple', 'ratio', 'time'].includes(quantity.kind)
}

/** [indicator][verb]number: 地区生产总值增长6%; without indicator it speaks of the one before. */
function predicate(
  text: string,
  sentence: Span,
  placed: Placed,
  tail: Tail,
  from: number,
  carry: Carry | null,
): Read | null {
  const { quantity } = placed
  const base = baseOf(text, placed, tail)
  const head = base === null ? stripHead(text, from, tail.start) : stripHead(text, base.start, base.end)
  const action = findObject(text, head.start, head.end)
  const isTask = isCounted(quantity) && action.verb !== null && tail.growth === null && action.start < action.end
  const named = isTask ? action : head
  const trimmed = trimName(text, named)
  const own = text.slice(trimmed.start, trimmed.end)
  const indicator = own !== '' ? own : (carry?.indicator ?? topic(text, sentence, placed.clause.start))
  if (indicator === '') return null
  const growth =
    tail.growth !== null ||
    quantity.form === 'zero-growth' ||
    GROWTH_NAMES.test(indicator) ||
    quantity.form === 'multiple'
  const measure: Measure = growth ? 'growth' : isTask && tail.bound === null && !tail.level ? 'addition' : 'level'
  const direction = tail.growth ?? (growth ? (/降/.test(indicator) ? 'down' : 'up') : null)
  const names = tail.respectively ? splitNames(own) : []
  const first = names[0] ?? indicator
  const name = own === '' ? null : { start: trimmed.start, end: trimmed.end }
  return finish(text, sentence, placed, {
    indicator: first,
    name,
    tail,
    measure,
    direction,
    evidence: 'predicate',
    scope: head.scope ?? carry?.scope ?? null,
    carry: {
      indicator,
      name,
      measure,
      direction,
      verb: null,
      evidence: 'predicate',
      names: names.slice(1),
      scope: head.scope,
    },
  })
}

/** 由50%提高到60%: the number before is where the indicator stands now; its words are the indicator's. */
function baseOf(text: string, placed: Placed, tail: Tail): Span | null {
  const { before, clause } = placed
  if (before === null || placed.joined || tail.start > before.end + 12) return null
  const rest = text.slice(before.end, tail.start)
  const words = text.slice(clause.start, before.start)
  const mark = /(?:由|从|现行)(?=[^由从]*$)/.exec(words)
  if (mark === null)
    return rest === '' ? { start: clause.start, end: readTail(text, clause.start, before.start).start } : null
  return mark.index === 0 && rest !== ''
    ? { start: before.end, end: tail.start }
    : { start: clause.start, end: clause.start + mark.index }
}

/** [verb][noun]number or [verb]number[noun]: 新增国家高新企业40家, 改造3000个行政村村道; lists share the verb. */
function object(
  text: string,
  sentence: Span,
  placed: Placed,
  tail: Tail,
  from: number,
  carry: Carry | null,
  followed: boolean,
): Read | null {
  const { quantity, joined } = placed
  const found = findObject(text, from, tail.start)
  const noun = text.slice(found.start, found.end)
  const before = noun !== '' && !/(?:等|的|各)$/.test(noun)
  const inherited = joined ? carry : null
  const verb = found.verb ?? inherited?.verb ?? null
  const span: Head | null =
    before && !(followed && found.verb === null && /^其中|其中$/.test(noun))
      ? found
      : followed
        ? nounAfter(text, placed)
        : null
  const trimmed = span === null ? null : trimName(text, span)
  let indicator = trimmed === null ? '' : text.slice(trimmed.start, trimmed.end)
  const shared = indicator === '' && joined && carry !== null ? (carry.names.shift() ?? carry.indicator) : ''
  if (indicator === '')
    indicator = shared !== '' ? shared : verb === null ? '' : topic(text, sentence, placed.clause.start)
  if (indicator === '') return null
  const evidence: Phrase['evidence'] = found.verb !== null ? 'action' : inherited !== null ? 'list' : 'noun'
  const growth = GROWTH_NAMES.test(indicator) || quantity.kind === 'points' || quantity.form === 'multiple'
  const reduces = verb !== null && /减|压/.test(verb)
  const measure: Measure =
    inherited !== null && found.verb === null
      ? inherited.measure
      : growth || reduces
        ? 'growth'
        : verb !== null && isCounted(quantity) && !isBudget(verb, quantity)
          ? 'addition'
          : verb === null &&
              isCounted(quantity) &&
              !isMoney(quantity) &&
              before &&
              found.verb === null &&
              /[扩招引培改建]/.test(indicator)
            ? 'addition'
            : 'level'
  const direction =
    inherited !== null && found.verb === null ? inherited.direction : reduces ? 'down' : growth ? 'up' : null
  const names = tail.respectively ? splitNames(indicator) : []
  const name = shared === '' && trimmed !== null ? { start: trimmed.start, end: trimmed.end } : null
  return finish(text, sentence, placed, {
    indicator: names[0] ?? indicator,
    name,
    tail,
    measure,
    direction,
    evidence,
    scope: found.scope,
    carry: {
      indicator,
      name,
      measure,
      direction,
      verb,
      evidence,
      names: names.length > 0 ? names.slice(1) : shared !== '' ? (carry?.names ?? []) : [],
      scope: found.scope,
    },
  })
}

function isMoney(quantity: Quantity): boolean {
  return quantity.kind === 'money'
}

/** Sums set aside are a level; sums spent on building are work done (完成投资). */
function isBudget(verb: string, quantity: Quantity): boolean {
  return isMoney(quantity) && !/完成|新增|增加|争取|引|拿出|签|到位|发放|筹/.test(verb)
}

interface Parts {
  readonly indicator: string
  readonly name: Span | null
  readonly tail: Tail
  readonly measure: Measure
  readonly direction: 'up' | 'down' | null
  readonly evidence: Phrase['evidence']
  readonly scope: string | null
  readonly carry: Carry
}

function finish(text: string, sentence: Span, placed: Placed, parts: Parts): Read {
  const { quantity, clause } = placed
  const bound: Bound = quantity.max !== null ? 'range' : (quantity.bound ?? parts.tail.bound ?? 'exact')
  const start =
    parts.name === null
      ? Math.min(parts.tail.start, quantity.start)
      : Math.min(parts.name.start, parts.tail.start, quantity.start)
  const end = Math.max(quantity.end, parts.name?.end ?? 0)
  const strength = clauseStrength(
    text.slice(clauseStart(text, clause.start - 1, sentence.start), quantity.start),
    text.slice(clause.start, quantity.start),
  )
  const phrase: Phrase = {
    quantity,
    indicator: parts.indicator,
    name: parts.name,
    bound,
    measure: parts.measure,
    direction: parts.direction,
    strength,
    yearly: parts.tail.yearly,
    evidence: parts.evidence,
    scope: parts.scope,
    start,
    end,
  }
  return { phrase, carry: parts.carry }
}

function clauseStrength(_wide: string, own: string): Strength {
  for (const [strength, words] of STRENGTH_WORDS) if (words.some((word) => own.includes(word))) return strength
  return 'firm'
}

/** Whether a noun stands behind the number: not where the clause or the list item ends there. */
function nounFollows(text: string, placed: Placed): boolean {
  const next = text.slice(placed.quantity.end, placed.clause.end)
  if (next === '' || /^[、）”’]/.test(next)) return false
  if (/^(?:和|及|与|以及|并|或)/.test(next)) return false
  return !/^(?:安排|掌握|执行|的(?:目标|预期|速度|增速|增长|水平|标准|要求)|目标|水平|标准|任务|这一|，)/.test(next)
}

const NOUN_END =
  /[，；。：！？]|、(?=\d|[一二三四五六七八九十百千两]{1,3}[个家项条座所处名批]|一批|一大批|新建|新增|建设)|(?:和|及|与|以及)$/

/** The noun behind a number: to the end of the clause or to the next item of the list. */
function nounAfter(text: string, placed: Placed): Head | null {
  const { quantity, after, clause } = placed
  const start = quantity.end
  const limit = after === null ? clause.end : after.start
  const stretch = text.slice(start, limit)
  const stop = NOUN_END.exec(stretch)
  let noun = stop === null ? stretch : stretch.slice(0, stop.index)
  noun = noun.replace(CONNECTOR_LAST, '')
  const skipped = /^的/.exec(noun)?.[0].length ?? 0
  const cut = /(?:提质提效|落地生根|落户|建设工作|，)/.exec(noun)
  const end = start + (cut === null || cut.index < 2 ? noun.length : cut.index)
  return end - start - skipped < 1 ? null : { start: start + skipped, end, verb: null, scope: null }
}

function trimName(text: string, head: Span): Span {
  let { start, end } = head
  while (start < end && '，、：；的等'.includes(text.charAt(start))) start += 1
  while (start < end && /[，、：；的]/.test(text.charAt(end - 1))) end -= 1
  if (text.slice(start, end).endsWith('等') && end - start > 2) end -= 1
  return { start, end }
}

/** 服务贸易、数字贸易、跨境电商出口 → three names. */
function splitNames(text: string): string[] {
  const names = text.split(/、|和|及|与/).filter((name) => name.length > 1)
  return names.length > 1 ? names : []
}

/** What the sentence is about: the object of its first clause, for a number whose own clause names nothing. */
function topic(text: string, sentence: Span, clause: number): string {
  let end = sentence.start
  while (end < clause && !'，：；'.includes(text.charAt(end))) end += 1
  if (end >= clause) return ''
  const head = findObject(text, sentence.start, end)
  return text.slice(head.start, head.end)
}

/** Numbers that are said of something but commit to nothing: denominators, ages, sizes, policy rates. */
function isRefused(text: string, placed: Placed): boolean {
  const { quantity, after } = placed
  const before = text.slice(Math.max(0, quantity.start - 8), quantity.start)
  const next = text.slice(quantity.end, quantity.end + 8)
  if (/每$/.test(before)) return true
  if (quantity.form === 'chinese' && !chineseCounts(before, quantity)) return true
  if (quantity.kind === 'time' && !timeCounts(before, next)) return true
  if (quantity.kind === 'number' && !bareCounts(before, quantity)) return true
  if (/^(?:的)/.test(next) && isAttribute(text, placed, before)) return true
  return after !== null && isBase(text, placed, after)
}

function chineseCounts(before: string, quantity: Quantity): boolean {
  if (['points', 'percent', 'multiple', 'money', 'area', 'mass', 'length'].includes(quantity.kind)) return true
  if (/每[年月周季][度]?.{0,6}$/.test(before)) return true
  return quantity.value >= 100 || quantity.bound !== null
}

function timeCounts(before: string, next: string): boolean {
  if (/^(?:[\u4e00-\u9fff])/.test(next) && !/^(?:和|及|的目标)/.test(next)) return false
  return /(?:达到?|到|至|为|在|于|超过?|突破|提高|增加|缩短|延长|压缩|减少|寿命|年限|不超|约)$/.test(before)
}

function bareCounts(before: string, quantity: Quantity): boolean {
  if (quantity.unit === '分') return /(?:达到?|到|至|在|以上|提高|提升)$/.test(before)
  if (quantity.unit !== '' || quantity.form !== 'arabic') return true
  return /(?:达到?|到|至|为|在|于|过)$/.test(before)
}

/** 总投资141亿元的项目: a size, not a goal. */
function isAttribute(text: string, placed: Placed, before: string): boolean {
  if (/^的(?:目标|预期|速度|增速|增长)/.test(text.slice(placed.quantity.end, placed.quantity.end + 4))) return false
  if (/(?:增长|达到|下降|提高|降低|实现)$/.test(before)) return false
  return placed.quantity.bound === null || ['money', 'time', 'percent'].includes(placed.quantity.kind)
}

const LEVEL_LINK = /^.{0,8}?(?:提高|提升|增加|上升|下降|降低|降|减少|调整|扩大|增长|压缩|缩短|升)(?:到|至|为)$/

/** 由50%提高到60%: the first number. */
function isBase(text: string, placed: Placed, after: Quantity): boolean {
  return LEVEL_LINK.test(text.slice(placed.quantity.end, after.start))
}
