import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { extractFrom, factsOf, plan } from './lexicon.test-helper.ts'
import { pointsOf } from './pace.ts'
import { type Progress, type ProgressDocument, progressTo } from './progress.ts'
import { writeProgressSums } from './progress-sum.ts'
import { indicatorSeries } from './series.ts'

function document(text: string, facts: DocumentFacts = plan): ProgressDocument {
  return { text, targets: extractFrom(text, facts), facts }
}
const planOf = (words: string) => document(`第三章　主要目标\n${words}`)
const reportOf = (year: number, words: string, ahead = '粮食播种面积90万亩。') =>
  document(
    `一、${year - 1}年工作回顾\n${words}\n二、${year}年主要目标\n${ahead}`,
    factsOf('government-report', { from: year, to: year }),
  )

/** Progress of the first series that has any, over plans and reports in this order. */
function progress(...documents: ProgressDocument[]): Progress | null {
  for (const series of indicatorSeries(documents)) {
    const goals = pointsOf(series, documents).filter(({ kind }) => kind === 'target')
    const found = progressTo(goals, series, documents, () => true)
    if (found) return found
  }
  return null
}

function sums(...documents: ProgressDocument[]) {
  const found = progress(...documents)
  return found && writeProgressSums(found)
}

const jobs = planOf('五年城镇新增就业10万人。')

describe('what a total of several years still needs', () => {
  it('is what the years so far leave, shared by the years to come', () => {
    const documents = [
      jobs,
      reportOf(2022, '城镇新增就业1.8万人。'),
      reportOf(2023, '城镇新增就业1.9万人。'),
      reportOf(2024, '城镇新增就业1.8万人。'),
    ]
    expect(progress(...documents)).toMatchObject({
      kind: 'sum',
      from: 2021,
      to: 2025,
      done: 5.5,
      remaining: 4.5,
      years: 2,
      needed: 2.25,
      past: { from: 2021, to: 2023 },
      tight: true,
    })
    expect(sums(...documents)).toEqual({
      done: '1.8+1.9+1.8=5.5万人',
      remaining: '10-5.5=4.5万人',
      needed: '4.5÷2=2.25万人',
    })
  })

  it('takes results in another unit', () => {
    const found = sums(jobs, reportOf(2022, '城镇新增就业18000人。'))
    expect(found).toEqual({ done: '1.8万人', remaining: '10-1.8=8.2万人', needed: '8.2÷4=2.05万人' })
  })

  it('takes a result of several years for those years', () => {
    const found = progress(
      planOf('单位GDP能耗累计降低14%。'),
      reportOf(2022, '单位GDP能耗降低3%。'),
      reportOf(2024, '单位GDP能耗三年累计降低10%。'),
    )
    expect(found).toMatchObject({ parts: [{ from: 2021, to: 2023, value: 10 }], done: 10, years: 2 })
  })

  it('is not told while a year in between is unknown', () => {
    const found = progress(jobs, reportOf(2022, '城镇新增就业1.8万人。'), reportOf(2024, '城镇新增就业1.9万人。'))
    expect(found).toMatchObject({ missing: [2022], done: 3.7, remaining: null, needed: null, past: null })
  })

  it('before the first result is an even share, beside the pace of the years before', () => {
    const next = factsOf('five-year-plan', { from: 2026, to: 2030 })
    const later = document('第三章　主要目标\n五年城镇新增就业12万人。', next)
    const found = progress(reportOf(2025, '城镇新增就业1.9万人。'), reportOf(2026, '城镇新增就业2.1万人。'), later)
    expect(found).toMatchObject({
      parts: [],
      done: 0,
      needed: 2.4,
      past: { from: 2024, to: 2025, value: 2 },
      tight: true,
    })
  })

  it('is nothing once the total is reached', () => {
    const found = progress(jobs, reportOf(2022, '城镇新增就业10.4万人。'))
    expect(found).toMatchObject({ done: 10.4, remaining: -0.4, needed: 0, tight: false })
  })

  it('compounds where a fall in per cent is meant', () => {
    const energy = planOf('单位GDP能耗累计降低14%。')
    const documents = [energy, reportOf(2022, '单位GDP能耗降低3%。'), reportOf(2023, '单位GDP能耗降低2.5%。')]
    expect(progress(...documents)).toMatchObject({ kind: 'fall', years: 3 })
    expect(sums(...documents)).toEqual({
      done: '1-(1-3%)×(1-2.5%)≈5.43%',
      remaining: '1-(1-14%)÷(1-5.43%)≈9.07%',
      needed: '1-(1-9.07%)^(1/3)≈3.12%',
    })
  })

  it('counts a year that went the other way against it', () => {
    const documents = [
      planOf('单位GDP能耗累计降低14%。'),
      reportOf(2022, '单位GDP能耗上升1%。'),
      reportOf(2023, '单位GDP能耗降低4%。'),
    ]
    expect(sums(...documents)?.done).toBe('1-(1+1%)×(1-4%)≈3.04%')
  })

  it.each([
    ['a yearly rate', '地区生产总值年均增长6%。'],
    ['a figure of each year', '每年城镇新增就业2万人。'],
    ['a level', '城镇化率达到66%。'],
    ['growth that may be meant for each year', '到2025年地区生产总值增长6%。'],
  ])('is not asked of %s', (_, words) => {
    expect(progress(planOf(words), reportOf(2023, '地区生产总值增长5%，城镇新增就业1.8万人。'))).toBeNull()
  })
})
