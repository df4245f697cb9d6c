import { CHAPTER_STYLES, readLabel } from '../../outline/numbering.ts'
import { SENTENCE_END } from '../characters.ts'
import { splitGlued } from './split-headings.ts'
import type { Step, WorkLine } from './step.ts'

/** What separates the paragraphs of a report that was saved on one line: two ideographic blanks or more, or four narrow ones. */
const GAP = /(?<=\S)(?:[ \t\u00a0]*\u3000[ \t\u00a0]*\u3000\s*|[ \u00a0]{4,}\u3000?|\t{2,}[ \u00a0]*)(?=\S)/g

/** Shorter lines with a gap are names, dates and headings set apart (an office, a gap, a name). */
const MIN_LINE = 50

/** What a page says of its text, one after the other on a line: 时间：… 作者：… 来源：…. */
const FIELD = /^\s*[\u4e00-\u9fff]{2,4}[：:]\S{1,20}\s*$/

/**
 * Splits lines that hold several paragraphs, told apart only by the blanks of their first-line indents or by what they are. A gap behind a bare
 * number (第一章 and 总则 set apart) or before a name of up to four characters at the end does not split.
 */
export const splitLines: Step = {
  code: 'split-lines',
  apply: (lines, { structured }) => {
    if (structured) return { lines, count: 0 }
    const samples: string[] = []
    const split = lines.flatMap((line): WorkLine[] => {
      if (line.hint.kind === 'table-row') return [line]
      const pieces = splitAtGaps(line.text)
      const parts = pieces.flatMap(splitGlued)
      if (parts.length === 1) return [line]
      for (const part of parts.slice(1)) samples.push(part)
      return parts.map((text) => ({ ...line, text }))
    })
    return samples.length === 0 ? { lines, count: 0 } : { lines: split, count: samples.length, samples }
  },
}

function splitAtGaps(text: string): string[] {
  const parts: string[] = []
  let [start, behind] = [0, 0]
  for (const gap of text.matchAll(GAP)) {
    const part = text.slice(start, gap.index)
    const rest = text.slice(gap.index + gap[0].length)
    const field = text.slice(behind, gap.index)
    behind = gap.index + gap[0].length
    if (isBareLabel(part) || FIELD.test(field) || (rest.length <= 4 && part.length < MIN_LINE)) continue
    if (text.length < MIN_LINE && !isBetweenParagraphs(part, rest)) continue
    parts.push(part)
    start = gap.index + gap[0].length - indentOf(gap[0])
  }
  parts.push(text.slice(start))
  return parts
}

/** A short line is split only before a number (基本要求是： and ——坚持…), after the end of a sentence or behind the heading of a chapter. */
function isBetweenParagraphs(before: string, after: string): boolean {
  return (
    (readLabel(after) !== null && before.trim().length >= MIN_PART) || SENTENCE_END.test(before) || leads(before, after)
  )
}

/** So much behind the heading of a chapter is text. */
const MIN_TEXT = 6

/** A chapter's number and title, and text behind them. */
function leads(before: string, after: string): boolean {
  const head = before.trim()
  const label = readLabel(head)
  return (
    label !== null &&
    CHAPTER_STYLES.has(label.style) &&
    head.length >= label.length + MIN_PART &&
    after.trim().length >= MIN_TEXT
  )
}

const MIN_PART = 4

/** The blanks before the new paragraph are its indent and stay with it. */
function indentOf(gap: string): number {
  return gap.endsWith('\u3000\u3000') ? 2 : gap.endsWith('    ') ? 4 : 0
}

function isBareLabel(part: string): boolean {
  const text = part.trim()
  const label = readLabel(`${text} 一`)
  return label !== null && label.text.trim().length >= text.length
}
