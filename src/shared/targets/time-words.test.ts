import { describe, expect, it } from 'vitest'
import { factsOf, report, summary } from './lexicon.test-helper.ts'
import { findTimeWords, formatPeriod } from './time-words.ts'

const periods = (text: string, facts = report): string[] =>
  findTimeWords(text, facts).map(({ period, past }) => `${formatPeriod(period)}${past ? ' past' : ''}`)

describe('findTimeWords', () => {
  it.each([
    ['今明两年', ['2025-2026']],
    ['用三年左右时间', ['2025-2027']],
    ['五年来', ['2020-2024 past']],
    ['到本世纪中叶', ['2050']],
    ['“十五五”时期', ['2026-2030']],
    ['比2020年', []],
  ])('%s', (text, expected) => {
    expect(periods(text)).toEqual(expected)
  })

  it('reads 本世纪末 as of its own century', () => {
    expect(periods('到本世纪末', factsOf('five-year-plan', { from: 1981, to: 1985 }))).toEqual(['2000'])
  })
})

describe('the time of a target', () => {
  it.each([
    ['继续执行去年出台的政策，新增减税约5亿元。', ['减税 5亿元 around growth 2025']],
    [
      '力争2027年建成3个亿元园区。加快发展5个产业集群。',
      ['亿元园区 3个 exact addition 2027', '产业集群 5个 exact addition 2025'],
    ],
    ['今明两年完成职业培训3万人次。', ['职业培训 3万人次 exact addition 2025-2026']],
  ])('%s', (text, expected) => {
    expect(summary(text, report.kind === 'other' ? report : factsOf('other', { from: 2025, to: 2025 }))).toEqual(
      expected,
    )
  })

  it('takes a year within the plan for a flow of that year, and 到 the last year for the whole plan', () => {
    const plan = factsOf('five-year-plan', { from: 2021, to: 2025 })
    expect(summary('2025年新增学位300个。', plan)).toEqual(['学位 300个 exact addition 2025'])
    expect(summary('到2025年新增学位300个。', plan)).toEqual(['学位 300个 exact addition 2021-2025'])
  })

  it('knows the plan of a part without title by the only plan that it names', () => {
    expect(summary('实施第十四个五年规划。城镇化率提高到72%。', factsOf('other', null))).toEqual([
      '城镇化率 72% exact level 2025',
    ])
  })
})
