import { describe, expect, test } from 'vitest'
import type { DocumentSummary, VersionSummary } from '../../../lib/library.ts'
import { baselinesOf, briefName, type DraftSide, nameBaselines, proposedBaselines } from './baselines.ts'

type Given = Partial<Omit<DocumentSummary, 'versions'>> & { readonly versions: readonly Partial<VersionSummary>[] }

function document(id: string, { versions, ...fields }: Given): DocumentSummary {
  return {
    id,
    title: `清川市${id}`,
    kind: 'five-year-plan',
    region: '清川市',
    level: 'city',
    periodFrom: 2026,
    periodTo: 2030,
    createdAt: '',
    updatedAt: '',
    draft: null,
    ...fields,
    versions: versions.map((version) => ({ stage: null, date: null, documentId: id, ...version }) as VersionSummary),
  }
}

const PLAN = document('第十五个五年规划纲要', {
  versions: [
    { id: '征求意见', stage: 'consultation', date: '2025-11-06' },
    { id: '讨论', stage: 'discussion', date: '2025-09-18' },
    { id: '初', stage: 'first-draft', date: '2025-07-02' },
  ],
})
const LIBRARY = [
  PLAN,
  document('第十四个五年规划纲要', {
    periodFrom: 2021,
    periodTo: 2025,
    versions: [{ id: '十四五', date: '2021-03-12' }],
  }),
  document('第十三个五年规划纲要', { periodFrom: 2016, periodTo: 2020, versions: [{ id: '十三五' }] }),
  document('2025年政府工作报告', {
    kind: 'government-report',
    periodFrom: 2025,
    periodTo: 2025,
    versions: [{ id: '报告25' }],
  }),
  document('省规划', {
    title: '江南省国民经济和社会发展第十五个五年规划纲要',
    region: '江南省',
    level: 'province',
    versions: [{ id: '省', date: '2026-01-20' }],
  }),
  document('别处', { title: '邻江市第十五个五年规划纲要', region: '邻江市', versions: [{ id: '邻市' }] }),
]
const VERSION: DraftSide = { documentId: PLAN.id, versionId: '征求意见', isDraft: false }
const ids = (right: DraftSide, left: string, chosen: readonly string[] | null) =>
  baselinesOf(LIBRARY, right, left, chosen)
    .map(({ version }) => version.id)
    .join(' ')

describe('baselines of a draft', () => {
  test('unasked: its stages before, the plan before, the plan above, the reports of the place; no other place', () => {
    expect(proposedBaselines(LIBRARY, VERSION)).toEqual(['讨论', '初', '十四五', '省', '报告25'])
  })
  test('plans of the nation name no region and follow each other all the same', () => {
    const national = { region: null, level: 'nation' } as const
    const before = document('上一个', { ...national, periodFrom: 2021, periodTo: 2025, versions: [{ id: '上' }] })
    const now = document('这一个', { ...national, versions: [{ id: '这' }] })
    const side = { documentId: now.id, versionId: '这', isDraft: false }
    expect(proposedBaselines([now, before, ...LIBRARY], side)).toEqual(['上'])
  })
  test('of a draft the version it was begun from is one', () => {
    expect(proposedBaselines(LIBRARY, { ...VERSION, isDraft: true })[0]).toBe('征求意见')
  })
  test('oldest first; what has no day of its own counts from the year its document begins with', () => {
    expect(ids(VERSION, '讨论', null)).toBe('十四五 报告25 初 讨论 省')
    expect(ids(VERSION, '讨论', ['省', '十三五'])).toBe('十三五 讨论 省')
  })
  test('the one on the left is always among them, what was removed is not', () => {
    expect(ids(VERSION, '邻市', ['初', '不在了'])).toBe('初 邻市')
  })
  test('are named by stage, by title without the place they share, and told apart where the names are the same', () => {
    const words = { stage: (stage: string | null) => stage ?? '未注明' }
    const names = nameBaselines(baselinesOf(LIBRARY, VERSION, '讨论', null), PLAN, words)
    expect([...names.values()]).toEqual([
      '“十四五”规划纲要',
      '2025年政府工作报告',
      'first-draft',
      'discussion',
      '江南省“十五五”规划纲要',
    ])
    expect([...names.values()].map(briefName).slice(0, 2)).toEqual(['十四五纲要', '2025年报告'])
    const twice = [
      document('甲规划', {
        versions: [
          { id: '新', stage: 'review' },
          { id: '旧', stage: 'discussion' },
        ],
      }),
      PLAN,
    ]
    const two = baselinesOf(twice, VERSION, '新', ['旧'])
    expect([...nameBaselines(two, PLAN, words).values()]).toEqual(['甲规划 discussion', '甲规划 review'])
  })
})
