import { bareText } from './bare-text.ts'

/** How a line stands: set in, flush in a text that sets first lines in, or flush in any other text. */
export type LineStand = 'set-in' | 'flush' | 'plain'

/** Characters that a line must share with the beginning of a paragraph to be taken for one. What stands flush where first lines are set in must be one. */
const TELLING: Record<LineStand, number> = { 'set-in': 6, flush: Number.POSITIVE_INFINITY, plain: 16 }

/** Whether a line begins a paragraph. */
export type KnownStart = (line: string, stand?: LineStand) => boolean

/**
 * Tells whether a line begins a paragraph, from a text of which each line is known to be a whole paragraph: it is one of its
 * lines, or begins with the first words of one. A text that is compared with the same text set in short lines is
 * the surest witness of where those belong together.
 * @param paragraphs the lines of the other text
 */
export function knownStarts(paragraphs: readonly string[]): KnownStart {
  const whole = new Set<string>()
  const heads = new Set<string>()
  for (const paragraph of paragraphs) {
    const text = bareText(paragraph)
    if (text === '') continue
    whole.add(text)
    for (const length of Object.values(TELLING)) if (text.length >= length) heads.add(text.slice(0, length))
  }
  return (line, stand = 'plain') => {
    const text = bareText(line)
    return whole.has(text) || (text.length >= TELLING[stand] && heads.has(text.slice(0, TELLING[stand])))
  }
}

/** The same for the line before: whether a paragraph ends with it, by the last words of a paragraph. `stand` is that of the line behind it. */
export function knownEnds(paragraphs: readonly string[]): KnownStart {
  const starts = knownStarts(paragraphs.map(backwards))
  return (line, stand) => starts(backwards(line), stand)
}

/** How many paragraphs of a text begin with a line. */
export type KnownTimes = (line: string) => number

/** So many characters tell apart what is looked through. */
const HEAD = 3

/** @param paragraphs the lines of the other text */
export function knownTimes(paragraphs: readonly string[]): KnownTimes {
  const heads = new Map<string, string[]>()
  for (const text of paragraphs.map(bareText)) {
    const same = heads.get(text.slice(0, HEAD))
    if (same) same.push(text)
    else heads.set(text.slice(0, HEAD), [text])
  }
  return (line) => {
    const text = bareText(line)
    return (heads.get(text.slice(0, HEAD)) ?? []).filter((paragraph) => paragraph.startsWith(text)).length
  }
}

function backwards(text: string): string {
  return text.split('').reverse().join('')
}
