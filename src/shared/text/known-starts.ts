import { bareText } from './bare-text.ts'

/** Characters that a line must share with the beginning of a paragraph to be taken for one. */
const TELLING = 16

/**
 * Tells whether a line begins a paragraph, from a text of which each line is known to be a whole paragraph: it is one of its
 * lines, or begins with the first words of one. A text that is compared with the same text set in short lines is
 * the surest witness of where those belong together.
 * @param paragraphs the lines of the other text
 */
export function knownStarts(paragraphs: readonly string[]): (line: string) => boolean {
  const whole = new Set<string>()
  const heads = new Set<string>()
  for (const paragraph of paragraphs) {
    const text = bareText(paragraph)
    if (text === '') continue
    whole.add(text)
    if (text.length >= TELLING) heads.add(text.slice(0, TELLING))
  }
  return (line) => {
    const text = bareText(line)
    return whole.has(text) || (text.length >= TELLING && heads.has(text.slice(0, TELLING)))
  }
}
