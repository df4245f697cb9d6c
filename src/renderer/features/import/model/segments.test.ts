import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentLine } from './segments.ts'

test('a line is cut at the edges of its marks', () => {
  const segments = segmentLine(
    '突破1000亿元左石',
    [
      { start: 2, end: 6, kind: 'touched' },
      { start: 8, end: 10, kind: 'warned' },
    ],
    [4],
  )
  expect(segments.map(({ text, kinds }) => `${text}:${kinds.join('+')}`)).toEqual([
    '突破:',
    '10:touched',
    '00:touched',
    '亿元:',
    '左石:warned',
  ])
})

test('the pieces join to the line, whatever is marked', () => {
  const range = fc
    .tuple(fc.nat(20), fc.nat(20))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), kind: 'x' as const }))
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.array(range, { maxLength: 5 }),
      fc.array(fc.nat(25)),
      (text, ranges, cuts) => {
        expect(
          segmentLine(text, ranges, cuts)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text)
      },
    ),
    { seed: 7 },
  )
})
