import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { parseOutline } from '../outline/parse.ts'
import { factsOf, plan, report } from './lexicon.test-helper.ts'
import { withOwnPeriod } from './own-period.ts'
import { readTimeline } from './timeline.ts'

/** The status of each line, P for past and F for future. */
function status(lines: readonly string[], facts: DocumentFacts): string {
  const text = lines.join('\n')
  const contexts = readTimeline({ text, blocks: parseOutline(text), facts })
  return contexts.map((context) => (context.status === 'past' ? 'P' : 'F')).join('')
}

describe('readTimeline', () => {
  it('turns a report at the heading of the work ahead', () => {
    expect(status(['一、2024年工作回顾', '产业升级。', '二、2025年重点任务', '继续升级。'], report)).toBe('PPFF')
  })

  it('is not turned by sub-headings that say 加快 of past work', () => {
    const lines = [
      '一、2024年工作回顾',
      '（一）加快产业升级，全力稳住工业',
      '产值增长。',
      '二、2025年重点任务',
      '（一）夯实发展基础性作用',
      '继续增长。',
    ]
    expect(status(lines, report)).toBe('PPPFFF')
  })

  it('turns at a sentence where no heading says it', () => {
    expect(
      status(['过去一年，成绩来之不易。', '今年经济社会发展的主要预期目标是：稳中求进。', '抓好工业。'], report),
    ).toBe('PFF')
  })

  it('does not turn at the key year of the past', () => {
    expect(status(['2024年是“十四五”规划的关键之年，成绩来之不易。', '产业升级。'], report)).toBe('PP')
  })

  it('looks back in the first chapters of a plan and ahead in the others', () => {
    const lines = [
      '第一章 发展环境',
      '综合实力跃升。',
      '第二章 主要目标',
      '量质齐升。',
      '第三章 完善规划实施和评估机制',
      '压实责任。',
    ]
    expect(status(lines, plan)).toBe('PPFFFF')
  })

  it('takes a bulletin for results throughout', () => {
    expect(status(['一、综合', '生产总值增长6%。'], factsOf('bulletin', { from: 2024, to: 2024 }))).toBe('PP')
  })
})

describe('withOwnPeriod', () => {
  const own = (lines: readonly string[], facts: DocumentFacts): DocumentFacts['period'] => {
    const text = lines.join('\n')
    return withOwnPeriod({ text, blocks: parseOutline(text), facts }).period
  }

  it('reads the year of an excerpt from its goals', () => {
    expect(own(['建议2021年经济社会发展主要预期目标是：稳中求进。'], factsOf('other', null))).toEqual({
      from: 2021,
      to: 2021,
    })
  })

  it('prefers the year of the work ahead to the year under review', () => {
    const review = factsOf('government-report', { from: 2024, to: 2024 })
    expect(own(['一、2024年工作回顾', '产业升级。', '二、2025年重点任务', '继续升级。'], review)).toEqual({
      from: 2025,
      to: 2025,
    })
  })

  it('leaves a plan its period', () => {
    expect(own(['二、2026年重点任务'], plan)).toEqual(plan.period)
  })
})
