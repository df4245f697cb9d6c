import { describe, expect, test } from 'vitest'
import { clean } from './clean.ts'
import { knownStarts } from './known-starts.ts'
import { REPORT, rawText, setInLines } from './raw-text.test-helper.ts'

describe('known starts', () => {
  const begins = knownStarts(['全年实施市级重点项目126个，完成投资318亿元。', '统计公报'])
  test('a line begins a paragraph when it is one of the other text, or begins like one', () => {
    expect(begins('　　全年实施市级重点项目１２６个，完成投')).toBe(true)
    expect(begins('统计公报')).toBe(true)
    expect(begins('全年实施市级')).toBe(false)
    expect(begins('全年实施市级重点项目138个，完成投')).toBe(false)
    expect(begins('全年实施市级重点项目138个，完成投', 'set-in')).toBe(true)
    expect(begins('全年实施市级重点项目126个，完成投', 'flush')).toBe(false)
    expect(begins('统计公报', 'flush')).toBe(true)
    expect(begins('项目126个，完成投资318亿元。')).toBe(false)
  })
})

describe('a text in short lines beside the same text', () => {
  // Two pieces of a sentence that stand apart in the other text, of which the first fills its line.
  const pieces = ['推动老旧园区提档升级和企业技术改造并支持链上企业开展协同攻关和', '联合创新，新增科技型企业36家。']
  const paragraphs = [...REPORT, ...pieces]
  test('has its paragraphs where the other one has them', () => {
    const wrapped = setInLines(paragraphs, 16, '').join('\n')
    expect(clean(rawText(wrapped)).text.split('\n')).not.toEqual(paragraphs)
    expect(clean(rawText(wrapped), { paragraphs }).text.split('\n')).toEqual(paragraphs)
  })
  test('keeps a paragraph that stands beside a page number and ends like the name of a periodical', () => {
    const [first = '', ...rest] = setInLines(REPORT, 16, '　　')
    const lines = [first, ...rest.slice(0, 20), '　　云溪市统计公报', '— 1 —', ...rest.slice(20)]
    const text = lines.join('\n')
    expect(clean(rawText(text)).text).not.toContain('统计公报')
    expect(clean(rawText(text), { paragraphs: [...REPORT, '云溪市统计公报'] }).text).toContain('云溪市统计公报')
  })
  test('keeps what stands beside page numbers again and again where the other one has it as often, and no title of pages', () => {
    const [line = '', ...rest] = setInLines(REPORT, 16, '　　')
    const pages = [1, 2, 3, 4].flatMap((page) => [
      '　　滨江各街道',
      `— ${page} —`,
      ...rest.slice(page * 8, page * 8 + 8),
    ])
    const text = [line, ...pages].join('\n')
    const read = (paragraphs: readonly string[]) => clean(rawText(text), { paragraphs }).text
    expect(read([...REPORT, '滨江各街道'])).not.toContain('滨江各街道')
    expect(read([...REPORT, ...Array<string>(4).fill('滨江各街道')]).split('滨江各街道')).toHaveLength(5)
  })
})
