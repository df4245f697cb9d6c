import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sketchBytes, sketchLikeness, sketchOfBytes, sketchText } from './text-sketch.ts'

/** Sentences of which no six characters are in two of them. */
const sentence = (n: number) =>
  `第${n}项：${String.fromCharCode(...Array.from({ length: 40 }, (_, i) => 0x4e00 + ((n * 131 + i * i * 7) % 20000)))}。`
const text = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => sentence(from + i)).join('\n')
const likeness = (a: string, b: string) => sketchLikeness(sketchText(a), sketchText(b))

describe('the likeness of two texts', () => {
  test('is 1 for the same words, however they are set', () => {
    expect(likeness(text(0, 50), text(0, 50).replaceAll('\n', '\r\n　　'))).toBe(1)
    expect(likeness('地区生产总值增长６％，GDP稳步增长', '地区生产总值增长6%,gdp稳步增长')).toBe(1)
  })

  test('is about the share of what they have in common', () => {
    expect(likeness(text(0, 300), text(100, 400))).toBeCloseTo(0.5, 1)
    expect(likeness(text(0, 300), text(3, 303))).toBeGreaterThan(0.93)
    expect(likeness(text(0, 300), text(1000, 1300))).toBe(0)
  })

  test('is exact for short texts, and 0 for those without a piece', () => {
    expect(likeness('一二三四五六七', '二三四五六七八')).toBeCloseTo(1 / 3)
    expect(likeness('短', '短')).toBe(0)
    expect(likeness('', '')).toBe(0)
  })

  test('is between 0 and 1, the same both ways, for any texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 400 }), (a, b) => {
        const found = likeness(a, b)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(likeness(b, a)).toBe(found)
      }),
    )
  })
})

test('a sketch is as long as the text is short, at most a kilobyte, and the same after being stored', () => {
  expect(sketchText('一二三四五六七')).toHaveLength(2)
  const long = sketchText(text(0, 3000))
  expect(long).toHaveLength(256)
  expect([...long]).toEqual([...long].toSorted((a, b) => a - b))
  const stored = new Uint8Array(1025)
  stored.set(sketchBytes(long), 1)
  expect(sketchOfBytes(stored.subarray(1))).toEqual(long)
})
