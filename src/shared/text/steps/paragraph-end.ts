import { readLabel } from '../../outline/numbering.ts'
import { CANNOT_END, CANNOT_START, CLOSED_END, SENTENCE_END, unitWidth } from '../characters.ts'
import type { Cohesion } from './cohesion.ts'
import { isExpected, type LabelRun } from './label-run.ts'
import type { SetLine } from './wrap-geometry.ts'

/** What the layout of the whole text says about its paragraphs. */
export interface Layout {
  /** First lines of paragraphs are set in. */
  readonly indented: boolean
  /** Blank lines stand between paragraphs and not between all lines. */
  readonly spaced: boolean
  readonly cohesion: Cohesion
}

/** Two lines with the break between them that is judged. */
export interface Break {
  readonly a: SetLine
  readonly b: SetLine
  /** The line after b. */
  readonly c: SetLine | undefined
  /** a is the first line of its paragraph. */
  readonly first: boolean
}

/** Two Han characters: the indent of a paragraph by GB/T 9704. */
const INDENT = 4

/**
 * Says whether a paragraph ends between two lines of a text that was broken at a width. Evidence for and against is added up:
 * indent, room left on the line, the mark it ends with, what the next line begins with, blank lines, and whether the
 * two sides read on.
 */
export function endsParagraph({ a, b, c, first }: Break, layout: Layout, run: LabelRun): boolean {
  if (CANNOT_START.test(b.text)) return false
  return (
    indentEvidence(a, b, layout) +
      roomEvidence(first ? withLostIndent(a, layout) : a, b, layout) +
      startEvidence(a, b, run) +
      firstLineEvidence(a, b, c) +
      gapEvidence(a, b, layout) >
    0
  )
}

function indentEvidence(a: SetLine, b: SetLine, layout: Layout): number {
  if (!layout.indented) return 0
  if (b.indent >= INDENT && b.indent > a.indent) return 6
  if (b.indent >= INDENT) return isShort(a, b) || SENTENCE_END.test(a.text) ? 6 : 2
  return -3
}

/** Where indents were lost, an unnumbered first line was set in by two characters. */
function withLostIndent(a: SetLine, layout: Layout): SetLine {
  return layout.indented || readLabel(a.text) !== null || CLOSED_END.test(a.text) ? a : { ...a, indent: INDENT }
}

/** Half characters that would still have fitted on the line. */
function roomLeft(a: SetLine): number {
  return a.measure - a.width - a.indent
}

/** The width of what had to stay together at the beginning of the next line: a number or Latin word, or one character and the marks after it. */
function firstChunk(text: string): number {
  const chunk = /^[0-9A-Za-z.,%％\-+]+|^[“‘《（(]*.[，。、；：！？”’》）)]*/u.exec(text)?.[0] ?? ''
  let width = 0
  for (let i = 0; i < chunk.length; i += 1) width += unitWidth(chunk.charAt(i))
  return width
}

/** A line is short when the next one's beginning and two characters more would have fitted. */
export function isShort(a: SetLine, b: SetLine): boolean {
  return roomLeft(a) >= firstChunk(b.text) + INDENT
}

function roomEvidence(a: SetLine, b: SetLine, layout: Layout): number {
  const closed = CLOSED_END.test(a.text)
  const sentence = SENTENCE_END.test(a.text)
  if (isOpen(a.text)) return -6
  if (!isShort(a, b)) return sentence ? -1 : closed ? -2 : -4
  if (CANNOT_END.test(a.text)) return -3
  const room = roomLeft(a)
  if (closed) return room >= INDENT * 2 ? 4 : 3
  if (readsOn(a, b, layout)) return -2
  return room >= INDENT * 2 ? 2 : 1
}

/** The last character of one line and the first of the next stand together elsewhere in the text. */
function readsOn(a: SetLine, b: SetLine, layout: Layout): boolean {
  return layout.cohesion.count(a.text, b.text) >= 2
}

/** A quotation or bracket that the line opens and does not close. */
function isOpen(text: string): boolean {
  for (const [open, close] of ['“”', '《》', '（）', '【】']) {
    if (text.lastIndexOf(open ?? '') > text.lastIndexOf(close ?? '')) return true
  }
  return false
}

function startEvidence(a: SetLine, b: SetLine, run: LabelRun): number {
  if (/^各位[\u4e00-\u9fff、]{2,12}[：:！!]/.test(b.text)) return 3
  const label = readLabel(b.text)
  if (label === null) return 0
  const closed = CLOSED_END.test(a.text)
  if (label.style === 'dash') return closed || /^[—―─]/.test(b.text) ? 4 : 1
  if (label.style === 'ordinal') return closed ? 1 : 0
  if (isExpected(run, label)) return label.style === 'number' && !closed ? 3 : 5
  return closed ? 3 : 1
}

/** A line narrower by an indent that goes on without a stop is a first line whose indent was lost. */
function firstLineEvidence(a: SetLine, b: SetLine, c: SetLine | undefined): number {
  if (c === undefined || b.indent > 0 || CLOSED_END.test(b.text) || !CLOSED_END.test(a.text)) return 0
  const narrow = Math.abs(roomLeft(b) - INDENT) <= 1
  return narrow && roomLeft(b) >= firstChunk(c.text) + 2 ? 2.5 : 0
}

function gapEvidence(a: SetLine, b: SetLine, layout: Layout): number {
  if (!layout.spaced || b.gap === 0) return 0
  return SENTENCE_END.test(a.text) || isShort(a, b) ? 3 : 0
}
