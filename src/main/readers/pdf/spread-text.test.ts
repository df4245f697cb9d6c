import { describe, expect, it } from 'vitest'
import { withoutSpreading } from './spread-text.ts'

describe('withoutSpreading', () => {
  it.each([
    ['the blanks of a justified line', '推进 新型城 镇化， 支 持县城 发 展', 18, '推进新型城镇化，支持县城发展'],
    ['one narrow gap', '产业集聚 城乡融合', 8.3, '产业集聚城乡融合'],
    ['digits set apart', '2 0 3 0', 3.2, '2030'],
    ['a gap beside a rare character', '𠮷野 家', 3.2, '𠮷野家'],
    ['a spread number beside a mark', '增长1 0％', 4, '增长10％'],
  ])('takes out %s', (_, text, length, plain) => {
    expect(withoutSpreading(text, length)).toBe(plain)
  })

  it.each([
    [
      'an ideographic space after a number',
      '第三条 立法应当坚持中国共产党的领导',
      18,
      '第三条　立法应当坚持中国共产党的领导',
    ],
    ['a typed blank', '统计局 调查队', 6.5, '统计局 调查队'],
    ['blanks beside Latin letters', '建设 5G 基站 30 个', 9, '建设 5G 基站 30 个'],
    ['numbers in a row', '10 20 30', 4, '10 20 30'],
    ['decimals', '1.5 2.5', 4, '1.5 2.5'],
  ])('keeps %s', (_, text, length, plain) => {
    expect(withoutSpreading(text, length)).toBe(plain)
  })
})
