import { expect, test } from 'vitest'
import { sameFields } from './same-fields.ts'

test.each([
  [1, 1, true],
  [Number.NaN, Number.NaN, true],
  [null, {}, false],
  [{ a: 1, b: null }, { a: 1, b: null }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: [1] }, { a: [1] }, false],
  [[1, '2'], [1, '2'], true],
  [[1], [1, 2], false],
  [[], {}, false],
  [new Map(), new Map(), false],
])('%j and %j: %j', (a, b, same) => {
  expect(sameFields(a, b)).toBe(same)
})
