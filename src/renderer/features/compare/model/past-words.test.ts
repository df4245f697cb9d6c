import { describe, expect, test } from 'vitest'
import { target } from './compare.test-helper.ts'
import { condense, type PastGap, type PastWords, plainWords, wordsOf } from './past-words.ts'

/** `达到[-3.2%*][+3%以上]……(24)`: figures with an asterisk, gaps with their length. */
function told(words: readonly (PastWords | PastGap)[]): string {
  return words
    .map((word) => {
      if ('gap' in word) return `…(${word.gap})`
      const text = word.figure ? `${word.text}*` : word.text
      return word.op === '=' ? text : `[${word.op}${text}]`
    })
    .join('')
}

const piece = (op: '=' | '-' | '+', text: string, start: number | null) => ({ op, text, start })

describe('the words of a passage', () => {
  test('figures of targets are apart, in the offsets of the baseline', () => {
    const quote = '研发经费投入强度达到3.2%'
    const words = wordsOf({
      pieces: [
        piece('=', '研发经费投入强度', 40),
        piece('+', '力争', null),
        piece('=', '达到', 48),
        piece('-', '3.2%', 50),
      ],
      targets: [target({ quote, start: 40, end: 40 + quote.length, value: 3.2 })],
    })
    expect(told(words)).toBe('研发经费投入强度[+力争]达到[-3.2%*]')
  })
  test('a figure that an edit cuts is marked in both pieces', () => {
    const words = wordsOf({
      pieces: [piece('=', '达到3', 0), piece('-', '.2%', 3)],
      targets: [target({ quote: '达到3.2%', start: 0, end: 6, value: 3.2 })],
    })
    expect(told(words)).toBe('达到3*[-.2%*]')
  })
  test('of a related passage only the figures', () => {
    expect(
      told(plainWords('森林覆盖率达到41%。', 7, [target({ quote: '达到41%', start: 12, end: 17, value: 41 })])),
    ).toBe('森林覆盖率达到41%*。')
  })
})

describe('a long passage', () => {
  const same = (text: string): PastWords => ({ op: '=', text, figure: false })
  const long = '一二三四五六七八九十'.repeat(8)
  test('is shown by its beginning and what stands beside a change; changes are never left out', () => {
    const words: PastWords[] = [same(long), { op: '-', text: '确保', figure: false }, same(long)]
    expect(told(condense(words))).toBe(
      '一二三四五六七八九十一二三四…(52)七八九十一二三四五六七八九十[-确保]一二三四五六七八九十一二三四…(66)',
    )
  })
  test('without marks it is shown by its beginning', () => {
    expect(told(condense([same(long), same(long)]))).toBe(`${long}…(80)`)
  })
  test('a short one is shown whole', () => {
    expect(told(condense([same(long)]))).toBe(long)
  })
})
