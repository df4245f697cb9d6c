import { expect, test } from 'vitest'
import { sourceWidth } from './source-width.ts'

test('a newspaper column is as wide as its lines', () => {
  expect(sourceWidth(Array<string>(20).fill('全县坚持稳中求进工作总基调，全力推进重点工程建设'.slice(0, 20)))).toBe(20)
})

test('a single long line does not widen the column', () => {
  expect(sourceWidth([...Array<string>(30).fill('一'.repeat(22)), '一'.repeat(40)])).toBe(22)
})

test('half-width characters take half the room', () => {
  expect(sourceWidth(Array<string>(20).fill('2025'.repeat(10)))).toBe(20)
})

test('a table takes as much room as the text', () => {
  expect(sourceWidth(['主要指标', '森林覆盖率 | % | 61', '城镇化率 | % | 58'])).toBe(null)
})

test('paragraphs between many cells of a table that stand one a line', () => {
  const cells = Array<string>(90).fill('排水管网改造')
  expect(sourceWidth([...cells, ...Array<string>(6).fill('一'.repeat(150))])).toBe(null)
})

test('whole paragraphs have no width of their own', () => {
  expect(sourceWidth(['标题', '一'.repeat(300), '二'.repeat(200)])).toBe(null)
})
