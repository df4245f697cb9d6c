import { describe, expect, it } from 'vitest'
import { comparableUnits, parseUnit, readUnit } from './units.ts'

describe('readUnit', () => {
  it.each([
    ['亿元左右', '亿元', 'money', 1e8],
    ['万亩以上', '万亩', 'area', 1e4],
    ['个百分点', '个百分点', 'points', 1],
    ['分/千瓦时以上', '分/千瓦时', 'ratio', 1],
    ['微克每立方米', '微克每立方米', 'ratio', 1e-12],
    ['万吨标准煤', '万吨标准煤', 'energy', 8141e4],
    ['平方公里', '平方公里', 'area', 1500],
    ['万', '万', 'number', 1e4],
    ['万亿元', '万亿元', 'money', 1e12],
    ['支专职消防队', '支', 'count', 1],
    ['人次以上', '人次', 'people', 1],
  ])('reads the unit of …%s', (text, unit, kind, factor) => {
    const read = readUnit(text, 0)
    expect(read).toMatchObject({ text: unit, kind })
    expect(read?.factor).toBeCloseTo(factor, 15)
  })

  it('reads none before a noun', () => {
    expect(readUnit('产业', 0)).toBeNull()
  })
})

describe('comparableUnits', () => {
  it.each([
    ['亿元', '万元', true],
    ['家', '个', true],
    ['万亩', '公顷', true],
    ['%', '个百分点', false],
    ['亿元', '亿美元', false],
    ['亿元', '%', false],
    ['元/人', '元/亩', false],
  ])('%s and %s: %s', (left, right, comparable) => {
    expect(comparableUnits(parseUnit(left), parseUnit(right))).toBe(comparable)
  })
})
