import { describe, expect, test } from 'vitest'
import { courseOf } from './course.ts'
import type { Matrix, MatrixRow } from './matrix.ts'

const places = [
  { region: '浙江省', level: 'province' },
  { region: '湖北省', level: 'province' },
  { region: '临江市', level: 'city' },
]
const matrix = { documents: places, baseline: null, draft: 0 } as unknown as Matrix
const point = (document: number, year: number, value: number, kind = 'actual') => ({
  document,
  year,
  value,
  kind,
  target: 0,
})
const row = (points: object[], more: object = {}) =>
  ({ unit: '万人', points, pace: null, progress: null, ...more }) as unknown as MatrixRow
const years = (points: readonly { year: number; value: number }[]) =>
  points.map(({ year, value }) => `${year} ${value}`).join(', ')

describe('the course of an indicator', () => {
  test('is that of the place of the draft; others of its level stand apart, those of another level nowhere', () => {
    const course = courseOf(matrix, row([point(0, 2024, 5), point(1, 2024, 6), point(2, 2024, 1), point(0, 2025, 5.5)]))
    expect(years(course.actuals)).toBe('2024 5, 2025 5.5')
    expect(course.others.map(({ document, actuals }) => `${document}: ${years(actuals)}`)).toEqual(['1: 2024 6'])
  })

  test('of a total is that of its years: a result of several years is shared, and the way is what each year has to bring', () => {
    const progress = {
      kind: 'sum',
      unit: '人',
      from: 2021,
      to: 2025,
      parts: [{ from: 2021, to: 2022, value: 30_000, each: false, document: 0, target: 0 }],
      needed: 20_000,
      years: 3,
      goal: { document: 0 },
    }
    const course = courseOf(matrix, row([point(0, 2020, 1.4)], { progress }))
    expect(course.unit).toBe('人')
    expect(years(course.actuals)).toBe('2020 14000, 2021 15000, 2022 15000')
    expect(years(course.way)).toBe('2023 20000, 2024 20000, 2025 20000')
  })
})
