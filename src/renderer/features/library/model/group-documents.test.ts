import { describe, expect, test } from 'vitest'
import { groupDocuments, matchesQuery } from './group-documents.ts'
import { document, version } from './sample-documents.test-helper.ts'

test('documents stand by kind, then by period, newest first; reports in one list', () => {
  const groups = groupDocuments([
    document('report 2024', { kind: 'government-report', periodFrom: 2024, periodTo: 2024 }),
    document('plan 14', { periodFrom: 2021, periodTo: 2025 }),
    document('unknown', { periodFrom: null, periodTo: null }),
    document('plan 15'),
    document('report 2025', { kind: 'government-report', periodFrom: 2025, periodTo: 2025 }),
    document('province plan 15', { level: 'province', updatedAt: '2025-11-07T08:00:00.000Z' }),
  ])
  const shape = groups.map(({ kind, count, periods }) => [
    kind,
    count,
    ...periods.map((group) => [group.period?.from ?? null, ...group.documents.map(({ title }) => title)]),
  ])
  expect(shape).toEqual([
    ['five-year-plan', 4, [2026, 'province plan 15', 'plan 15'], [2021, 'plan 14'], [null, 'unknown']],
    ['government-report', 2, [null, 'report 2025', 'report 2024']],
  ])
})

describe('a query', () => {
  const plan = document('清川市第十五个五年规划纲要', {
    versions: [version('v', { author: '规划科', sourceName: '征求意见稿1106.docx' })],
  })

  test('matches title, region, author and file name, every word of it', () => {
    expect(['清川', '规划科', '1106', '清川 规划科', 'DOCX'].map((query) => matchesQuery(plan, query, ''))).toEqual(
      Array(5).fill(true),
    )
    expect(matchesQuery(plan, '清川 财政局', '')).toBe(false)
  })

  test('matches full-width digits and the names the caller adds', () => {
    expect(matchesQuery(plan, '１１０６', '')).toBe(true)
    expect(matchesQuery(plan, '十五五', '五年规划\n十五五')).toBe(true)
  })
})
