import { describe, expect, test } from 'vitest'
import type { Target } from '../../../../shared/targets/target.ts'
import { change, target } from './compare.test-helper.ts'
import { differenceOf, factsOf, figuresOfPair, titleOfTarget, verdictsOf } from './target-facts.ts'

const WORDS = {
  strength: (value: string) => value,
  attribute: (value: string) => value,
  bound: (value: string) => value,
  period: (value: string) => value,
}

describe('figures of a pair', () => {
  test('one unit is said once', () => {
    expect(figuresOfPair(target({ value: 16, unit: '件' }), target({ value: 18, unit: '件' }))).toEqual({
      before: '16',
      after: '18',
      unit: '件',
    })
  })
  test('a percentage keeps its sign, and a bound that changed is shown', () => {
    const pair = figuresOfPair(target({ value: 3.2 }), target({ value: 3, bound: 'at-least' }))
    expect(pair).toEqual({ before: '3.2%', after: '3%以上', unit: '' })
  })
})

test('the gravest verdict comes first', () => {
  expect(verdictsOf(change({ change: 'lowered', also: ['weaker', 'reattributed'] }))).toEqual([
    'reattributed',
    'lowered',
    'weaker',
  ])
})

test('the difference is in points for a percentage, and absent without numbers', () => {
  expect(differenceOf(change({ delta: { absolute: -0.2, relative: null } }))).toBe('−0.2 个百分点')
  expect(differenceOf(change())).toBeNull()
})

test('facts say which field bears which verdict', () => {
  const facts = factsOf(
    change({
      change: 'lowered',
      also: ['weaker', 'reattributed'],
      left: target({ value: 3.2, attribute: 'binding' }),
      right: target({ value: 3, strength: 'aim', attribute: 'expected' }),
    }),
    WORDS,
  )
  expect(facts.map(({ field, left, right, verdict }) => [field, left, right, verdict])).toEqual([
    ['value', '3.2%', '3%', 'lowered'],
    ['strength', 'firm', 'aim', 'weaker'],
    ['attribute', 'binding', 'expected', 'reattributed'],
    ['bound', 'exact', 'exact', null],
    ['period', '2030', '2030', null],
  ])
})

test('counted things bear the verb of their sentence, not another one', () => {
  const words = (_: string, name: string) => `${name}增速`
  const title = (indicator: string, quote: string) =>
    titleOfTarget(change({ right: target({ canonical: null, indicator, quote, measure: 'addition' }) }), words)
  expect(title('汽车', '更新汽车50万辆')).toBe('更新汽车')
  expect(title('家电', '家电800万台')).toBe('家电')
  expect(title('断头路', '年内再打通三环线以内断头路18条')).toBe('断头路')
})

test('what falls is not said to grow', () => {
  const words = (movement: string, name: string) => `${name}:${movement}`
  const title = (rest: Partial<Target>) =>
    titleOfTarget(change({ right: target({ measure: 'growth', ...rest }) }), words)
  expect(title({ canonical: '单位地区生产总值能耗', unit: '%', direction: 'down' })).toBe(
    '单位地区生产总值能耗:decline',
  )
  expect(title({ canonical: '城镇化水平', unit: '个百分点' })).toBe('城镇化水平:points')
  expect(title({ canonical: '外贸出口', unit: '亿元' })).toBe('外贸出口:increase')
})

test('a growth is told from a level by its name', () => {
  const growth = change({ right: target({ canonical: '地区生产总值', measure: 'growth' }) })
  const rate = change({ right: target({ canonical: '城镇化率', measure: 'growth' }) })
  expect(titleOfTarget(growth, (_, name) => `${name}增速`)).toBe('地区生产总值增速')
  expect(titleOfTarget(rate, (_, name) => `${name}增速`)).toBe('城镇化率')
})
