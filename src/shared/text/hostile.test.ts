import { describe, expect, it } from 'vitest'
import { clean } from './clean.ts'
import { rawText } from './raw-text.test-helper.ts'

const SIZE = 200_000
const many = (line: string) => Array.from({ length: SIZE / line.length }, () => line).join('\n')

/** Texts that no one writes, each of which once took the square of its length or ended the program. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one sentence mark': '。'.repeat(SIZE),
  'one digit set apart': '1 '.repeat(SIZE / 2),
  dots: '.'.repeat(SIZE),
  blanks: `${'　'.repeat(SIZE)}年`,
  'gaps on one line': '全市　　'.repeat(SIZE / 4),
  'escapes on one line': '\\n'.repeat(SIZE / 2),
  'chapters on one line': '第一章总则'.repeat(SIZE / 5),
  'short lines': many('全市'),
  'lines of digits': Array.from({ length: SIZE / 2 }, (_, index) => String(index % 1000)).join('\n'),
  'equal full lines': many('全市上下坚持稳中求进工作总基调推'),
  'two columns': many('全市上下坚持，稳中求进工作总基调推    全市上下坚持，稳中求进工作总基调推'),
}

describe('a hostile text', () => {
  it.each(Object.entries(HOSTILE))('of %s is read in good time and accounted for', (_, text) => {
    const started = performance.now()
    expect(clean(rawText(text)).log.accounted).toBe(true)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
