import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, lengthAfter } from './apply-changes.ts'
import type { TextChange } from './records.ts'

describe('applyChanges', () => {
  test('inserts, deletes and replaces', () => {
    expect(applyChanges('全市生产总值', [{ from: 2, to: 2, insert: '地区' }])).toBe('全市地区生产总值')
    expect(applyChanges('达到3%以上', [{ from: 4, to: 6, insert: '' }])).toBe('达到3%')
    expect(applyChanges('达到3%', [{ from: 0, to: 2, insert: '力争' }])).toBe('力争3%')
  })

  test('each change meets the text that the one before left', () => {
    const changes = [
      { from: 0, to: 0, insert: 'ab' },
      { from: 1, to: 3, insert: '' },
    ]
    expect(applyChanges('xyz', changes)).toBe('ayz')
  })

  test('refuses what reaches outside', () => {
    expect(lengthAfter(3, [{ from: 2, to: 4, insert: '' }])).toBeNull()
    expect(lengthAfter(3, [{ from: 2, to: 1, insert: '' }])).toBeNull()
    expect(() => applyChanges('abc', [{ from: 4, to: 4, insert: 'd' }])).toThrow(RangeError)
  })

  test('for all texts and changes: as if applied one by one, and of the foretold length', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.string({ maxLength: 5, unit: 'binary' })), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), edits, fc.boolean(), (text, raw, ascending) => {
        let expected = text
        let floor = 0
        const changes: TextChange[] = raw.map(([at, size, insert]) => {
          const from = ascending ? Math.min(floor + (at % 4), expected.length) : at % (expected.length + 1)
          const to = Math.min(expected.length, from + size)
          expected = expected.slice(0, from) + insert + expected.slice(to)
          floor = from + insert.length
          return { from, to, insert }
        })
        expect(lengthAfter(text.length, changes)).toBe(expected.length)
        expect(applyChanges(text, changes)).toBe(expected)
      }),
    )
  })

  test('ten thousand replacements in a long text take no more than one pass', () => {
    const text = '城市化率，'.repeat(20_000)
    const changes = Array.from({ length: 10_000 }, (_, i) => ({ from: i * 10, to: i * 10 + 3, insert: '城镇化' }))
    const before = performance.now()
    expect(applyChanges(text, changes).startsWith('城镇化率，城市化率，城镇化率，')).toBe(true)
    expect(performance.now() - before).toBeLessThan(500)
  })
})
