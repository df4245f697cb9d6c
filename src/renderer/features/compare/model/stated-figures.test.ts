import { expect, test } from 'vitest'
import type { PastPassage } from '../../../../shared/comparison/passage-history.ts'
import type { Target } from '../../../../shared/targets/target.ts'
import type { Baseline } from './baselines.ts'
import { change, target } from './compare.test-helper.ts'
import { statedFigures } from './stated-figures.ts'

const NOW = target({ value: 3, start: 40 })
const place = (start: number) => ({ start, line: 1, section: null })
const baseline = (id: string) => ({ version: { id } }) as Baseline

function passage(left: Target | null, result: Target | null): PastPassage {
  return {
    figures: [{ change: change({ left, right: NOW }), place: left && place(left.start), elsewhere: false }],
    results: result ? [{ of: 40, target: result, year: 2024, place: place(result.start) }] : [],
  } as unknown as PastPassage
}

test('results before targets, oldest document first, the draft last; a result that two report is given once', () => {
  const reached = target({ kind: 'actual', value: 2.52, period: '2024', start: 5 })
  const said = new Map([
    ['十四五', passage(target({ value: 2.8, start: 7, period: '2021-2025' }), null)],
    ['报告', passage(target({ value: 2.6, start: 9, period: '' }), reached)],
    ['讨论稿', passage(null, reached)],
  ])
  const stated = statedFigures(['十四五', '报告', '讨论稿', '没查到'].map(baseline), said, NOW)
  expect(stated.map(({ target: { value }, year, at }) => `${value} ${year} ${at?.versionId ?? '本稿'}`)).toEqual([
    '2.8 2025 十四五',
    '2.52 2024 报告',
    '2.6 null 报告',
    '3 2030 本稿',
  ])
})
