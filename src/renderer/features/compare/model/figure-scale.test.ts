import { expect, test } from 'vitest'
import { target } from './compare.test-helper.ts'
import { figureScale } from './figure-scale.ts'

const investment = (value: number | null, unit: string, fields = {}) => ({
  key: `${value}${unit}`,
  target: target({ value, unit, ...fields }),
})

test('figures stand between the smallest and the largest, in the unit of the draft', () => {
  const now = target({ value: 2, unit: '亿元' })
  const figures = [investment(1, '亿元'), investment(15_000, '万元'), investment(2, '亿元')]
  expect(figureScale(figures, now).map(({ at }) => at)).toEqual([0, 0.5, 1])
})

test('what has no number, another kind of unit or another measure has no place on the scale', () => {
  const now = target({ value: 2, unit: '亿元' })
  const others = [
    investment(null, ''),
    investment(5, '%'),
    investment(6, '亿元', { measure: 'addition' }),
    investment(2, '亿元'),
  ]
  expect(figureScale(others, now).map(({ at }) => at)).toEqual([null, null, null, 0.5])
})
