import { readLabel } from '../../outline/numbering.ts'
import { CANNOT_END, CLOSED_END, cannotStart, SENTENCE_END, unitWidth } from '../characters.ts'
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
  /** The lines after b. */
  readonly c: SetLine | undefined
  readonly d: SetLine | undefined
  /** a is the first line of its paragraph. */
  readonly first: boolean
  /** The paragraph so far reads like a heading: numbered, short, without a stop. */
  readonly headed: boolean
  /** The text of the paragraph so far. */
  readonly head: string
  /** a stands at the top of the text, where titles and dates are. */
  readonly top: boolean
}

/** Two Han characters: the indent of a paragraph by GB/T 9704. */
const INDENT = 4

/**
 * Says whether a paragraph ends between two lines of a text that was broken at a width. Evidence for and against is added up:
 * indent, room left on the line, the mark it ends with, what the next line begins with, blank lines, and whether the
 * two sides read on.
 */
export function endsParagraph(between: Break, layout: Layout, run: LabelRun): boolean {
  const { a, b, first } = between
  const indent = indentEvidence(b, layout)
  if (indent <= 0 && (cannotStart(b.text) || splitsNumber(a.text, b.text) || CANNOT_END.test(a.text))) return false
  return (
    indent +
      roomEvidence(first ? withLostIndent(a, layout) : a, b, layout) +
      startEvidence(between, run) +
      topEvidence(between) +
      firstLineEvidence(between, layout) +
      headingEvidence(between, layout) +
      gapEvidence(a, b, layout) >
    0
  )
}

/** A figure at the end of one line whose unit begins the next. */
function splitsNumber(before: string, after: string): boolean {
  return /[0-9]$/.test(before) && /^[年月日万亿千百个元人次户家公平立微毫度吨亩%％‰倍项]/.test(after)
}

function indentEvidence(b: SetLine, layout: Layout): number {
  if (!layout.indented) return 0
  return b.indent - b.margin >= INDENT ? 7 : -3
}

/** Styles that number headings; other labels begin ordinary paragraphs. */
export const HEADING_STYLES =
  /^(?:volume|part|section-part|chapter|clause-section|comma|bracket|dotted-\d|box|attachment)$/

/** Where indents were lost, a first line was set in by two characters; a heading perhaps by less. */
function withLostIndent(a: SetLine, layout: Layout): SetLine {
  if (layout.indented) return a
  const style = readLabel(a.text)?.style ?? ''
  return { ...a, indent: a.indent + (HEADING_STYLES.test(style) ? INDENT / 2 : INDENT) }
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
  const room = roomLeft(a)
  if (closed) return room >= INDENT * 2 ? 4 : 3
  if (readsOn(a, b, layout)) return -2
  return room >= INDENT * 2 ? 2 : 1
}

/** The last character of one line and the first of the next stand together elsewhere in the text. */
function readsOn(a: SetLine, b: SetLine, layout: Layout): boolean {
  return layout.cohesion.readsOn(a.text, b.text)
}

/** A quotation or bracket that the line opens and does not close. */
function isOpen(text: string): boolean {
  for (const [open, close] of ['“”', '《》', '（）', '【】']) {
    if (text.lastIndexOf(open ?? '') > text.lastIndexOf(close ?? '')) return true
  }
  return false
}

/** Lines above the text proper: the title, what follows a title, lines that name a source or a date. */
function topEvidence({ a, b, top }: Break): number {
  if (!top) return 0
  if (/^(?:来源|时间|日期|作者|发布时间)[：:]|^[0-9０-９]{4}\s*年[^，。]{1,9}日/.test(b.text)) return 5
  return /(?:报告|纲要|规划|计划|公报|意见|方案|办法|条例|通知|决定)$|^(?:来源|时间|日期)[：:]/.test(a.text) ? 5 : 0
}

function startEvidence({ a, b, head, headed }: Break, run: LabelRun): number {
  const closed = CLOSED_END.test(a.text)
  if (SALUTATION.test(b.text)) return b.text.length <= MAX_SALUTATION ? 8 : closed ? 4 : 0
  if (FULL_DATE.test(b.text) && FULL_DATE.test(head) && !closed) return 6
  const label = readLabel(b.text)
  if (label === null) return 0
  if (label.style === 'dash') return closed || /^[—―─]/.test(b.text) ? 4 : 1
  if (label.style === 'ordinal') return closed ? 1 : 0
  const inside = !closed && !headed && !isShort(a, b)
  if (isExpected(run, label)) return inside && (label.value === 1 || label.style === 'number') ? 3 : 5
  return closed ? 3 : 1
}

const SALUTATION = /^各位(?:代表|委员|同志|领导|来宾)/
const MAX_SALUTATION = 16
/** Laws list the dates of their versions, one a line, without stops. */
const FULL_DATE = /^[0-9０-９]{4}\s*年[0-9０-９]{1,2}\s*月[0-9０-９]{1,2}\s*日/

/**
 * A short line without a stop inside broken text is a heading or the rest of one: it begins something new after a stop, and it ends the numbered heading
 * above it when that was set in larger type with fewer characters a line. A numbered heading with room left and a full line below it is complete.
 */
function headingEvidence({ a, b, c, headed }: Break, layout: Layout): number {
  const loose = c !== undefined && isShort(b, c) && !CLOSED_END.test(b.text)
  if (headed && !loose && roomLeft(a) >= a.measure * 0.3) return 4
  if (!loose || CANNOT_END.test(b.text)) return 0
  if (roomLeft(b) < INDENT * 2 || readsOn(b, c, layout) || cannotStart(c.text)) return 0
  if (CLOSED_END.test(a.text)) return 4
  return headed && isShort(a, b) && a.width >= b.width - INDENT && readLabel(b.text) === null ? -6 : 0
}

/**
 * A line that goes on without a stop although the beginning of the next one would have fitted is a first line whose indent was lost.
 * It opens a paragraph after a full line with a stop, and after a full line of a heading.
 */
function firstLineEvidence({ a, b, c, d, headed }: Break, layout: Layout): number {
  if (!looksFirst(b, c)) return 0
  if (CLOSED_END.test(a.text)) return 2.5
  const tail = /^[^，。；：]{0,8}[。；]/.test(b.text) || readsOn(a, b, layout)
  return headed && !tail && !CANNOT_END.test(a.text) && !looksFirst(c, d) ? 5 : 0
}

function looksFirst(line: SetLine | undefined, next: SetLine | undefined): boolean {
  if (line === undefined || next === undefined || line.indent > line.margin || CLOSED_END.test(line.text)) return false
  const room = roomLeft(line)
  return room >= firstChunk(next.text) + 1 && room <= INDENT * 2
}

function gapEvidence(a: SetLine, b: SetLine, layout: Layout): number {
  if (!layout.spaced || b.gap === 0) return 0
  return SENTENCE_END.test(a.text) || isShort(a, b) ? 3 : 0
}
