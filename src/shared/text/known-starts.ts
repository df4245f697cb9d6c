import { bareText } from './bare-text.ts'

/** Characters that a line must share with the beginning of a paragraph to be taken for one, and one that is set in besides. */
const TELLING = 16
const TELLING_SET_IN = 6

/** Whether a line, which may be set in from those around, begins a paragraph. */
export type KnownStart = (line: string, isSetIn?: boolean) => boolean

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
    for (const length of [TELLING, TELLING_SET_IN]) if (text.length >= length) heads.add(text.slice(0, length))
  }
  return (line, isSetIn = false) => {
    const text = bareText(line)
    const length = isSetIn ? TELLING_SET_IN : TELLING
    return whole.has(text) || (text.length >= length && heads.has(text.slice(0, length)))
  }
}
