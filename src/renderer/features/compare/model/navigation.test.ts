import { describe, expect, test } from 'vitest'
import { step, stepToOpen } from './navigation.ts'

describe('step', () => {
  const places = [2, 5, 9]
  test('to the nearest place in the direction, also from between two', () => {
    expect(step(places, 2, 1)).toBe(5)
    expect(step(places, 6, 1)).toBe(9)
    expect(step(places, 9, -1)).toBe(5)
    expect(step(places, 6, -1)).toBe(5)
  })
  test('round the ends', () => {
    expect(step(places, 9, 1)).toBe(2)
    expect(step(places, 2, -1)).toBe(9)
  })
  test('from nowhere to the first or the last', () => {
    expect(step(places, null, 1)).toBe(2)
    expect(step(places, null, -1)).toBe(9)
  })
  test('nowhere without places', () => {
    expect(step([], 3, 1)).toBeNull()
  })
})

describe('stepToOpen', () => {
  test('skips what is decided and goes round once', () => {
    expect(stepToOpen([2, 5, 9], 2, (place) => place !== 5)).toBe(9)
    expect(stepToOpen([2, 5, 9], 9, (place) => place === 5)).toBe(5)
  })
  test('the place itself is no answer', () => {
    expect(stepToOpen([2, 5], 5, (place) => place === 5)).toBeNull()
  })
})
