import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignBest, type Candidate } from './assign.ts'

const total = (pairs: readonly Candidate[]): number => pairs.reduce((sum, pair) => sum + pair.weight, 0)

/** The best total by trying everything: right for small cases, and slow. */
function bruteForce(candidates: readonly Candidate[]): number {
  const [first, ...rest] = candidates
  if (first === undefined) return 0
  const free = rest.filter((other) => other.left !== first.left && other.right !== first.right)
  return Math.max(bruteForce(rest), first.weight + bruteForce(free))
}

describe('assignBest', () => {
  it('prefers the better whole to the best single pair', () => {
    const candidates = [
      { left: 0, right: 0, weight: 5 },
      { left: 0, right: 1, weight: 4 },
      { left: 1, right: 0, weight: 4 },
    ]
    expect(
      assignBest(candidates)
        .map((pair) => `${pair.left}-${pair.right}`)
        .toSorted(),
    ).toEqual(['0-1', '1-0'])
  })

  it('is one-to-one and as good as trying everything', () => {
    const candidate = fc.record({
      left: fc.integer({ min: 0, max: 4 }),
      right: fc.integer({ min: 0, max: 4 }),
      weight: fc.integer({ min: 1, max: 20 }),
    })
    const list = fc.uniqueArray(candidate, { maxLength: 12, selector: (c) => `${c.left}-${c.right}` })
    fc.assert(
      fc.property(list, (candidates) => {
        const chosen = assignBest(candidates)
        expect(new Set(chosen.map((c) => c.left)).size).toBe(chosen.length)
        expect(new Set(chosen.map((c) => c.right)).size).toBe(chosen.length)
        expect(total(chosen)).toBe(bruteForce(candidates))
      }),
    )
  })
})
