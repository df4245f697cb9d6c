import { describe, expect, test } from 'vitest'
import { blockInHand } from './block-in-hand.ts'
import { compareTexts } from './compare.test-helper.ts'
import { toViewModel } from './view-model.ts'

const POOLS = '新建改造城市公共游泳池6座，人均体育场地面积达到2.6平方米。'
const BUSES = '更新新能源公交车120辆，中心城区公交出行分担率达到35%。'

/** The text of the block in hand at a row, with the caret (and a target) at these words of the draft. */
function inHand(
  left: readonly string[],
  right: readonly string[],
  rowOf: string,
  ...at: readonly string[]
): string | null {
  const model = toViewModel(compareTexts(left, right))
  const [before, after] = [left.join('\n'), right.join('\n')]
  const current = after.includes(rowOf)
    ? model.find.right(after.indexOf(rowOf))
    : model.find.left(before.indexOf(rowOf))
  const places = at.map((words) => (words === '' ? null : after.indexOf(words)))
  const block = blockInHand({ model, current }, places)
  return block && after.slice(block.start, block.end)
}

describe('the block in hand', () => {
  test('is the row’s own', () => {
    expect(inHand([POOLS], [POOLS, BUSES], BUSES)).toBe(BUSES)
  })
  test('of a paragraph that the draft splits, the one with the caret, else with the selected target', () => {
    const split = [[POOLS + BUSES], [POOLS, BUSES]] as const
    expect(inHand(...split, POOLS)).toBe(POOLS)
    expect(inHand(...split, POOLS, '分担率')).toBe(BUSES)
    expect(inHand(...split, POOLS, '', '公交车')).toBe(BUSES)
  })
  test('a caret in another row does not count', () => {
    expect(inHand([POOLS, BUSES], [POOLS, BUSES], POOLS, '公交车')).toBe(POOLS)
  })
  test('the draft has nothing there: no block', () => {
    expect(inHand([POOLS, BUSES], [POOLS], BUSES)).toBe(null)
  })
})
