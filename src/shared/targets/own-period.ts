import type { Block } from '../outline/block.ts'
import type { DocumentFacts, Period } from '../outline/document-facts.ts'
import { parseChineseNumber } from '../text/chinese-number.ts'
import { planPeriod } from './time-words.ts'

/** A yearly report names its year where it sets its goals, its requirements or opens the year's work. */
const YEARLY =
  /(20\d\d)\s*年\s*(?:的?(?:工作|经济社会|国民经济|发展|主要|预期|政府)[^。，：]{0,16}(?:目标|要求|思路|任务|安排)|是[^。]{0,30}(?:开局|收官|起步|关键)之年)/
const PLAN = /“?(十[一二三四五六七八九]?)五”?(?:时期|期间)?[^。，：]{0,16}(?:主要目标|发展目标|目标任务)/g

/** 二、2025年工作总体部署: the heading of the part ahead names the report's year. */
const YEAR_HEADING = /(20\d\d)\s*年[^。]{0,16}(?:任务|部署|要求|目标|工作|安排|取向)/

/** So often a year is named as the end of goals that it is the end of the plan. */
const OFTEN = 3

interface Texted {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: DocumentFacts
}

/**
 * The facts with the period that the text itself sets. Excerpts have no title, but say 2021年工作的总体要求; a report without
 * title begins with the year under review, a part of a plan with the plan before it, and a later heading names its own.
 */
export function withOwnPeriod({ text, blocks, facts }: Texted): DocumentFacts {
  const known = facts.period
  if (known === null) {
    const period = yearlyPeriod(text) ?? planOf(text) ?? spokenPlan(text) ?? goalPeriod(text) ?? spokenPlan(text, true)
    return period === null ? facts : { ...facts, period }
  }
  const period = headingPeriod(text, blocks, facts, known)
  return period === null ? facts : { ...facts, period }
}

/** The next year, or the next plan, where the headings say that the work ahead belongs to it. */
function headingPeriod(text: string, blocks: readonly Block[], facts: DocumentFacts, known: Period): Period | null {
  const headings = blocks.filter((block) => block.kind === 'heading').map((block) => text.slice(block.start, block.end))
  if (facts.kind === 'government-report' && known.from === known.to) {
    const year = headingYear(headings)
    return year === known.to + 1 ? { from: year, to: year } : null
  }
  if (facts.kind !== 'five-year-plan') return null
  const goals = planOf(headings.join('\n'))
  return goals !== null && goals.from === known.to + 1 ? goals : null
}

function headingYear(headings: readonly string[]): number | null {
  for (const title of headings) {
    const found = /回顾|总结/.test(title) ? null : YEAR_HEADING.exec(title)
    if (found !== null) return Number(found[1])
  }
  return null
}

function yearlyPeriod(text: string): Period | null {
  const found = YEARLY.exec(text)
  if (found === null) return null
  const year = Number(found[1])
  return { from: year, to: year }
}

/** 到2025年 again and again: a part of the plan that ends in that year, which is the last of five. */
function goalPeriod(text: string): Period | null {
  const counts = new Map<number, number>()
  for (const [, year] of text.matchAll(/到\s*(20\d[05])\s*年/g)) {
    const to = Number(year)
    counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most === undefined || most[1] < OFTEN ? null : { from: most[0] - 4, to: most[0] }
}

const SPOKEN =
  /[“"]?(十[一二三四五六七八九]?|[六七八九])五[”"](?:时期|期间)|第(十?[一二三四五六七八九]|十)个五年(?:规划|计划)/g

/** A part of the plan that it names far most often; with `alone`, of the only plan that it names at all. */
function spokenPlan(text: string, alone = false): Period | null {
  const counts = new Map<number, number>()
  for (const [, short, long] of text.matchAll(SPOKEN)) {
    const ordinal = parseChineseNumber(short ?? long ?? '')
    if (ordinal !== null) counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1)
  }
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1])
  if (most === undefined) return null
  const clear = alone ? next === undefined : most[1] >= OFTEN && most[1] >= 2 * (next?.[1] ?? 0)
  return clear ? planPeriod(most[0]) : null
}

/** The latest plan whose goals the text speaks of: a plan looks back on the goals of the one before. */
function planOf(text: string): Period | null {
  const ordinals = [...text.matchAll(PLAN)].flatMap((found) => parseChineseNumber(found[1] ?? '') ?? [])
  return ordinals.length === 0 ? null : planPeriod(Math.max(...ordinals))
}
