import { type Placed, placeQuantities, type Span } from './clauses.ts'
import { isOnlyVerb, stripHead } from './head.ts'
import type { Phrase } from './phrase.ts'
import { type Carry, type IsKnown, isCounted, type Place, placeOf, type Read } from './place.ts'
import type { Quantity } from './quantities.ts'
import { readRate } from './rate-behind.ts'
import { improves, isFund, readObject } from './read-object.ts'
import { readPredicate } from './read-predicate.ts'
import { isCountInName, isDenominator, isFootnote, isRefused, isShareOfThings } from './refuse.ts'
import { tailMeasure } from './tail.ts'
import type { Bound, Strength } from './target.ts'
import { STRENGTH_WORDS } from './words/strength-words.ts'

/** Reads every quantity of a sentence that says something of an indicator; the others are left out. */
export function readPhrases(text: string, sentence: Span, quantities: readonly Quantity[], isKnown: IsKnown): Phrase[] {
  const phrases: Phrase[] = []
  let carry: Carry | null = null
  const figures = quantities.filter(
    (quantity, i) =>
      !isDenominator(text, quantity) &&
      !isFootnote(text, quantity) &&
      !isCountInName(text, sentence, quantity, quantities[i + 1]),
  )
  const all = placeQuantities(text, sentence, figures)
  let skipped = false
  for (const [i, given] of all.entries()) {
    // 超百亿元企业3家、超五十亿元企业8家: the size that makes the class does not part the items.
    const placed: Placed =
      skipped && !given.joined && given.itemStart === all[i - 1]?.itemStart ? { ...given, joined: true } : given
    skipped = isRefused(text, placed) && placed.joined
    if (isRefused(text, placed)) continue
    const taken = phrases.at(-1)?.end ?? 0
    const place = placeOf({ text, sentence, carry, isKnown, taken }, placed, bareNumbers(text, all, i))
    const read: Read | null = readRate(place) ?? (isObject(place) ? readObject(place) : readPredicate(place))
    if (read === null || !/[\u4e00-\u9fffA-Za-z]/.test(read.indicator.replace(FOOTNOTE, ''))) continue
    phrases.push(toPhrase(place, read))
    carry = read.carry
  }
  return phrases
}

/** 老旧小区〔71〕: the brackets are folded to round ones. */
const FOOTNOTE = /（\d{1,3}）/g

/** How many numbers stand in a row from `at`, with nothing but connectors between: 6%、8%和20%. */
function bareNumbers(text: string, all: ReturnType<typeof placeQuantities>, at: number): number {
  let count = 1
  for (const { quantity, before, joined } of all.slice(at + 1)) {
    if (!joined || before === null || !/^(?:、|和|及|与|以及)$/.test(text.slice(before.end, quantity.start))) break
    count += 1
  }
  return count
}

/** [verb][noun]number or [verb]number[noun], against [indicator][verb of level or growth]number. */
function isObject(place: Place): boolean {
  const { text, from, tail, quantity, followed } = place
  if (quantity.form === 'zero-growth' || quantity.form === 'multiple') return false
  if (isFund(place) || isShareOfThings(text, place)) return true
  if (followed && isCounted(quantity) && tail.bound !== 'at-most') {
    if (isOnlyVerb(text, from, quantity.start) || improves(place)) return true
    // 实施约50公里堤防工程: only a bound between verb and number.
    const bounded = !tail.level && tail.growth === null && tail.start > from
    if (bounded && (tail.done || isOnlyVerb(text, from, tail.start))) return true
    if (tail.growth === null && stripHead(text, from, tail.start).start >= tail.start) return true
  }
  return tailMeasure(tail) === null
}

function toPhrase(place: Place, read: Read): Phrase {
  const { quantity, tail, clause, text } = place
  let start = Math.min(quantity.start, tail.start, read.name?.start ?? quantity.start)
  while (start < quantity.start && '的了'.includes(text.charAt(start))) start += 1
  return {
    quantity,
    indicator: read.indicator.replace(FOOTNOTE, ''),
    name: read.name,
    bound: quantity.max === null ? (quantity.bound ?? tail.bound ?? boundBeforeVerb(place)) : 'range',
    measure: read.measure,
    direction: read.direction,
    strength: strengthOf(text.slice(clause.start, quantity.start)),
    yearly: tail.yearly,
    follows: place.carry !== null,
    evidence: read.evidence,
    scope: read.scope,
    start,
    end: Math.max(quantity.end, read.name?.end ?? 0),
  }
}

/** 至少组织一次: the bound stands before the verb. */
function boundBeforeVerb({ text, from, quantity }: Place): Bound {
  return /(?:至少|不少于)[^，、\d]{1,8}$/.test(text.slice(from, quantity.start)) ? 'at-least' : 'exact'
}

function strengthOf(words: string): Strength {
  for (const [strength, list] of STRENGTH_WORDS) if (list.some((word) => words.includes(word))) return strength
  return 'firm'
}
