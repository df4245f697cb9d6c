import { expect, test } from 'vitest'
import { fineStep, step } from './steps.ts'

test('counts move in steps: typing rarely changes a weight', () => {
  expect([1, 2, 3, 4, 5, 6, 8, 11, 12, 900, 1000, 1100].map(step)).toEqual([1, 2, 3, 4, 4, 6, 8, 8, 12, 768, 768, 1024])
  expect([1, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 19, 20, 24, 31, 32].map(fineStep)).toEqual([
    1, 4, 5, 6, 6, 8, 8, 10, 12, 12, 16, 16, 20, 24, 24, 32,
  ])
})

test('a step is never above the count nor below half of it, and never falls', () => {
  for (let count = 1; count < 700; count += 1) {
    for (const stepped of [step(count), fineStep(count)]) {
      expect(stepped).toBeLessThanOrEqual(count)
      expect(stepped * 2).toBeGreaterThan(count)
    }
    expect(step(count + 1)).toBeGreaterThanOrEqual(step(count))
    expect(fineStep(count + 1)).toBeGreaterThanOrEqual(fineStep(count))
  }
})
