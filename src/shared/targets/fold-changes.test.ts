import { describe, expect, it } from 'vitest'
import { extractFrom, plan, testLexicon } from './lexicon.test-helper.ts'
import { pairTargets } from './pair.ts'
import type { TargetChange } from './target-change.ts'

const HEADER = '指标|单位|2025年|属性'

function compare(left: readonly string[], right: readonly string[]): TargetChange[] {
  const side = (lines: readonly string[]) => ({ targets: extractFrom(lines.join('\n'), plan), facts: plan })
  return pairTargets(side(left), side(right), testLexicon)
}

describe('a target in prose and table', () => {
  const lines = (value: string, attribute: string): string[] => [
    `森林覆盖率达到${value}%。`,
    HEADER,
    `森林覆盖率|%|${value}|${attribute}`,
  ]

  it('changes once, and says where it stands again', () => {
    const changes = compare(lines('60', '约束性'), lines('61', '约束性'))
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ change: 'raised', left: { quote: '森林覆盖率达到60%' } })
    const twin = changes[0]?.alsoAt?.[0]
    expect(lines('61', '约束性').join('\n').slice(twin?.right?.start, twin?.right?.end)).toBe('森林覆盖率|%|61|约束性')
  })

  it('changes its attribute in both where only the table says it', () => {
    const changes = compare(lines('60', '约束性'), lines('60', '预期性'))
    expect(changes.map((c) => [c.change, c.left?.inTable ?? false])).toEqual([['reattributed', false]])
  })

  it('is two changes where prose and table change differently', () => {
    const changes = compare(lines('60', '约束性'), ['森林覆盖率达到61%。', HEADER, '森林覆盖率|%|60|约束性'])
    expect(changes.map((c) => c.change)).toEqual(['raised', 'same'])
  })
})

describe('goals in words', () => {
  const goals = (text: string): string[] => [`主要目标是：森林覆盖率达到60%，${text}，城镇新增就业3万人。`]

  it.each([
    ['人均收入高于全省平均水平', '人均收入达到全省平均水平', 'weaker'],
    ['居民收入与经济增长基本同步', '居民收入与经济增长同步', 'stronger'],
    ['研发投入强度逐步提高', '研发投入强度达到2.4%', 'redefined'],
  ])('%s → %s', (left, right, change) => {
    expect(compare(goals(left), goals(right)).map((c) => c.change)).toEqual(['same', change, 'same'])
  })
})
