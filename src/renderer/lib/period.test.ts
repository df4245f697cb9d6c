import { expect, test } from 'vitest'
import { planName } from './period.ts'
import { shortTitle } from './short-title.ts'

test('five-year plans are known by their years', () => {
  expect([planName(1981, 1985), planName(2001, 2005), planName(2026, 2030), planName(2051, 2055)]).toEqual([
    '六五',
    '十五',
    '十五五',
    '二十五',
  ])
})

test('any other stretch of years has no plan name', () => {
  expect([planName(2025, 2025), planName(2022, 2026), planName(2021, 2035), planName(1953, 1957)]).toEqual(
    Array(4).fill(null),
  )
})

test('a plan is listed under the name people use', () => {
  expect(shortTitle('清川市国民经济和社会发展第十五个五年规划和2035年远景目标纲要')).toBe(
    '清川市“十五五”规划和2035年远景目标纲要',
  )
  expect(shortTitle('清川市2025年政府工作报告')).toBe('清川市2025年政府工作报告')
})
