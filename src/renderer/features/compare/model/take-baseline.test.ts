import { describe, expect, test } from 'vitest'
import { compareTexts } from './compare.test-helper.ts'
import { takeBaseline } from './take-baseline.ts'
import { toViewModel } from './view-model.ts'

const A = '坚持以改革开放为动力，持续优化营商环境。'
const B = '到2030年森林覆盖率达到52%，水质保持优良。'
const C = '完善综合立体交通网络，建成货运铁路专用线。'

/** The right text after 取底本文字 on every changed row, one after the other. */
function takeAll(left: readonly string[], right: readonly string[]): string {
  let text = right
  for (let round = 0; round < 10; round += 1) {
    const model = toViewModel(compareTexts(left, text))
    const item = model.items[0]
    const change = item && takeBaseline(model.comparison, model.rows, item.display)
    if (!change) break
    const joined = text.join('\n')
    text = (joined.slice(0, change.from) + change.insert + joined.slice(change.to)).split('\n')
  }
  return text.join('\n')
}

describe('takeBaseline', () => {
  test('a changed paragraph gets the old words, and only those change', () => {
    const model = toViewModel(compareTexts([A, B], [A, B.replace('52%', '54%')]))
    expect(takeBaseline(model.comparison, model.rows, model.items[0]?.display ?? -1)).toEqual({
      from: A.length + 1 + B.indexOf('2%'),
      to: A.length + 1 + B.indexOf('2%') + 1,
      insert: '2',
    })
  })

  test('a deleted paragraph comes back, in the middle, first and last', () => {
    expect(takeAll([A, B, C], [A, C])).toBe([A, B, C].join('\n'))
    expect(takeAll([A, B], [B])).toBe([A, B].join('\n'))
    expect(takeAll([A, B], [A])).toBe([A, B].join('\n'))
  })

  test('a new paragraph goes with its line', () => {
    expect(takeAll([A, C], [A, B, C])).toBe([A, C].join('\n'))
    expect(takeAll([A], [A, B])).toBe(A)
    expect(takeAll([B], [A, B])).toBe(B)
  })

  test('nothing to do for a row that is the same', () => {
    const model = toViewModel(compareTexts([A], [A]))
    expect(takeBaseline(model.comparison, model.rows, 0)).toBeNull()
  })
})
