import { bareText } from './bare-text.ts'

/** The steps that cut lines in pieces. */
export const CUTTING_STEPS: readonly string[] = ['split-headings', 'split-lines']

/** So much of two texts stands on lines that both have: then they are two states of one text, written down alike. */
const SAME_LINES = 0.5

/** A line as long as this that can be cut holds whole chapters, and is cut whatever it is compared with. */
const WHOLE_CHAPTERS = 1500

/** A text as it stands, and with its lines cut. */
export interface CutText {
  readonly whole: string
  readonly cut: string
}

/** How much of both ends of a line is looked at: what was edited between them does not make another line of it. */
const ENDS = 6

/**
 * Whether two texts are to be compared without any of their lines being cut: most of their lines begin and end alike, so that what stands on one line on
 * one side does so on the other. Cut, a heading and the text that stands on its line would be reported as two, and a line
 * that one side lacks or has elsewhere in pieces. Of two texts whose lines differ the cut one may meet its like on the other side.
 */
export function haveCommonLines(left: CutText, right: CutText): boolean {
  const [ours, theirs] = [linesOf(left.whole), linesOf(right.whole)]
  const common = sum(ours.filter(isAmong(theirs, ends))) + sum(theirs.filter(isAmong(ours, ends)))
  if (common < (sum(ours) + sum(theirs)) * SAME_LINES) return false
  return [left, right].every(({ whole, cut }) => {
    const isUncut = isAmong(linesOf(cut), (line) => line)
    return linesOf(whole).every((line) => line.length < WHOLE_CHAPTERS || isUncut(line))
  })
}

function linesOf(text: string): string[] {
  return text.split('\n').map(bareText)
}

/** Whether a line is among others, as far as `key` tells them apart. */
function isAmong(lines: readonly string[], key: (line: string) => string): (line: string) => boolean {
  const known = new Set(lines.map(key))
  return (line) => known.has(key(line))
}

function ends(line: string): string {
  return line.length <= ENDS * 2 ? line : line.slice(0, ENDS) + line.slice(-ENDS)
}

function sum(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length, 0)
}
