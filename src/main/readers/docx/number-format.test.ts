import { describe, expect, it } from 'vitest'
import { formatChineseNumber, parseChineseNumber } from '../../../shared/text/chinese-number.ts'
import { formatNumber } from './number-format.ts'

describe('formatNumber', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 103, '一百零三'],
    ['japaneseCounting', 10, '十'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 15, '壹拾伍'],
    ['chineseLegalSimplified', 105, '壹佰零伍'],
    ['ideographTraditional', 2, '乙'],
    ['ideographZodiac', 1, '子'],
    ['ideographEnclosedCircle', 1, '㊀'],
    ['lowerLetter', 28, 'bb'],
    ['upperRoman', 14, 'XIV'],
    ['none', 5, ''],
    ['hex', 5, '5'],
  ])('%s %i → %s', (format, value, text) => {
    expect(formatNumber(value, format)).toBe(text)
  })
})

describe('Chinese numbers', () => {
  it('are read as they are written', () => {
    for (let value = 1; value < 2200; value += 1) expect(parseChineseNumber(formatChineseNumber(value))).toBe(value)
  })

  it.each([
    ['二〇二五', 2025],
    ['十五', 15],
    ['两百零三', 203],
    ['壹拾贰', 12],
    ['甲', null],
    ['', null],
  ])('%s → %s', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })
})
