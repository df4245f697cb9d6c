import { describe, expect, it } from 'vitest'
import { figureWords } from './figure-words.ts'
import { extractFrom, plan } from './lexicon.test-helper.ts'

/** before|figure|after of the first target of a sentence. */
function words(sentence: string): string {
  const target = extractFrom(`第三章　主要目标\n${sentence}`, plan).find(({ kind }) => kind !== 'actual')
  if (!target) throw new Error(`no target in ${sentence}`)
  const { before, figure, after } = figureWords(target)
  return [before, figure, after].join('|')
}

describe('figureWords', () => {
  it('stand as the sentence has them', () => {
    expect(words('地区生产总值突破1400亿元。')).toBe('突破|1400|')
    expect(words('研发经费投入强度力争达到3%以上。')).toBe('力争|3|以上')
    expect(words('地区生产总值年均增长5.5%左右。')).toBe('|5.5|左右')
    expect(words('城镇调查失业率控制在5.5%以内。')).toBe('控制在|5.5|以内')
    expect(words('森林覆盖率稳定在52%。')).toBe('稳定在|52|')
    expect(words('森林覆盖率达到52.0%。')).toBe('|52.0|')
  })

  it('put a sum over the years in brackets', () => {
    expect(words('单位地区生产总值能耗累计降低14%。')).toBe('|[14]|')
  })

  it('of a corrected figure are those of its bound', () => {
    const [target] = extractFrom('第三章　主要目标\n研发经费投入强度达到3%以上。', plan)
    if (!target) throw new Error('no target')
    expect(figureWords({ ...target, value: 3.5, correction: 'c' })).toEqual({
      before: '',
      figure: '3.5',
      after: '以上',
    })
  })
})
