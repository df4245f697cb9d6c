import { Recall } from '../memory/recall.ts'
import type { Block } from '../outline/block.ts'
import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { readLabel } from '../outline/numbering.ts'
import { headsOnLine, type SectionHead, sectionHeads } from '../outline/section-heads.ts'
import { sectionPaths } from '../outline/section-path.ts'
import { speaksAhead, speaksBehind } from './excerpt-tense.ts'
import { fold, LOOK_AHEAD } from './fold.ts'
import { findGlossary } from './glossary.ts'
import { goalListStart } from './qualitative.ts'
import { findTimeWords } from './time-words.ts'

/** What the headings and lead-ins above a block say of all that stands in it. */
export interface BlockContext {
  /** Review of what was done, or what is to be done. */
  readonly status: 'past' | 'future'
  readonly period: Period | null
  /** true in a section or list of main goals, where goals without a number count too. */
  readonly goals: boolean
  /** Notes that explain words of the text. */
  readonly glossary: boolean
  readonly section: readonly string[]
}

interface Level {
  readonly level: number
  readonly status: 'past' | 'future'
  readonly period: Period | null
  readonly goals: boolean
  /** Whether its sections state goals too, whatever they are called. */
  readonly goalsBelow: boolean
}

/** What a heading says of a part that looks back, or at how things stand. */
const PAST_HEADING =
  /(?:回顾|总结|成就|成效|成绩|完成情况|执行情况|进展情况|基本情况|现状|现状与评价|发展基础|现实基础|存在(?:的)?问题|发展环境|发展形势|面临形势)(?:和.{0,12}|与.{0,12}|及.{0,12})?$|回顾|过去[一五]?年|(?:发展|取得)的?(?:成就|成效|成绩)|如期实现|(?:圆满|全面|胜利)完成|历史性成就|决定性进展/
/** What a heading says of a part that sets work or goals. */
const FUTURE_HEADING =
  /目标|(?:主要|工作|重点|战略)任务|重点工作|工作重点|主要工作|工作安排|总体安排|部署|总体要求|总体思路|工作思路|基本思路|主要考虑|政策取向|指导思想|今年|今后|未来五年|下一步|展望|打算/
const GOALS_HEADING = /(?:主要|发展|预期|奋斗|总体|具体|规划)(?:预期|发展|奋斗)?目标$/
/** Words of a sentence that set the work ahead, beside a time to come. */
const AHEAD =
  /总体要求|总体思路|指导思想|预期目标|主要目标|奋斗目标|工作思路|重点(?:抓好|做好|工作|任务)|主要任务|(?:开局|收官|关键|起步|攻坚)之年/
/** Characters of a paragraph within which such a sentence stands. */
const OPENING = 90
/** 指导原则和发展目标 heads a part of which one section states the goals, and says so. */
const GOALS_AMONG_OTHERS =
  /(?:指导思想|要求|原则|方针|思路|形势|环境|基础|任务|战略|理念|方向|布局|重点).*[和与及、].*目标$/
const LEAD_IN = /[：:]\s*$/

/** What the words of one block say of the blocks behind it, whatever stands before it. */
export interface BlockWords {
  /** It opens the part ahead: 今年工作的总体要求是… */
  readonly opensAhead: boolean
  /** It leads in to what follows: “十四五”期间，我们要重点抓好七个方面的大事： */
  readonly leadIn: { readonly period: Period | null; readonly goals: boolean } | null
}

/** The context of every block, in order. `remembered` are words of the same facts that were read before. */
export function readTimeline(source: TimelineSource, remembered = new Recall<BlockWords>()): BlockContext[] {
  const { text, blocks, facts } = source
  const heads = sectionHeads(blocks, text)
  const paths = sectionPaths(blocks, text)
  const glossary = findGlossary(blocks, text)
  const state = startState(facts, isReviewTitle(text, blocks) || isReviewPart(source))
  const turnsByHeading = heads.some((head) => head && headingStatus(foldTitle(head.title), facts) === 'future')
  const allWords = blocks.map((block) => {
    const key = `${block.end - block.start} ${text.slice(block.start, block.end + LOOK_AHEAD)}`
    return remembered.get(key, () => readWords(fold(text, block).text, facts))
  })
  if (state.report && beginsAhead(source, heads, allWords)) state.flow = 'future'
  return blocks.map((block, i) => {
    const words = allWords[i] ?? readWords('', facts)
    const head = heads[i]
    if (head) for (const each of headsOnLine(head)) openSection(state, each.level, foldTitle(each.title))
    else if (state.report && (state.mixed || !turnsByHeading) && words.opensAhead) state.flow = 'future'
    const context = contextOf(state, block, { section: paths[i] ?? [], glossary: glossary[i] ?? false })
    if (block.kind !== 'heading' && words.leadIn)
      state.leadIn = { ...words.leadIn, level: heads[i + 1]?.level ?? LOWEST }
    return context
  })
}

/** Whether a report that begins in its midst, without title, begins in the part ahead: by the words up to where it turns. */
function beginsAhead(
  { text, blocks, facts }: TimelineSource,
  heads: readonly (SectionHead | null)[],
  words: readonly BlockWords[],
): boolean {
  if (blocks.some(({ kind }) => kind === 'title')) return false
  const turn = blocks.findIndex((_, i) => {
    const head = heads[i]
    return words[i]?.opensAhead === true || (head != null && headingStatus(foldTitle(head.title), facts) !== null)
  })
  const end = turn < 0 ? text.length : (blocks[turn]?.start ?? 0)
  const start = blocks[0]?.start ?? 0
  return end > start && speaksAhead(text.slice(start, end))
}

function readWords(folded: string, facts: DocumentFacts): BlockWords {
  return { opensAhead: looksAhead(folded, facts), leadIn: readLeadIn(folded, facts) }
}

interface TimelineSource {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: DocumentFacts
}

/** A level below every heading: a lead-in to plain paragraphs ends at the next heading. */
const LOWEST = 9

interface State {
  readonly facts: DocumentFacts
  /** A report turns once from review to work ahead and stays there; a plan's review is a section of its own. */
  readonly report: boolean
  readonly stack: Level[]
  readonly root: Level
  flow: 'past' | 'future'
  /** true below a heading that names both, 发展成就和主要目标: there a sentence turns the report. */
  mixed: boolean
  /** Level of the heading that last said whether its part looks back or ahead. */
  turnedAt: number
  leadIn: { readonly period: Period | null; readonly goals: boolean; readonly level: number } | null
}

/** 2021年主要工作回顾: an excerpt that only looks back. */
function isReviewTitle(text: string, blocks: readonly Block[]): boolean {
  const title = blocks.find((block) => block.kind === 'title')
  if (title === undefined) return false
  const words = text.slice(title.start, title.end).trim()
  return /(?:回顾|总结)$/.test(words) && !FUTURE_HEADING.test(words.replace(/(?:主要)?工作(?:回顾|总结)$/, ''))
}

/** A part of a report that names neither its kind nor its title, and only looks back. */
function isReviewPart({ text, blocks, facts }: TimelineSource): boolean {
  return facts.kind === 'other' && !blocks.some(({ kind }) => kind === 'title') && speaksBehind(text)
}

function startState(facts: DocumentFacts, review: boolean): State {
  const looksBack = facts.kind === 'government-report' || facts.kind === 'bulletin' || review
  const status = looksBack ? 'past' : 'future'
  const root: Level = { level: 0, status, period: facts.period, goals: false, goalsBelow: false }
  return {
    facts,
    report: facts.kind === 'government-report',
    stack: [],
    root,
    flow: status,
    mixed: false,
    turnedAt: LOWEST,
    leadIn: null,
  }
}

function openSection(state: State, level: number, title: string): void {
  const { stack, root, facts } = state
  while ((stack.at(-1)?.level ?? 0) >= level) stack.pop()
  if (state.leadIn !== null && level < state.leadIn.level) state.leadIn = null
  const parent = stack.at(-1) ?? root
  const said = headingStatus(title, facts)
  if (level <= state.turnedAt) state.mixed = PAST_HEADING.test(title) && FUTURE_HEADING.test(title)
  const status = state.report ? turn(state, level, said) : (said ?? parent.status)
  const period = headingPeriod(title, facts) ?? parent.period
  const goals = GOALS_HEADING.test(title) || (parent.goalsBelow && !/指导思想|原则|要求/.test(title))
  stack.push({ level, status, period, goals, goalsBelow: goals && !GOALS_AMONG_OTHERS.test(title) })
}

/** Headings below the one that last said what a part is about cannot turn it: 加快… heads past work too. */
function turn(state: State, level: number, said: 'past' | 'future' | null): 'past' | 'future' {
  if (said === null || level > state.turnedAt) return state.flow
  state.flow = said
  state.turnedAt = level
  return said
}

function contextOf(state: State, block: Block, place: Pick<BlockContext, 'section' | 'glossary'>): BlockContext {
  const top = state.stack.at(-1) ?? state.root
  const status = block.kind === 'title' ? 'past' : state.report ? state.flow : top.status
  const period = state.leadIn?.period ?? top.period
  return {
    status,
    period: status === 'past' ? reviewed(state, period) : period,
    goals: (state.leadIn?.goals ?? false) || top.goals,
    ...place,
  }
}

/** What a report says of the past without naming a year is of the year before its own. */
function reviewed({ facts }: State, period: Period | null): Period | null {
  const own = facts.period
  if (facts.kind !== 'government-report' || own === null || own.from !== own.to || period === null) return period
  return period.from === own.from && period.to === own.to ? { from: own.from - 1, to: own.to - 1 } : period
}

/** 今年工作的总体要求是…, 2025年主要预期目标：a paragraph that opens the part ahead. */
function looksAhead(paragraph: string, facts: DocumentFacts): boolean {
  const opening = paragraph.slice(0, OPENING)
  const first = findTimeWords(opening, facts)[0]
  return AHEAD.test(opening) && first !== undefined && !first.past
}

/** The heading without what runs on behind it: 第一章 发展环境, then two wide blanks and the first sentence. */
function foldTitle(title: string): string {
  const label = readLabel(title)?.length ?? 0
  const name = title.slice(label).trimStart()
  const head = /^.{2,}?(?=\s{2,}|\u3000)/.exec(name)?.[0] ?? name
  return fold(head, { start: 0, end: head.length }).text
}

function headingStatus(heading: string, facts: DocumentFacts): 'past' | 'future' | null {
  if (facts.kind === 'bulletin') return 'past'
  if (PAST_HEADING.test(heading) && !/今后|今年|下一步/.test(heading.slice(0, 6))) return 'past'
  if (FUTURE_HEADING.test(heading)) return 'future'
  const first = findTimeWords(heading, facts)[0]
  if (first === undefined) return null
  return first.past ? 'past' : 'future'
}

function headingPeriod(heading: string, facts: DocumentFacts): Period | null {
  return findTimeWords(heading, facts).find((time) => !time.past)?.period ?? null
}

/** “十四五”期间，我们要重点抓好七个方面的大事： holds for the sections that follow it, up to a heading of a higher rank. */
function readLeadIn(folded: string, facts: DocumentFacts): BlockWords['leadIn'] {
  if (!LEAD_IN.test(folded)) return null
  const times = findTimeWords(folded, facts).filter((word) => !word.past)
  const last = folded.slice(0, -1).search(/[^。！？]*$/)
  // The sentence that leads in says the time, or the one that opens the paragraph; others only refer to a plan.
  const time = times.findLast((word) => word.start >= last) ?? times.find((word) => word.start < OPENING)
  const goals = goalListStart(folded, { start: 0, end: folded.length }) === folded.length
  return time !== undefined || goals ? { period: time?.period ?? null, goals } : null
}
