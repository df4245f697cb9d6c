import { expect, test } from 'vitest'
import { toUnits } from './unit.ts'

test('a block that ends before it begins takes no text twice', () => {
  const block = { kind: 'heading', level: 1, label: null, start: 1, end: 0 } as const
  expect(toUnits({ text: '甲', blocks: [block] }).map(({ start, end }) => [start, end])).toEqual([[0, 1]])
})
