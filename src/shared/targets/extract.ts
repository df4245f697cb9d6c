import type { Block } from '../outline/block.ts'
import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { holdsText } from '../outline/section-heads.ts'
import { type AttributeMention, attributeBehind, attributeMentions } from './attribute-words.ts'
import { findIndicator, indexLexicon, type LexiconIndex } from './canonical.ts'
import { type Span, sentences } from './clauses.ts'
import { type Folded, fold, LOOK_AHEAD, unfold } from './fold.ts'
import { explainsWord, looksAheadInGlossary } from './glossary.ts'
import type { Lexicon } from './lexicon.ts'
import { withOwnPeriod } from './own-period.ts'
import type { Phrase } from './phrase.ts'
import { goalListStart, type QualitativeGoal, qualitativeGoals } from './qualitative.ts'
import { findQuantities } from './quantities.ts'
import { readPhrases } from './read-phrases.ts'
import { scopeOf } from './scope.ts'
import { endsPlan } from './spread-period.ts'
import { withTableAttributes } from './table-attributes.ts'
import { readTables } from './tables/read-tables.ts'
import { rowTargets } from './tables/row-targets.ts'
import type { Target } from './target.ts'
import { TargetMemory } from './target-memory.ts'
import { findTimeWords, formatPeriod, type TimeWord } from './time-words.ts'
import { type BlockContext, readTimeline } from './timeline.ts'

export interface TargetSource {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: DocumentFacts
}

/**
 * Reads the targets, results and goals without number out of a canonical text, in the order of the text.
 * Offsets are UTF-16, end exclusive; `text.slice(start, end) === quote` for each. `memory` spares reading blocks again that
 * were read before; it changes nothing in the result.
 */
export function extractTargets(given: TargetSource, lexicon: Lexicon, memory = new TargetMemory()): Target[] {
  const index = indexLexicon(lexicon)
  const source = { ...given, facts: withOwnPeriod(given) }
  memory.begin(lexicon, source.facts)
  const contexts = readTimeline(source, memory.words)
  const tables = readTables(source.text, source.blocks, source.facts.period)
  const targets: Target[] = tables.rows.flatMap((row) => {
    const context = contexts[row.block]
    const place = { text: source.text, index, own: source.facts.period, section: context?.section ?? [] }
    return rowTargets(row, { ...place, ahead: source.facts.kind !== 'bulletin' })
  })
  source.blocks.forEach((block, i) => {
    const context = contexts[i]
    if (context === undefined || block.kind === 'title' || tables.blocks.has(i)) return
    const key = keyOf(source.text, block, context)
    targets.push(...memory.targets.get(key, block.start, () => readBlock({ source, index, block, context })))
  })
  return withTableAttributes(targets).sort((a, b) => a.start - b.start || a.end - b.end)
}

interface BlockInput {
  readonly source: TargetSource
  readonly index: LexiconIndex
  readonly block: Block
  readonly context: BlockContext
}

/** All that the targets of a block depend on, beside the facts and the lexicon of the whole reading. */
function keyOf(text: string, block: Block, { status, period, goals, glossary, section }: BlockContext): string {
  const place = `${block.kind} ${block.label?.length ?? 0} ${status} ${period?.from}-${period?.to} ${goals} ${glossary}`
  return `${place} ${block.end - block.start}\n${section.join('\n')}\n\n${text.slice(block.start, block.end + LOOK_AHEAD)}`
}

function readBlock(input: BlockInput): Target[] {
  const { source, block, context } = input
  // A number before the words (（3）为2万名…) is no part of them.
  const folded = fold(source.text, { start: block.start + (block.label?.length ?? 0), end: block.end })
  const { text } = folded
  const goalsHere = context.goals || goalListStart(text, { start: 0, end: text.length }) !== null
  if (!goalsHere && !/[0-9百千一二两三四五六七八九十零翻半]|性指标/.test(text)) return []
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
    for (const mention of attributeMentions(text, sentence)) targets.push(toGoal(input, folded, mention, times))
    if (goalsFrom === null || context.status === 'past' || !holdsText(block, source.text)) continue
    const span = { start: Math.max(sentence.start, goalsFrom), end: sentence.end }
    for (const goal of qualitativeGoals(text, span, phrases)) targets.push(toGoal(input, folded, goal, times))
  }
  return targets
}

/** Words that make a number a result even among goals. */
const RESULT =
  /(?:去年|上年|过去[一五]?年|[一五]年来|已经?(?:达|设|建|完|有|累|实|超|突|投|开|形|成)|了$|累计(?:完成|实现|建成|达到)?了)/

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
  const before = text.slice(sentence.start, phrase.quantity.start)
  if (explainsWord(before) || (context.glossary && !looksAheadInGlossary(before))) return null
  const time = timeOf(times, phrase, text)
  const clause = text.slice(Math.max(sentence.start, phrase.start - 24), phrase.quantity.start)
  const said = clause.slice(clause.lastIndexOf('，') + 1).replace(/[比较由从](?:去年|上年)/g, '')
  const isResult = (context.status === 'past' && !goals) || (time.word?.past ?? false) || RESULT.test(said)
  const entry = findIndicator(index, phrase.indicator)
  if (!goals && entry === null && isBareNoun(phrase, isResult, clause, text)) return null
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
    period: periodOf(reviewed(time, isResult, context), phrase, context.period, source.facts.period),
    strength: phrase.strength,
    attribute: attributeBehind(text.slice(phrase.end, sentence.end)),
    scope: phrase.scope ?? scopeOf(phrase.indicator),
    ...range,
    quote: source.text.slice(range.start, range.end),
    section: context.section,
  }
}

/** What a name ends with that can only be measured. */
const MEASURABLE =
  /(?:量|额|率|值|面积|收入|人数|人口|里程|容量|规模|能力|覆盖面|比重|比例|占比|指数|水平|寿命|年限|强度|密度|浓度|系数|单产|产能|存栏|出栏|年度(?:计划)?投资|.{3,}(?:投资|资金|支出|经费|拨款|赤字))$/
/** Sizes of a project, which are said like figures of a goal. */
const PROJECT = /总投资|投资额|占地|建筑面积|用地|规模为|设计|全长|库容|装机规模|注册资本/

/** A noun and a number, 「年发电量456亿千瓦时」: a figure among results and behind another figure, and not the size of a project. */
function isBareNoun(phrase: Phrase, isResult: boolean, clause: string, text: string): boolean {
  const written = text.slice(phrase.quantity.start, phrase.quantity.end)
  const behind = text.slice(phrase.end)
  const bounded = phrase.bound !== 'exact' && (phrase.measure !== 'level' || !/[多余]/.test(written))
  if (phrase.evidence !== 'noun' || bounded || phrase.measure === 'addition') return false
  if (PROJECT.test(clause.slice(clause.lastIndexOf('，') + 1))) return true
  if (isResult) return phrase.name === null
  return !MEASURABLE.test(phrase.indicator) || !(phrase.follows || /^(?:[，。；]|$|、(?:比|较|同比|增长))/.test(behind))
}

/** The time that holds for a number, and whether its own sentence says it. */
interface SaidTime {
  readonly word: TimeWord | null
  readonly here: boolean
}

/** The last time said before the number: in its sentence (to the full stop), or in the paragraph where that opens its goals. */
function timeOf(times: readonly TimeWord[], phrase: Phrase, text: string): SaidTime {
  const from = lastStop(text, phrase.start)
  const here = times.findLast(
    (time) => time.end <= phrase.quantity.start && time.start >= from && reaches(time, phrase, text),
  )
  if (here !== undefined) return { word: here, here: true }
  const last = times.findLast((time) => time.end <= from)
  // 五年来，成果丰硕。收入增长58%: what was done in the span goes on.
  if (last?.past === true && last.form === 'span' && /^五年|年来$/.test(text.slice(last.start, last.end)))
    return { word: last, here: false }
  const earlier = times.findLast((time) => time.end <= from && !time.past)
  // 主要是与“十四五”规划目标衔接: a plan that is only referred to.
  const referred = earlier !== undefined && /[与同和照据]$/.test(text.slice(0, earlier.start).replace(/“$/, ''))
  const opens =
    earlier !== undefined && !referred && OPENS_GOALS.test(text.slice(Math.max(0, earlier.start - 4), earlier.end + 30))
  return { word: opens ? earlier : null, here: false }
}

/** 全年, 当年 in the review of a year is that year. */
function reviewed(time: SaidTime, isResult: boolean, { status }: BlockContext): SaidTime {
  const ofReview = isResult && status === 'past' && time.word?.form === 'this-year'
  return ofReview ? { word: null, here: false } : time
}

/** The time of a whole paragraph: “十五五”期间, 目标, 到2030年，. In 力争2027年建成… it is that of its clause alone. */
const OPENS_GOALS = /目标|期间|时期|(?<![达提升增降减扩])到[^，]{4,8}[末底]?，|力争\d{4}年，/

/** 实现“十四五”末总量达到60万套，新建3万套: the end of a plan said inside a clause holds for that clause only. */
function reaches(time: TimeWord, phrase: Phrase, text: string): boolean {
  // 继续执行去年出台的政策，新增减税50亿元: the year belongs to what follows it up to 的.
  const attributive = time.past && /^[^，；：]{1,10}的/.test(text.slice(time.end, time.end + 12))
  if (attributive && /[，；：]/.test(text.slice(time.end, phrase.quantity.start))) return false
  if (!/五”?末$/.test(text.slice(time.start, time.end))) return true
  const opens = time.start === 0 || /[，；：。！？到至在“]/.test(text.charAt(time.start - 1))
  return opens || !/[，；]/.test(text.slice(time.end, phrase.quantity.start))
}

function lastStop(text: string, at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) if ('。！？'.includes(text.charAt(i))) return i + 1
  return 0
}

function periodOf(time: SaidTime, phrase: Phrase, context: Period | null, own: Period | null): string {
  const period = time.word?.period ?? context
  if (period === null) return ''
  if (period.from === period.to) {
    // 到2030年…年均增长6%, said in the report of 2026: from the report's year on.
    if (phrase.yearly && own !== null && period.to > own.to) return formatPeriod({ from: own.from, to: period.to })
    // 1985年招生50万人, in the plan to 1985: of that year alone.
    if (time.word?.within === true && phrase.measure === 'addition') return formatPeriod(period)
    const plan = [own, context].find((span): span is Period => span !== null && endsPlan(period, span))
    return formatPeriod(isSpread(phrase) && plan !== undefined ? plan : period)
  }
  const named = time.here && time.word?.form === 'span' && own?.from === own?.to
  return !isSpread(phrase) && !named ? String(period.to) : formatPeriod(period)
}

/** Growth and additions are spread over the plan; 翻一番 compares two years. */
function isSpread(phrase: Phrase): boolean {
  return phrase.measure !== 'level' && phrase.quantity.form !== 'multiple'
}

function toGoal(
  input: BlockInput,
  folded: Folded,
  goal: QualitativeGoal | AttributeMention,
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
    attribute: 'attribute' in goal ? goal.attribute : null,
    scope: null,
    ...range,
    quote: source.text.slice(range.start, range.end),
    section: context.section,
  }
}
