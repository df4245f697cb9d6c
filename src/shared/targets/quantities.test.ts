import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { findQuantities } from './quantities.ts'

function quantities(text: string): string[] {
  const folded = fold(text, { start: 0, end: text.length })
  return findQuantities(folded.text).map(
    (q) => `${q.value}${q.max === null ? '' : `~${q.max}`}${q.unit}${q.bound === null ? '' : ` ${q.bound}`}`,
  )
}

describe('findQuantities', () => {
  it.each([
    ['增长５．５％左右', ['5.5% around']],
    ['增长 5% － 5.5%', ['5~5.5% range']],
    ['增长5%到6%', ['5~6% range']],
    ['下降3-5分/立方米', ['3~5分/立方米 range']],
    ['建成1至2家', ['1~2家 range']],
    ['超过100多家', ['100家 at-least']],
    ['新增50余项', ['50项 at-least']],
    ['达到两千三百亿元', ['2300亿元']],
    ['压减三分之一以上', ['0.3333 at-least']],
    ['在2018年基础上翻一番', ['2倍']],
  ])('reads %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected)
  })

  it.each([
    '打造“1+2+6+N”创新体系',
    '改造老 218 国道',
    '创建国家 4A 级景区',
    '依托 G15 沿海走廊',
    '升级实施“246”清水工程',
    '实施人才新政12条',
    '落实民营经济28条政策',
    '推进“2727+N”应用',
    '培育千亿级产业集群',
    '第14届运动会',
    '2023年5月18日',
    'PM2.5和臭氧双控',
    '抓好以下9个方面工作',
    '世界500强企业',
    '打造“20分钟健身圈”',
  ])('finds no quantity in %s', (text) => {
    expect(quantities(text)).toEqual([])
  })

  it('reads the concentration behind PM2.5, not the 2.5', () => {
    expect(quantities('PM2.5平均浓度控制在32微克/立方米以内')).toEqual(['32微克/立方米 at-most'])
  })
})
