import { describe, expect, it } from 'vitest'
import { formatNumberCell } from './number-format.ts'

describe('formatNumberCell', () => {
  it.each([
    [0.0742, '0.00%', '7.42%'],
    [-0.0742, '0.00%', '-7.42%'],
    [-0.0742, '0.0%;[Red]-0.0%', '-7.4%'],
    [1234.5, '#,##0.00_ ;[Red]\\-#,##0.00\\ ', '1,234.50'],
    [-1234.5, '#,##0.00_ ;[Red]\\-#,##0.00\\ ', '-1,234.50'],
    [0, '#,##0;-#,##0;"—"', '—'],
    [-3, '0_);(0)', '(3)'],
    [5, '"约"0"亿元"', '约5亿元'],
    [8500, '[$￥-804]#,##0', '￥8,500'],
    [12345678, '#,##0,"千"', '12,346千'],
    [7, '000', '007'],
    [2.5, '0.##', '2.5'],
    [2, '0.##', '2'],
    [0.25, '.00', '.25'],
    [123456, '0.00E+00', '1.23E+05'],
    [3, '"第"0"位;前"', '第3位;前'],
  ])('%d as %s is %s', (value, code, shown) => {
    expect(formatNumberCell(value, code, false)).toBe(shown)
  })

  it('rounds half away from zero on decimal digits', () => {
    expect(formatNumberCell(1.005, '0.00', false)).toBe('1.01')
    expect(formatNumberCell(-2.5, '0', false)).toBe('-3')
    expect(formatNumberCell(0.285, '0.0%', false)).toBe('28.5%')
  })

  it('shows General without the noise of binary fractions, integers in full', () => {
    expect(formatNumberCell(0.1 + 0.2, 'General', false)).toBe('0.3')
    expect(formatNumberCell(123_456_789_012_345, '', false)).toBe('123456789012345')
    expect(formatNumberCell(0.000_012_5, '', false)).toBe('0.0000125')
    expect(formatNumberCell(0.125, '# ?/?', false)).toBe('0.125')
  })

  it.each([
    [43_831, 'yyyy"年"m"月"d"日";@', '2020年1月1日'],
    [43_831.75, 'yyyy/m/d h:mm', '2020/1/1 18:00'],
    [43_831.5, 'yyyy-mm-dd hh:mm:ss', '2020-01-01 12:00:00'],
    [0.5 + 5 / 1440, 'mm:ss', '05:00'],
    [1.5, '[h]:mm', '36:00'],
    [43_831.75, 'h:mm 上午/下午', '6:00 下午'],
    [43_831, 'aaaa', '星期三'],
  ])('the day %d as %s is %s', (value, code, shown) => {
    expect(formatNumberCell(value, code, false)).toBe(shown)
  })

  it('counts from 1904 where the workbook does', () => {
    expect(formatNumberCell(42_369, 'yyyy/m/d', true)).toBe('2020/1/1')
  })
})
