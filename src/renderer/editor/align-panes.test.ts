import { Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { shareLines } from './align-panes.ts'

const doc = (...lines: string[]) => Text.of(lines)

describe('shareLines', () => {
  test('each row gets the lines up to the next one', () => {
    expect(shareLines([0, 3, 6], doc('甲乙', '丙丁', '戊己'))).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 5 },
      { from: 6, to: 8 },
    ])
  })

  test('a row without text gets none', () => {
    expect(shareLines([0, null, 3], doc('甲乙', '丙丁'))).toEqual([{ from: 0, to: 2 }, null, { from: 3, to: 5 }])
  })

  test('blank lines belong to the row above, those at the start to the first', () => {
    expect(shareLines([1, 5], doc('', '甲乙', '', '丙丁'))).toEqual([
      { from: 0, to: 4 },
      { from: 5, to: 7 },
    ])
  })

  test('two rows that an edit has joined: the first keeps the line', () => {
    expect(shareLines([0, 2, 5], doc('甲乙丙丁', '戊'))).toEqual([{ from: 0, to: 4 }, null, { from: 5, to: 6 }])
  })
})
