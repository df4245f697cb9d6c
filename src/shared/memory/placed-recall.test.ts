import { expect, test } from 'vitest'
import { PlacedRecall } from './placed-recall.ts'

test('what is met again elsewhere is moved there, and what stayed is the very same', () => {
  const ends = new PlacedRecall<{ readonly end: number }>(({ end }, by) => ({ end: end + by }))
  let made = 0
  const read = (start: number) =>
    ends.get('甲', start, () => {
      made += 1
      return { end: start + 1 }
    })
  const first = read(10)
  expect(read(10)).toBe(first)
  expect([read(13), read(2)]).toEqual([{ end: 14 }, { end: 3 }])
  expect(made).toBe(1)
})
