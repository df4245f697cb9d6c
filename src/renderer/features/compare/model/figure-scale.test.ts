import { expect, test } from 'vitest'
import { target } from './compare.test-helper.ts'
import { figureScale } from './figure-scale.ts'

const money = (value: number | null, unit: string, fields = {}) => target({ value, unit, ...fields })

test('figures stand between the smallest and the largest, in the unit of the draft', () => {
  const figures = [money(1, '亿元'), money(15_000, '万元'), money(2, '亿元')]
  expect(figureScale(figures, money(2, '亿元'))).toEqual([0, 0.5, 1])
})

test('what has no number, another kind of unit or another measure has no place on the scale', () => {
  const others = [money(null, ''), money(5, '%'), money(6, '亿元', { measure: 'addition' }), money(2, '亿元')]
  expect(figureScale(others, money(2, '亿元'))).toEqual([null, null, null, 0.5])
})
