import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChineseNumber } from '../text/chinese-number.ts'
import { readNumeral } from './numerals.ts'

describe('readNumeral', () => {
  it.each([
    ['850亿元', 850, 'arabic', 3],
    ['1,250人', 1250, 'arabic', 5],
    ['97.5%', 97.5, 'arabic', 4],
    ['两千三百亿元', 2300, 'chinese', 4],
    ['一万二千人', 12_000, 'chinese', 4],
    ['两个百分点', 2, 'chinese', 1],
    ['三点五', 3.5, 'chinese', 3],
    ['百分之七十二', 72, 'percent', 6],
    ['百分之3.5', 3.5, 'percent', 6],
    ['三分之一以上', 0.3333, 'fraction', 4],
    ['一半以上', 0.5, 'half', 2],
    ['翻一番', 2, 'multiple', 3],
    ['翻两番', 4, 'multiple', 3],
    ['翻番', 2, 'multiple', 2],
    ['零增长', 0, 'zero-growth', 3],
  ])('reads %s', (text, value, form, end) => {
    expect(readNumeral(text, 0)).toEqual({ value, form, end })
  })

  it('leaves a final 万 or 亿 to the unit', () => {
    expect(readNumeral('两千三百亿元', 0)?.end).toBe(4)
    expect(readNumeral('三十万亩', 0)).toEqual({ value: 30, form: 'chinese', end: 2 })
  })

  it('reads nothing where no number begins', () => {
    expect(readNumeral('全市', 0)).toBeNull()
    expect(readNumeral('翻身', 0)).toBeNull()
  })

  it('reads every integer below 10 000 that it would write itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(readNumeral(formatChineseNumber(value), 0)?.value).toBe(value)
        expect(readNumeral(String(value), 0)?.value).toBe(value)
      }),
    )
  })
})
