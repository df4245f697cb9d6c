import { type Placed, placeQuantities, type Span } from './clauses.ts'
import { completeName } from './elliptic.ts'
import { findObject, type Head, isOnlyVerb, leadingObject, stripHead } from './head.ts'
import { nounAfter, nounFollows } from './noun-after.ts'
import type { Phrase } from './phrase.ts'
import type { Quantity } from './quantities.ts'
import { isDenominator, isRefused } from './refuse.ts'
import { readTail, type Tail, tailMeasure } from './tail.ts'
import type { Measure, Strength } from './target.ts'
import { GROWTH_NAMES, STRENGTH_WORDS } from './vocabulary.ts'

/** What one phrase hands on to the next one of its sentence. */
interface Carry {
  readonly indicator: string
  readonly measure: Measure
  readonly direction: 'up' | 'down' | null
  readonly verb: string | null
  /** Names still waiting for their numbers: A、B分别增长6%、8%. */
  readonly names: readonly string[]
  readonly scope: string | null
}

/** Where a phrase is read. */
interface Place extends Placed {
  readonly text: string
  readonly sentence: Span
  /** Where the phrase's own words begin: behind the list item before it, or at the clause. */
  readonly from: number
  readonly tail: Tail
  readonly followed: boolean
  readonly carry: Carry | null
  readonly numbers: number
  readonly isKnown: IsKnown
}

/** Whether the lexicon knows a name, so that a verb inside it is part of it (城镇新增就业). */
export type IsKnown = (name: string) => boolean

/** Reads every quantity of a sentence that says something of an indicator; the others are left out. */
export function readPhrases(text: string, sentence: Span, quantities: readonly Quantity[], isKnown: IsKnown): Phrase[] {
  const phrases: Phrase[] = []
  let carry: Carry | null = null
  const figures = quantities.filter((quantity) => !isDenominator(text, quantity))
  const all = placeQuantities(text, sentence, figures)
  for (const [i, placed] of all.entries()) {
    if (isRefused(text, placed)) continue
    const place: Place = { ...placeOf(text, sentence, placed, carry), numbers: bareNumbers(text, all, i), isKnown }
    const read: Read | null = isObject(place) ? readObject(place) : readPredicate(place)
    if (read === null) continue
    phrases.push(toPhrase(place, read))
    carry = read.carry
  }
  return phrases
}

/** How many numbers stand in a row from `at`, with nothing but connectors between: 6%、8%和20%. */
function bareNumbers(text: string, all: readonly Placed[], at: number): number {
  let count = 1
  for (const { quantity, before, joined } of all.slice(at + 1)) {
    if (!joined || before === null || !/^(?:、|和|及|与|以及)$/.test(text.slice(before.end, quantity.start))) break
    count += 1
  }
  return count
}

function placeOf(
  text: string,
  sentence: Span,
  placed: Placed,
  carry: Carry | null,
): Omit<Place, 'numbers' | 'isKnown'> {
  const { quantity, before, itemStart: from } = placed
  const tail = readTail(text, before === null ? from : Math.max(from, before.end), quantity.start)
  return { ...placed, text, sentence, from, tail, carry, followed: nounFollows(text, placed) }
}

/** [verb][noun]number or [verb]number[noun], against [indicator][verb of level or growth]number. */
function isObject(place: Place): boolean {
  const { text, from, tail, quantity, followed } = place
  if (quantity.form === 'zero-growth' || quantity.form === 'multiple') return false
  if (followed && isCounted(quantity) && tail.bound !== 'at-most') {
    if (isOnlyVerb(text, from, quantity.start)) return true
    if (tail.growth === null && stripHead(text, from, tail.start).start >= tail.start) return true
  }
  return tailMeasure(tail) === null
}

function isCounted(quantity: Quantity): boolean {
  return !['percent', 'points', 'multiple', 'ratio', 'time'].includes(quantity.kind)
}

/** What was read at a place. */
interface Read {
  readonly indicator: string
  /** Where the indicator stands; null when it comes from an earlier phrase or clause. */
  readonly name: Span | null
  readonly measure: Measure
  readonly direction: 'up' | 'down' | null
  readonly evidence: Phrase['evidence']
  readonly scope: string | null
  readonly carry: Carry
}

/** [indicator][verb]number: 地区生产总值增长6%; without indicator it speaks of the one before. */
function readPredicate(place: Place): Read | null {
  const { text, quantity, tail, carry } = place
  const span = baseOf(place) ?? { start: place.from, end: tail.start }
  const head = stripHead(text, span.start, span.end)
  const action = isCounted(quantity) && tail.growth === null ? leadingObject(text, head) : null
  const name = trim(text, action ?? head)
  const own = text.slice(name.start, name.end)
  const indicator = own === '' ? (carry?.indicator ?? topicOf(place)) : completeName(own, carry?.indicator)
  if (indicator === '') return null
  const isGrowth =
    tail.growth !== null ||
    quantity.form === 'zero-growth' ||
    quantity.form === 'multiple' ||
    GROWTH_NAMES.test(own === '' ? indicator : own)
  const measure: Measure = isGrowth ? 'growth' : 'level'
  const direction = tail.growth ?? (isGrowth ? (indicator.includes('降') ? 'down' : 'up') : null)
  const names = tail.respectively ? splitNames(own, place.numbers) : []
  const scope = head.scope ?? (own === '' ? (carry?.scope ?? null) : null)
  return {
    indicator: names[0] ?? indicator,
    name: own === '' ? null : name,
    measure,
    direction,
    evidence: 'predicate',
    scope,
    carry: { indicator, measure, direction, verb: null, names: names.slice(1), scope },
  }
}

/** 由50%提高到60%: the indicator stands before the number that is left behind. */
function baseOf({ text, before, joined, clause, tail }: Place): Span | null {
  if (before === null || joined || tail.start > before.end + 12) return null
  const between = text.slice(before.end, tail.start)
  const words = text.slice(clause.start, before.start)
  const mark = /(?:由|从|现行)(?=[^由从]*$)/.exec(words)
  if (mark === null)
    return between === '' ? { start: clause.start, end: readTail(text, clause.start, before.start).start } : null
  return mark.index === 0 && between !== ''
    ? { start: before.end, end: tail.start }
    : { start: clause.start, end: clause.start + mark.index }
}

/** [verb][noun]number or [verb]number[noun]: 新增国家高新企业40家, 改造3000个行政村村道; lists share the verb. */
function readObject(place: Place): Read | null {
  const { text, tail, from, joined, carry, quantity, followed } = place
  const found = objectBefore(place)
  const partOf = text.startsWith('其中', from)
  const inherited = joined || partOf ? carry : null
  const noun = text.slice(found.start, found.end)
  const isBefore = noun !== '' && !/[等的各]/.test(text.charAt(quantity.start - 1))
  const span = isBefore ? found : followed ? nounAfter(text, place) : null
  const name = span === null ? null : trim(text, span)
  const own = name === null ? '' : text.slice(name.start, name.end)
  // 为80万名职工提供培训: the counted people are served, which is an addition.
  const serves = followed && /^[为对向给]$/.test(text.slice(from, quantity.start))
  const verb = found.verb ?? inherited?.verb ?? (tail.done ? '完成' : serves ? '服务' : null)
  const waiting = own === '' && joined ? (carry?.names[0] ?? carry?.indicator ?? '') : ''
  const indicator = completeName(own, carry?.indicator) || waiting || (verb === null ? '' : topicOf(place))
  if (indicator === '') return null
  const shares = inherited !== null && found.verb === null && (isCounted(quantity) || inherited.measure === 'growth')
  const { measure, direction } = shares ? inherited : measureOf(quantity, verb, indicator, tail)
  const names = tail.respectively ? splitNames(indicator, place.numbers) : []
  const left = names.length > 0 ? names.slice(1) : waiting === '' ? [] : (carry?.names.slice(1) ?? [])
  return {
    indicator: names[0] ?? indicator,
    name: own === '' ? null : name,
    measure,
    direction,
    evidence: shares ? 'list' : evidenceOf(place, verb, own),
    scope: found.scope,
    carry: { indicator, measure, direction, verb, names: left, scope: found.scope },
  }
}

/** The noun before the number, behind its verb; a name of the lexicon stays whole (城镇新增就业). */
function objectBefore({ text, from, tail, quantity, isKnown }: Place): Head {
  const end = isOnlyVerb(text, from, quantity.start) ? quantity.start : tail.start
  const whole = stripHead(text, from, end)
  if (!isCounted(quantity)) return leadingObject(text, whole) ?? whole
  const found = findObject(text, from, end)
  return found.verb !== null && isKnown(text.slice(whole.start, whole.end)) ? { ...whole, verb: found.verb } : found
}

function evidenceOf(place: Place, verb: string | null, own: string): Phrase['evidence'] {
  if (verb !== null) return 'action'
  if (place.tail.level || place.tail.bound !== null) return 'predicate'
  const behind = place.text.slice(place.quantity.end, place.clause.end)
  if (own !== '' && /^(?:提供|覆盖|落实|实现|达到|完成|.{2,10}提供)/.test(behind)) return 'action'
  return 'noun'
}

type Measured = Pick<Read, 'measure' | 'direction'>

function measureOf(quantity: Quantity, verb: string | null, indicator: string, tail: Tail): Measured {
  if (GROWTH_NAMES.test(indicator) || quantity.kind === 'points' || quantity.form === 'multiple')
    return { measure: 'growth', direction: /降|减/.test(indicator) ? 'down' : 'up' }
  if (!isCounted(quantity)) return { measure: 'level', direction: null }
  if (verb === null)
    return {
      measure:
        /扩招|招录|新增|新建|改造|建设|培训|帮扶/.test(indicator) ||
        (tail.level && tail.start > 0 && /提供|开展/.test(indicator))
          ? 'addition'
          : 'level',
      direction: null,
    }
  if (/减|压/.test(verb)) return { measure: 'growth', direction: 'down' }
  return { measure: isBudget(verb, quantity) ? 'level' : 'addition', direction: null }
}

/** Sums set aside are a level (安排50亿元); sums spent on building are work done (完成投资). */
function isBudget(verb: string, quantity: Quantity): boolean {
  return quantity.kind === 'money' && !/完成|新增|增加|争取|引|拿出|签|到位|发放|筹/.test(verb)
}

function toPhrase(place: Place, read: Read): Phrase {
  const { quantity, tail, clause, text } = place
  const start = Math.min(quantity.start, tail.start, read.name?.start ?? quantity.start)
  return {
    quantity,
    indicator: read.indicator,
    name: read.name,
    bound: quantity.max === null ? (quantity.bound ?? tail.bound ?? 'exact') : 'range',
    measure: read.measure,
    direction: read.direction,
    strength: strengthOf(text.slice(clause.start, quantity.start)),
    yearly: tail.yearly,
    evidence: read.evidence,
    scope: read.scope,
    start,
    end: Math.max(quantity.end, read.name?.end ?? 0),
  }
}

function strengthOf(words: string): Strength {
  for (const [strength, list] of STRENGTH_WORDS) if (list.some((word) => words.includes(word))) return strength
  return 'firm'
}

function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && '，、：；的'.includes(text.charAt(start))) start += 1
  while (start < end && '，、：；的等'.includes(text.charAt(end - 1)) && end - start > 1) end -= 1
  return { start, end }
}

/** 服务贸易、数字贸易、跨境电商出口 → three names for three numbers; 城乡居民收入 → 城镇 and 农村 for two. */
function splitNames(text: string, numbers: number): string[] {
  if (numbers < 2) return []
  const names = text.split(/、|和|及|与/).filter((name) => name.length > 1)
  if (names.length === numbers) return names
  return numbers === 2 && text.startsWith('城乡') ? [`城镇${text.slice(2)}`, `农村${text.slice(2)}`] : []
}

/** What the sentence is about: the object of its first clause, for a number whose own clause names nothing. */
function topicOf({ text, sentence, clause }: Place): string {
  let end = sentence.start
  while (end < clause.start && !'，：；'.includes(text.charAt(end))) end += 1
  if (end >= clause.start) return ''
  const head = findObject(text, sentence.start, end)
  return text.slice(head.start, head.end)
}
