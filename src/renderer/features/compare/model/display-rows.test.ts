import { describe, expect, test } from 'vitest'
import { row } from './compare.test-helper.ts'
import { toDisplayRows } from './display-rows.ts'

const span = (start: number) => [{ start, end: start + 5 }]

/** `left|right` for each row, the start offsets; `·` for a gap, `→n` for the partner. */
function draw(rows: ReturnType<typeof toDisplayRows>): string[] {
  return rows.map(({ left, right, partner }) => {
    const place = `${left?.start ?? '·'}|${right?.start ?? '·'}`
    return partner === null ? place : `${place} →${partner}`
  })
}

describe('toDisplayRows', () => {
  test('rows that stand beside each other stay as they are', () => {
    const rows = [
      row({ left: span(0), right: span(0) }),
      row({ left: [], right: span(10) }),
      row({ left: span(10), right: [] }),
    ]
    expect(draw(toDisplayRows(rows))).toEqual(['0|0', '·|10', '10|·'])
  })

  test('a moved row is drawn where it stood and where it stands, and the two know each other', () => {
    const rows = [
      row({ left: span(0), right: span(0) }),
      row({ left: span(20), right: span(10) }),
      row({ left: span(10), right: span(20), moved: true }),
    ]
    expect(draw(toDisplayRows(rows))).toEqual(['0|0', '10|· →3', '20|10', '·|20 →1'])
  })

  test('the place a row left comes after new rows of the same spot', () => {
    const rows = [
      row({ left: span(0), right: span(0) }),
      row({ left: [], right: span(10) }),
      row({ left: span(20), right: span(20) }),
      row({ left: span(10), right: span(30), moved: true }),
    ]
    expect(draw(toDisplayRows(rows))).toEqual(['0|0', '·|10', '10|· →4', '20|20', '·|30 →2'])
  })

  test('rows that cross without being called moved are drawn apart too', () => {
    const rows = [row({ left: span(10), right: span(0) }), row({ left: span(0), right: span(10) })]
    expect(draw(toDisplayRows(rows))).toEqual(['0|· →2', '10|0', '·|10 →0'])
  })

  test('the left cells ascend, and so do the right ones', () => {
    const rows = [
      row({ left: span(40), right: span(0), moved: true }),
      row({ left: span(0), right: span(10) }),
      row({ left: span(30), right: [] }),
      row({ left: span(10), right: span(20), moved: true }),
      row({ left: span(50), right: span(30) }),
    ]
    const drawn = toDisplayRows(rows)
    for (const side of ['left', 'right'] as const) {
      const starts = drawn.flatMap((each) => each[side]?.start ?? [])
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      expect(starts).toHaveLength(side === 'left' ? 5 : 4)
    }
  })
})
