import type { Range } from './range.ts'

/** The sentence around a range, within its line: from 。；！？ to the next. */
export function sentenceAround(text: string, range: Range): Range {
  const before = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start)
  const begun = Math.max(...['。', '；', '！', '？'].map((mark) => before.lastIndexOf(mark))) + 1
  const start = range.start - before.length + begun
  const found = /[。；！？\n]/u.exec(text.slice(range.end))
  const end = found ? range.end + found.index + (found[0] === '\n' ? 0 : 1) : text.length
  return { start, end }
}
