import type { Block } from '../outline/block.ts'
import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { findIndicator, indexLexicon, type LexiconIndex } from './canonical.ts'
import { type Span, sentences } from './clauses.ts'
import { type Folded, fold, unfold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { withOwnPeriod } from './own-period.ts'
import type { Phrase } from './phrase.ts'
import { goalListStart, qualitativeGoals } from './qualitative.ts'
import { findQuantities } from './quantities.ts'
import { readPhrases } from './read-phrases.ts'
import type { Measure, Target } from './target.ts'
import { findTimeWords, formatPeriod, type TimeWord } from './time-words.ts'
import { type BlockContext, readTimeline } from './timeline.ts'

export interface TargetSource {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: DocumentFacts
}

/**
 * Reads the targets, results and goals without number out of a canonical text, in the order of the text.
 * Offsets are UTF-16, end exclusive; `text.slice(start, end) === quote` for each.
 */
export function extractTargets(given: TargetSource, lexicon: Lexicon): Target[] {
  const index = indexLexicon(lexicon)
  const source = { ...given, facts: withOwnPeriod(given) }
  const contexts = readTimeline(source)
  const targets: Target[] = []
  source.blocks.forEach((block, i) => {
    const context = contexts[i]
    if (context === undefined || block.kind === 'title') return
    targets.push(...readBlock({ source, index, block, context }))
  })
  return targets.sort((a, b) => a.start - b.start || a.end - b.end)
}

interface BlockInput {
  readonly source: TargetSource
  readonly index: LexiconIndex
  readonly block: Block
  readonly context: BlockContext
}

function readBlock(input: BlockInput): Target[] {
  const { source, block, context } = input
  const folded = fold(source.text, block)
  const { text } = folded
  const goalsHere = context.goals || goalListStart(text, { start: 0, end: text.length }) !== null
  if (!goalsHere && !/[0-9百千一二两三四五六七八九十零翻半]/.test(text)) return []
  const quantities = findQuantities(text)
  const times = findTimeWords(text, source.facts)
  const isKnown = (name: string): boolean => findIndicator(input.index, name) !== null
  const targets: Target[] = []
  let goalsFrom: number | null = context.goals ? 0 : null
  for (const sentence of sentences(text)) {
    const within = quantities.filter((q) => q.start >= sentence.start && q.end <= sentence.end)
    goalsFrom ??= goalListStart(text, sentence)
    const phrases = readPhrases(text, sentence, within, isKnown)
    for (const phrase of phrases) {
      const target = toTarget(input, folded, sentence, phrase, times, goalsFrom !== null)
      if (target !== null) targets.push(target)
    }
    if (goalsFrom === null || context.status === 'past' || block.kind === 'heading') continue
    const span = { start: Math.max(sentence.start, goalsFrom), end: sentence.end }
    for (const goal of qualitativeGoals(text, span, phrases)) targets.push(toGoal(input, folded, goal, times))
  }
  return targets
}

/** Words that make a number a result even among goals. */
const RESULT =
  /(?:去年|上年|过去[一五]?年|[一五]年来|已经?(?:达|建|完|有|累|实|超|突|投|开|形|成)|了$|累计(?:完成|实现|建成|达到)?了)/

function toTarget(
  input: BlockInput,
  folded: Folded,
  sentence: Span,
  phrase: Phrase,
  times: readonly TimeWord[],
  goals: boolean,
): Target | null {
  const { source, index, context } = input
  const { text } = folded
  const time = timeOf(times, sentence, phrase, text)
  const clause = text.slice(Math.max(sentence.start, phrase.start - 24), phrase.quantity.start)
  const said = clause.slice(clause.lastIndexOf('，') + 1).replace(/[比较](?:去年|上年)/g, '')
  const isResult = (context.status === 'past' && !goals) || (time?.past ?? false) || RESULT.test(said)
  const entry = findIndicator(index, phrase.indicator)
  if (
    phrase.evidence === 'noun' &&
    phrase.bound === 'exact' &&
    entry === null &&
    !goals &&
    phrase.measure !== 'addition'
  )
    return null
  const range = unfold(folded, phrase.start, phrase.end)
  return {
    kind: isResult ? 'actual' : 'target',
    indicator: phrase.indicator,
    canonical: entry?.name ?? null,
    value: phrase.quantity.value,
    max: phrase.quantity.max,
    unit: phrase.quantity.unit,
    bound: phrase.bound,
    measure: phrase.measure,
    ...(phrase.direction === null ? {} : { direction: phrase.direction }),
    period: periodOf(time, sentence, phrase, context.period),
    strength: phrase.strength,
    attribute: attributeOf(text, sentence),
    scope: phrase.scope ?? scopeOf(phrase.indicator),
    ...range,
    quote: source.text.slice(range.start, range.end),
    section: context.section,
  }
}

/** The last time said before the number: in its sentence, or earlier in the block. */
function timeOf(times: readonly TimeWord[], sentence: Span, phrase: Phrase, text: string): TimeWord | null {
  const inSentence = times.findLast((time) => time.end <= phrase.quantity.start && time.start >= sentence.start)
  if (inSentence !== undefined) return inSentence
  const earlier = times.findLast((time) => time.end <= sentence.start && time.form !== 'this-year' && !time.past)
  if (earlier === undefined) return null
  // Only a time that opens the paragraph's goals carries over its sentences.
  return /目标|期间|时期|到|力争/.test(text.slice(Math.max(0, earlier.start - 4), earlier.end + 30)) ? earlier : null
}

function periodOf(time: TimeWord | null, sentence: Span, phrase: Phrase, context: Period | null): string {
  const period = time?.period ?? context
  if (period === null) return ''
  const namedHere = time !== null && time.form === 'span' && time.start >= sentence.start
  if (period.from === period.to) return spanOfYearly(period, phrase.measure, phrase.yearly, context)
  if (phrase.measure === 'level' && !namedHere) return String(period.to)
  return formatPeriod(period)
}

/** 到2025年…年均增长6%: the yearly growth holds for the whole plan. */
function spanOfYearly(period: Period, measure: Measure, yearly: boolean, context: Period | null): string {
  const isEnd = context !== null && context.to === period.to && context.from < context.to
  return isEnd && (yearly || measure === 'addition') ? formatPeriod(context) : formatPeriod(period)
}

function attributeOf(text: string, sentence: Span): Target['attribute'] {
  const said = text.slice(sentence.start, sentence.end)
  if (/（约束性[）指]/.test(said)) return 'binding'
  return /（预期性[）指]/.test(said) ? 'expected' : null
}

function scopeOf(indicator: string): string | null {
  return /(户籍|常住|规上|规模以上|不变价|限额以上|城镇|农村|城乡|全员)/.exec(indicator)?.[0] ?? null
}

function toGoal(
  input: BlockInput,
  folded: Folded,
  goal: Span & { indicator: string },
  times: readonly TimeWord[],
): Target {
  const { source, index, context } = input
  const range = unfold(folded, goal.start, goal.end)
  const time = times.findLast((word) => word.end <= goal.start) ?? null
  return {
    kind: 'qualitative',
    indicator: goal.indicator,
    canonical: findIndicator(index, goal.indicator)?.name ?? null,
    value: null,
    max: null,
    unit: '',
    bound: 'exact',
    measure: 'level',
    period: formatPeriod(time?.period ?? context.period),
    strength: 'firm',
    attribute: null,
    scope: null,
    ...range,
    quote: source.text.slice(range.start, range.end),
    section: context.section,
  }
}
