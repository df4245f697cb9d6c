import { describe, expect, it } from 'vitest'
import { formatDelta, formatValue } from './format-value.ts'
import type { Target } from './target.ts'

const target = (fields: Partial<Target>): Target => ({
  kind: 'target',
  indicator: '地区生产总值',
  canonical: '地区生产总值',
  value: 850,
  max: null,
  unit: '亿元',
  bound: 'exact',
  measure: 'level',
  period: '2025',
  strength: 'firm',
  attribute: null,
  scope: null,
  quote: '居民收入与经济增长基本同步',
  section: [],
  start: 0,
  end: 0,
  ...fields,
})

describe('formatValue', () => {
  it('says the bound after the unit', () => {
    expect(formatValue(target({ bound: 'at-least', value: 3, unit: '%' }))).toBe('3%以上')
    expect(formatValue(target({ bound: 'at-most', value: 5.5, unit: '%' }))).toBe('5.5%以内')
    expect(formatValue(target({ bound: 'around' }))).toBe('850亿元左右')
  })
  it('shows both ends of a range', () => {
    expect(formatValue(target({ bound: 'range', value: 5, max: 5.5, unit: '%' }))).toBe('5–5.5%')
  })
  it('shows a qualitative goal by its words', () => {
    expect(formatValue(target({ kind: 'qualitative', value: null, unit: '' }))).toBe('居民收入与经济增长基本同步')
  })
})

describe('formatDelta', () => {
  it('calls a difference of percentages 个百分点', () => {
    expect(formatDelta(-0.2, '%')).toBe('−0.2 个百分点')
  })
  it('leaves out what floating point adds', () => {
    expect(formatDelta(0.1 + 0.2, '亿元')).toBe('+0.3 亿元')
  })
})
