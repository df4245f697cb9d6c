import type { Block } from '../outline/block.ts'
import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { sectionHeads } from '../outline/section-heads.ts'
import { sectionPaths } from '../outline/section-path.ts'
import { fold } from './fold.ts'
import { goalListStart } from './qualitative.ts'
import { findTimeWords } from './time-words.ts'

/** What the headings and lead-ins above a block say of all that stands in it. */
export interface BlockContext {
  /** Review of what was done, or what is to be done. */
  readonly status: 'past' | 'future'
  readonly period: Period | null
  /** true in a section or list of main goals, where goals without a number count too. */
  readonly goals: boolean
  readonly section: readonly string[]
}

interface Level {
  readonly level: number
  readonly status: 'past' | 'future'
  readonly period: Period | null
  readonly goals: boolean
}

const PAST_HEADING =
  /回顾|总结|成就|取得.{0,8}成绩|主要成效|发展成效|发展基础(?!性|设施)|现实基础|基础条件|完成情况|执行情况|过去[一五]?年|基本情况|存在(?:的)?问题|决定性进展|历史性成就|如期实现|现状|评估/
const FUTURE_HEADING =
  /目标|任务|安排|今年(?:的)?(?:重点)?工作|重点工作|总体要求|总体思路|部署|今后|下一步|打算|展望|奋力|全力|加快|开局|政策取向|建议|指导思想|主要工作|工作重点/
const GOALS_HEADING = /(?:主要|发展|预期|奋斗|总体|具体|规划|主要预期).{0,4}目标|主要指标|目标任务$/
/** A sentence that turns a report from its review to the work ahead. */
const TURN =
  /^(?:.{0,30}(?:今年|20\d\d年|今后五年|未来五年|“?十[一二三四五六]五”?(?:时期|期间)).{0,24}(?:总体要求|总体思路|指导思想|主要预期目标|预期目标|主要目标|奋斗目标|工作思路|重点(?:抓好|做好|工作)|开局之年|收官之年|关键之年|起步之年))/
const LEAD_IN = /[：:]\s*$/

/** The context of every block, in order. */
export function readTimeline(source: TimelineSource): BlockContext[] {
  const { text, blocks, facts } = source
  const heads = sectionHeads(blocks, text)
  const paths = sectionPaths(blocks, text)
  const state = startState(facts)
  const turnsByHeading = heads.some((head) => head && headingStatus(foldTitle(head.title), facts) === 'future')
  return blocks.map((block, i) => {
    const folded = fold(text, block).text
    const head = heads[i]
    if (head) openSection(state, head.level, foldTitle(head.title))
    else if (state.report && !turnsByHeading && TURN.test(folded)) state.flow = 'future'
    const context = contextOf(state, block, paths[i] ?? [])
    if (block.kind !== 'heading') readLeadIn(state, folded, heads[i + 1]?.level ?? LOWEST)
    return context
  })
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
  /** Level of the heading that last said whether its part looks back or ahead. */
  turnedAt: number
  leadIn: { readonly period: Period | null; readonly goals: boolean; readonly level: number } | null
}

function startState(facts: DocumentFacts): State {
  const status = facts.kind === 'government-report' || facts.kind === 'bulletin' ? 'past' : 'future'
  const root: Level = { level: 0, status, period: facts.period, goals: false }
  return {
    facts,
    report: facts.kind === 'government-report',
    stack: [],
    root,
    flow: status,
    turnedAt: LOWEST,
    leadIn: null,
  }
}

function foldTitle(title: string): string {
  return fold(title, { start: 0, end: title.length }).text
}

function openSection(state: State, level: number, title: string): void {
  const { stack, root, facts } = state
  while ((stack.at(-1)?.level ?? 0) >= level) stack.pop()
  if (state.leadIn !== null && level < state.leadIn.level) state.leadIn = null
  const parent = stack.at(-1) ?? root
  const said = headingStatus(title, facts)
  const status = state.report ? turn(state, level, said) : (said ?? parent.status)
  const period = headingPeriod(title, facts) ?? parent.period
  const goals = GOALS_HEADING.test(title) || (parent.goals && !/指导思想|原则|要求/.test(title))
  stack.push({ level, status, period, goals })
}

/** Headings below the one that last said what a part is about cannot turn it: 加快… heads past work too. */
function turn(state: State, level: number, said: 'past' | 'future' | null): 'past' | 'future' {
  if (said === null || level > state.turnedAt) return state.flow
  state.flow = said
  state.turnedAt = level
  return said
}

function contextOf(state: State, block: Block, section: readonly string[]): BlockContext {
  const top = state.stack.at(-1) ?? state.root
  return {
    status: block.kind === 'title' ? 'past' : state.report ? state.flow : top.status,
    period: state.leadIn?.period ?? top.period,
    goals: (state.leadIn?.goals ?? false) || top.goals,
    section,
  }
}

function headingStatus(heading: string, facts: DocumentFacts): 'past' | 'future' | null {
  if (facts.kind === 'bulletin') return 'past'
  if (PAST_HEADING.test(heading) && !/今后|今年|下一步/.test(heading)) return 'past'
  if (FUTURE_HEADING.test(heading)) return 'future'
  const first = findTimeWords(heading, facts)[0]
  if (first === undefined) return null
  return first.past ? 'past' : 'future'
}

function headingPeriod(heading: string, facts: DocumentFacts): Period | null {
  return findTimeWords(heading, facts).find((time) => !time.past)?.period ?? null
}

/** “十四五”期间，我们要重点抓好七个方面的大事： holds for the sections that follow it, up to a heading of a higher rank. */
function readLeadIn(state: State, folded: string, nextLevel: number): void {
  if (!LEAD_IN.test(folded)) return
  const time = findTimeWords(folded, state.facts).findLast((word) => !word.past)
  const goals = goalListStart(folded, { start: 0, end: folded.length }) !== null
  if (time !== undefined || goals) state.leadIn = { period: time?.period ?? null, goals, level: nextLevel }
}
