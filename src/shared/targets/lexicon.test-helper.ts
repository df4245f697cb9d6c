import type { DocumentFacts, DocumentKind, Period } from '../outline/document-facts.ts'
import { parseOutline } from '../outline/parse.ts'
import { extractTargets } from './extract.ts'
import type { IndicatorEntry, Lexicon, Polarity } from './lexicon.ts'
import type { Target } from './target.ts'

function entry(name: string, polarity: Polarity, ...synonyms: string[]): IndicatorEntry {
  return { name, synonyms, category: '经济', polarity, units: [], note: '' }
}

/** A small lexicon for tests; the program's own stands in resources/lexicon. */
export const testLexicon: Lexicon = {
  indicators: [
    entry('地区生产总值', 'up', '国内生产总值', '生产总值', 'GDP'),
    entry('研发经费投入强度', 'up', '研发经费占比', '研发投入强度'),
    entry('城镇化率', 'up', '城市化率'),
    entry('常住人口城镇化率', 'up'),
    entry('户籍人口城镇化率', 'up'),
    entry('城镇调查失业率', 'down'),
    entry('每万人口发明专利拥有量', 'up'),
    entry('每万人口高价值发明专利拥有量', 'up'),
    entry('单位地区生产总值能耗', 'down', '单位GDP能耗', '单位国内生产总值能耗'),
    entry('粮食播种面积', 'up'),
    entry('城镇新增就业', 'up'),
    entry('森林覆盖率', 'up'),
  ],
}

export function factsOf(kind: DocumentKind, period: Period | null): DocumentFacts {
  return { kind, period, region: null, level: null, stage: null, date: null, evidence: [] }
}

export const plan = factsOf('five-year-plan', { from: 2021, to: 2025 })
export const report = factsOf('government-report', { from: 2025, to: 2025 })
/** A text whose kind nobody knows: all of it looks ahead. */
export const draft = factsOf('other', { from: 2025, to: 2025 })

export function extractFrom(text: string, facts: DocumentFacts = draft): Target[] {
  return extractTargets({ text, blocks: parseOutline(text), facts }, testLexicon)
}

/** 地区生产总值 6% around growth 2025 — one line a target, for assertions that read like the sentence. */
export function summary(text: string, facts: DocumentFacts = draft): string[] {
  return extractFrom(text, facts)
    .filter((target) => target.kind === 'target')
    .map((target) => {
      const value = `${target.value}${target.max === null ? '' : `~${target.max}`}${target.unit}`
      return `${target.indicator} ${value} ${target.bound} ${target.measure} ${target.period}`
    })
}
