import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, shortTerm, shortTerms } from './search-terms.ts'

describe('a folded text', () => {
  test('is the same in full and half width, upper and lower case', () => {
    expect(foldText('ＧＤＰ增长５．５％　左右，Gdp\0')).toBe('gdp增长5.5% 左右,gdp ')
  })

  test('keeps every unit at its place and folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text)
        expect(folded).toHaveLength(text.length)
        expect(foldText(folded)).toBe(folded)
      }),
    )
  })
})

describe('short terms', () => {
  test('are all characters and pairs but those with blanks, each once', () => {
    const words = shortTerms('发展 发展𠮷').split(' ')
    const expected = ['发', '展', '发展', '𠮷', '展𠮷']
    expect(new Set(words)).toEqual(new Set(expected.map(shortTerm)))
    expect(words).toHaveLength(expected.length)
  })

  test('are words that no tokenizer cuts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(shortTerms(text)).toMatch(/^(?:[0-9a-f]{4,}(?: |$))*$/)
      }),
    )
  })
})
