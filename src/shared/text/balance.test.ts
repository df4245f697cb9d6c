import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBalanced } from './balance.ts'
import { clean } from './clean.ts'
import { rawText } from './raw-text.test-helper.ts'

describe('isBalanced', () => {
  it('holds for joined lines and blanks taken out', () => {
    expect(isBalanced(['全市上', '下 坚持'], ['全市上下坚持'], [], '')).toBe(true)
  })

  it('fails when a character is lost, doubled or moved', () => {
    expect(isBalanced(['全市上下'], ['全市上'], [], '')).toBe(false)
    expect(isBalanced(['全市上下'], ['全市上下下'], [], '')).toBe(false)
    expect(isBalanced(['全市上下'], ['全市下上'], [], '')).toBe(false)
  })

  it('counts what was dropped and what stands for it', () => {
    expect(isBalanced(['甲— 3 —乙'], ['甲乙'], ['— 3 —'], '')).toBe(true)
    expect(isBalanced(['&ldquo;甲'], ['“甲'], ['&ldquo;'], '“')).toBe(true)
    expect(isBalanced(['&ldquo;甲'], ['甲'], ['&ldquo;'], '“')).toBe(false)
  })
})

describe('cleaning any text', () => {
  const alphabet = [
    ...'一二（）第章节、。，；：“”——0123456789 　\n\\nrt&nbsp;#|目录年%全市上下'.split(''),
    '\n',
    '\n',
    '。\n',
  ]

  it('accounts for its characters and gives one origin and hint a line', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 400 }), (units) => {
        const result = clean(rawText(units.join('')))
        expect(result.log.accounted).toBe(true)
        const lines = result.text === '' ? 0 : result.text.split('\n').length
        expect(result.origins.length).toBe(lines)
        expect(result.hints.length).toBe(lines)
        expect(result.text).not.toMatch(/^\s|\s$|\n\n/)
      }),
      { numRuns: 500, seed: 20_260 },
    )
  })

  it('survives any Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(clean(rawText(text)).log.accounted).toBe(true)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
