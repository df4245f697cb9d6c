import { describe, expect, test } from 'vitest'
import type { RawComment } from '../../shared/text/raw-document.ts'
import { placeComments } from './placed-comments.ts'

const LINES = ['— 1 —', '产值达到 8 5 0亿元以上。', '完善公共', '服务设施。', '结尾。'].map((text) => ({ text }))
/** As the clean-up leaves them: the page number out, split digits and a wrapped line joined. */
const CLEANED = {
  text: '产值达到850亿元以上。\n完善公共服务设施。\n结尾。',
  origins: [
    { from: 1, to: 2 },
    { from: 2, to: 4 },
    { from: 4, to: 5 },
  ],
}

const comment = (id: string, line: number, quote: string, more: Partial<RawComment> = {}): RawComment => {
  const from = LINES[line]?.text.indexOf(quote) ?? 0
  const place = { line, quote, from, to: from + quote.length }
  return { id, author: '李科', date: null, text: '请核', replyTo: null, ...place, ...more }
}
const place = (...comments: RawComment[]) => placeComments(comments, LINES, CLEANED)
const wordsOf = (...comments: RawComment[]) =>
  place(...comments).map(({ start, end }) => CLEANED.text.slice(start, end))

describe('a remark of a file stands', () => {
  test('at its words, also where blanks between them were cleaned away', () => {
    expect(wordsOf(comment('1', 1, '达到 8 5 0亿元'), comment('2', 3, '服务设施'))).toEqual(['达到850亿元', '服务设施'])
  })

  test('at its paragraph where it speaks of the whole of it', () => {
    expect(wordsOf(comment('1', 2, '', { from: 0, to: 0 }))).toEqual(['完善公共服务设施。'])
  })

  test('at the nearest paragraph where the clean-up took its words out', () => {
    expect(wordsOf(comment('1', 0, '— 1 —'))).toEqual(['产值达到850亿元以上。'])
  })

  test('somewhere in the text whatever the file says', () => {
    for (const line of [-1, 5, 99]) {
      const [{ start, end } = { start: -1, end: -1 }] = place(comment('1', line, 'x', { from: 3, to: 9 }))
      expect(CLEANED.text.slice(start, end)).not.toBe('')
    }
    expect(placeComments([comment('1', 0, '')], [], { text: '', origins: [] })).toMatchObject([{ start: 0, end: 0 }])
  })
})

describe('threads', () => {
  test('are kept whole: each answer behind the remark it begins with, however deep it is', () => {
    const found = place(
      comment('1', 1, '产值', { text: '一' }),
      comment('2', 4, '结尾', { text: '二' }),
      comment('3', 1, '产值', { text: '答一', replyTo: '1' }),
      comment('4', 1, '产值', { text: '再答', replyTo: '3' }),
    )
    expect(found.map(({ text, replyTo }) => [text, replyTo])).toEqual([
      ['一', null],
      ['答一', 0],
      ['再答', 0],
      ['二', null],
    ])
  })

  test('without a beginning stand for themselves', () => {
    const found = place(
      comment('1', 1, '产值', { replyTo: 'gone' }),
      comment('2', 1, '产值', { replyTo: '3' }),
      comment('3', 1, '产值', { replyTo: '2' }),
    )
    expect(found.map(({ replyTo }) => replyTo)).toEqual([null, null, null])
  })
})

test('a date is the local time of whoever wrote it; one that no calendar has is none', () => {
  const dates = [
    '2026-03-02T08:30:00Z',
    '2026-03-02T08:30:00',
    '2026-03-02T08:30:00+08:00',
    '2026-13-45T99:00:00Z',
    null,
  ]
  const local = new Date('2026-03-02T08:30:00').toISOString()
  expect(
    place(...dates.map((date, index) => comment(String(index), 1, '产值', { date }))).map(({ date }) => date),
  ).toEqual([local, local, '2026-03-02T00:30:00.000Z', null, null])
})

test('what cannot be stored or shown is mended: half characters, endless texts, remarks without words', () => {
  const long = { author: '李'.repeat(900), text: '长'.repeat(30_000) }
  const found = place(comment('1', 1, '产值', long), comment('2', 1, '产值', { text: ' \n', author: 'x\ud800' }))
  expect(found.map(({ author, text }) => [author.length, text.length, text.slice(0, 5)])).toEqual([
    [500, 20_000, '长长长长长'],
    [2, 9, '（没有文字'],
  ])
  expect(found[1]?.author).toBe('x\ufffd')
})
