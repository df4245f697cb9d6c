import { expect, test } from 'vitest'
import { findSample, partInLine, rowOfPlace } from './preview-place.ts'
import { previewGroups } from './preview-rows.ts'

const text = '一、目标\n全县地区生产总值突破320亿元。'
const groups = previewGroups({
  rawLines: ['一、目标', '全县地区生产总值', '— 2 —', '突破320亿元。'],
  text,
  blocks: [],
  origins: [
    { from: 0, to: 1 },
    { from: 1, to: 4 },
  ],
})

test('a place of the text and a line of the source lead to their rows', () => {
  expect(rowOfPlace(groups, { in: 'text', start: 8, end: 10 })).toBe(1)
  expect(rowOfPlace(groups, { in: 'source', line: 2 })).toBe(1)
  expect(rowOfPlace(groups, { in: 'text', start: 999, end: 1000 })).toBe(-1)
})

test('a sample is found whole, or by its longest run', () => {
  const lines = ['综合各方面因素，今年全县经济', '社会发展的主要目标', '培育 标 志 性 产业']
  expect(findSample(lines, '标 志 性')).toEqual({ in: 'source', line: 2 })
  expect(findSample(lines, '社会发展的主要目标是：地区…')).toEqual({ in: 'source', line: 1 })
  expect(findSample(lines, '没有的话')).toBe(null)
})

test('a range is cut to the line it is drawn in', () => {
  expect(partInLine({ start: 3, end: 8 }, 5, 10)).toEqual({ start: 0, end: 3 })
  expect(partInLine({ start: 3, end: 5 }, 5, 10)).toBe(null)
})
