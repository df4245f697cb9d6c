import { describe, expect, test } from 'vitest'
import { findFolds } from './folds.ts'
import { toVisualRows } from './visual-rows.ts'

/** `.` unchanged, `#` unchanged heading, `x` shown. */
function folds(rows: string) {
  return findFolds({
    count: rows.length,
    isShown: (index) => rows[index] === 'x',
    isHeading: (index) => rows[index] === '#',
  }).map(({ from, to }) => rows.slice(from, to))
}

describe('findFolds', () => {
  test('runs of three and more unchanged rows', () => {
    expect(folds('..x...x....')).toEqual(['...', '....'])
  })

  test('the headings above a change stay with it', () => {
    expect(folds('....##x')).toEqual(['....'])
    expect(folds('..#x')).toEqual([])
  })

  test('headings inside a run are folded with it', () => {
    expect(folds('..#..x..#')).toEqual(['..#..', '..#'])
  })

  test('nothing shown folds everything, everything shown nothing', () => {
    expect(folds('#....')).toEqual(['#....'])
    expect(folds('xxxx')).toEqual([])
  })
})

describe('toVisualRows', () => {
  test('a shut fold is one row, and each of its rows leads to it', () => {
    const { rows, ofDisplay } = toVisualRows(6, [{ from: 1, to: 5 }], () => false)
    expect(rows.map((row) => row.display)).toEqual([0, 1, 5])
    expect(rows[1]?.fold).toEqual({ from: 1, to: 5 })
    expect(ofDisplay).toEqual([0, 1, 1, 1, 1, 2])
  })

  test('an open fold is its rows', () => {
    const { rows, ofDisplay } = toVisualRows(6, [{ from: 1, to: 5 }], () => true)
    expect(rows.every((row) => row.fold === null)).toBe(true)
    expect(ofDisplay).toEqual([0, 1, 2, 3, 4, 5])
  })
})
