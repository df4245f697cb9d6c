import { describe, expect, test } from 'vitest'
import { target } from './compare.test-helper.ts'
import { findNumberRange } from './number-range.ts'

/** The figure found in a quote, in brackets. */
function figure(quote: string, value: number | null, unit: string): string | null {
  const range = findNumberRange(target({ quote, value, unit, start: 100 }))
  return range && quote.slice(range.start - 100, range.end - 100)
}

describe('findNumberRange', () => {
  test('number, unit and qualifier together', () => {
    expect(figure('研发经费投入强度力争达到3%以上', 3, '%')).toBe('3%以上')
    expect(figure('地区生产总值突破1400亿元', 1400, '亿元')).toBe('1400亿元')
    expect(figure('年均增长5.5%左右', 5.5, '%')).toBe('5.5%左右')
  })
  test('the number that is the value, not the year before it', () => {
    expect(figure('到2030年地区生产总值达到1400亿元', 1400, '亿元')).toBe('1400亿元')
  })
  test('full-width digits and grouped digits', () => {
    expect(figure('覆盖率达到７２％', 72, '%')).toBe('７２％')
    expect(figure('总量达到1,375亿元', 1375, '亿元')).toBe('1,375亿元')
  })
  test('Chinese numerals', () => {
    expect(figure('新增就业十二万人', 120_000, '人')).toBe('十二万人')
  })
  test('no figure in a goal without a number', () => {
    expect(figure('差距逐步缩小', null, '')).toBeNull()
  })
})
