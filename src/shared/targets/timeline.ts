import type { Block } from '../outline/block.ts'
import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { fold } from './fold.ts'
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
  readonly title: string
  readonly status: 'past' | 'future'
  readonly period: Period | null
  readonly goals: boolean
}

const PAST_HEADING =
  /回顾|总结|成就|取得.{0,8}成绩|主要成效|发展成效|发展基础|现实基础|基础条件|完成情况|执行情况|过去[一五]?年|基本情况|存在(?:的)?问题|决定性进展|历史性成就|如期实现|现状|评估/
const FUTURE_HEADING =
  /目标|任务|安排|今年(?:的)?(?:重点)?工作|重点工作|总体要求|总体思路|部署|今后|下一步|打算|展望|奋力|全力|加快|开局|政策取向|建议|指导思想|主要工作|工作重点/
const GOALS_HEADING = /(?:主要|发展|预期|奋斗|总体|具体|规划|主要预期).{0,4}目标|主要指标|目标任务$/
/** A sentence that turns a report from its review to the work ahead. */
const TURN =
  /^(?:.{0,30}(?:今年|20\d\d年|今后五年|未来五年|“?十[一二三四五六]五”?(?:时期|期间)).{0,24}(?:总体要求|总体思路|指导思想|主要预期目标|预期目标|主要目标|奋斗目标|工作思路|重点(?:抓好|做好|工作)|开局之年|收官之年|关键之年|起步之年))/
const LEAD_IN = /[：:]\s*$/

/** The context of every block, in order. */
export function readTimeline(source: {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: DocumentFacts
}): BlockContext[] {
  const { text, blocks, facts } = source
  const stack: Level[] = []
  const root: Level = { level: 0, title: '', status: startStatus(facts), period: facts.period, goals: false }
  let flow = root.status
  let leadIn: { period: Period; level: number } | null = null
  return blocks.map((block, i) => {
    const folded = fold(text, block).text
    if (block.kind === 'heading') {
      while ((stack.at(-1)?.level ?? 0) >= block.level) stack.pop()
      if (leadIn !== null && block.level < leadIn.level) leadIn = null
      const parent = stack.at(-1) ?? root
      const status = headingStatus(folded, facts) ?? (facts.kind === 'government-report' ? flow : parent.status)
      flow = status
      const period = headingPeriod(folded, facts) ?? (stack.length === 0 ? root.period : parent.period)
      stack.push({
        level: block.level,
        title: text.slice(block.start, block.end).trim(),
        status,
        period,
        goals: GOALS_HEADING.test(folded) || (parent.goals && !/指导思想|原则|要求/.test(folded)),
      })
    } else if (facts.kind === 'government-report' && flow === 'past' && TURN.test(folded)) flow = 'future'
    const top = stack.at(-1) ?? root
    const context = {
      status: block.kind === 'title' ? 'past' : facts.kind === 'government-report' ? flow : top.status,
      period: leadIn?.period ?? top.period,
      goals: top.goals,
      section: stack.map((entry) => entry.title),
    } as const
    if (block.kind !== 'heading') leadIn = readLeadIn(folded, facts, blocks, i) ?? leadIn
    return context
  })
}

function startStatus(facts: DocumentFacts): 'past' | 'future' {
  return facts.kind === 'government-report' || facts.kind === 'bulletin' ? 'past' : 'future'
}

function headingStatus(heading: string, facts: DocumentFacts): 'past' | 'future' | null {
  if (facts.kind === 'bulletin') return 'past'
  const past = PAST_HEADING.test(heading)
  const future = FUTURE_HEADING.test(heading)
  if (past && !/今后|今年|下一步/.test(heading)) return 'past'
  if (future) return 'future'
  const times = findTimeWords(heading, facts)
  const first = times[0]
  if (first === undefined) return null
  return first.past ? 'past' : 'future'
}

function headingPeriod(heading: string, facts: DocumentFacts): Period | null {
  const times = findTimeWords(heading, facts).filter((time) => !time.past)
  return times[0]?.period ?? null
}

/** “十四五”期间，我们要重点抓好七个方面的大事： holds for the headings that follow it, up to one of a higher rank. */
function readLeadIn(
  folded: string,
  facts: DocumentFacts,
  blocks: readonly Block[],
  at: number,
): { period: Period; level: number } | null {
  if (!LEAD_IN.test(folded)) return null
  const next = blocks[at + 1]
  const time = findTimeWords(folded, facts).find((word) => !word.past)
  if (time === undefined || next === undefined) return null
  return { period: time.period, level: next.kind === 'heading' ? next.level : 7 }
}
