import { expect, test } from 'vitest'
import type { DocumentFields, DocumentRecord } from '../db/records.ts'
import { findSameDocument } from './same-document.ts'

const PLAN: DocumentFields = {
  title: '临江市国民经济和社会发展第十五个五年规划纲要',
  kind: 'five-year-plan',
  region: '临江市',
  level: 'city',
  periodFrom: 2026,
  periodTo: 2030,
}
const SPECIAL: DocumentFields = { ...PLAN, kind: 'special-plan', title: '临江市“十五五”教育发展规划' }
const record = (id: string, fields: DocumentFields): DocumentRecord => ({
  ...fields,
  id,
  createdAt: '',
  updatedAt: '',
  removed: false,
})
const library = [record('plan', PLAN), record('education', SPECIAL)]

test.each([
  ['the same plan under a shorter title', { ...PLAN, title: '规划纲要（送审稿）' }, 'plan'],
  ['the same title in another stage', { ...SPECIAL, title: '临江市“十五五”教育发展规划（征求意见稿）' }, 'education'],
  [
    'the same title, nothing else known',
    { ...SPECIAL, kind: 'other' as const, region: null, periodFrom: null, periodTo: null },
    'education',
  ],
  ['another special plan of the same city and years', { ...SPECIAL, title: '临江市“十五五”综合交通运输规划' }, null],
  [
    'the plan of another city',
    { ...PLAN, region: '清河市', title: '清河市国民经济和社会发展第十五个五年规划纲要' },
    null,
  ],
  ['the plan before', { ...PLAN, periodFrom: 2021, periodTo: 2025 }, null],
  ['another kind of document with a like title', { ...PLAN, kind: 'government-report' as const }, null],
])('%s', (_, fields, expected) => {
  expect(findSameDocument(fields, library)).toBe(expected)
})

test('what was removed is not suggested', () => {
  expect(findSameDocument(PLAN, [{ ...record('plan', PLAN), removed: true }])).toBeNull()
})
