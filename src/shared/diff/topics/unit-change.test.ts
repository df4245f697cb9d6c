import { expect, test } from 'vitest'
import { changeBetween, placesAfter } from './unit-change.ts'

const change = (before: string, now: string): string => {
  const { gone, fresh, from, shift } = changeBetween(Array.from(before), Array.from(now))
  return `${gone.join()}|${fresh.join()}|${from}|${shift}`
}

test('lists of one length are set against each other place by place', () => {
  expect(change('abcde', 'abcde')).toBe('||5|0')
  expect(change('abcde', 'aXcYe')).toBe('1,3|1,3|4|0')
})

test('what was put in or taken out moves what stands behind it', () => {
  expect(change('abcde', 'abXYcde')).toBe('|2,3|2|2')
  expect(change('abcde', 'abe')).toBe('2,3||4|-2')
  expect(change('abcde', 'abXde')).toBe('2|2|3|0')
  expect(change('abcde', 'abXYe')).toBe('2,3|2,3|4|0')
  expect(change('abcde', 'abXYZe')).toBe('2,3|2,3,4|4|1')
  expect(change('', 'ab')).toBe('|0,1|0|2')
})

test('what stayed is found at its place', () => {
  const before = Array.from('abcde')
  const now = Array.from('aXYZde')
  const places = placesAfter(changeBetween(before, now), before.length)
  expect([...places]).toEqual([0, -1, -1, 4, 5])
  for (const [at, item] of before.entries())
    if ((places[at] as number) >= 0) expect(now[places[at] as number]).toBe(item)
})
