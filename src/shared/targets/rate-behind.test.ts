import { describe, expect, it } from 'vitest'
import { summary } from './lexicon.test-helper.ts'

describe('rates whose verb stands behind the number', () => {
  it.each([
    ['全县财政收入以年均7%的速度增长。', ['财政收入 7% exact growth 2025']],
    ['各单位一律按不低于6%的幅度压减公用经费。', ['公用经费 6% at-least growth 2025']],
    ['力争工业增加值保持9%以上的增速。', ['工业增加值 9% at-least growth 2025']],
    ['民生支出规模增长达到8.5%。', ['民生支出规模 8.5% exact growth 2025']],
    ['贷款余额预期增长均为11%左右。', ['贷款余额 11% around growth 2025']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it('still reads a level where the text says to which', () => {
    expect(summary('绿化覆盖率由40%提高到43%。')).toEqual(['绿化覆盖率 43% exact level 2025'])
  })
})
