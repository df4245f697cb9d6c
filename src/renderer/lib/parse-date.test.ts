import { expect, test } from 'vitest'
import { parseDate } from './parse-date.ts'

test('every usual way to write a date is read', () => {
  const typed = [
    '2021-02-26',
    '2021.2.26',
    '2021/2/26',
    '20210226',
    '2021年2月26日',
    ' 2021 年 2 月 26 日 ',
    '２０２１－０２－２６',
  ]
  expect(typed.map(parseDate)).toEqual(typed.map(() => '2021-02-26'))
})

test('nothing typed is no date, anything else is refused', () => {
  expect(parseDate('')).toBeNull()
  expect(['2021-02-30', '2021', '二月', '2021-13-01', '26-02-2021'].map(parseDate)).toEqual(Array(5).fill(undefined))
})
