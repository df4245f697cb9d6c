import { countBars } from '../../../../shared/text/table-row.ts'

/** Lines longer than a column of a newspaper or a page of print are paragraphs, which wrap anyway. */
const PARAGRAPH_LENGTH = 45
/** The share of the text whose lines must fit: a few long ones may wrap. */
const FITTING = 0.8
/** A column of a newspaper, in characters; nothing is drawn narrower. */
const MIN_CHARACTERS = 18
const MAX_CHARACTERS = 34

/** In tenths of a character: Latin and digits are half as wide. */
function widthOf(line: string): number {
  let width = 0
  for (const character of line.trimEnd()) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 5 : 10
  return width
}

/**
 * How many characters wide the source is drawn: as its lines are broken, so that they stand as they stood; null for a source of
 * whole paragraphs or of table rows, which shares the room with the text.
 */
export function sourceWidth(rawLines: readonly string[]): number | null {
  const lines = rawLines.filter((line) => line.trim() !== '')
  const rows = lines.filter((line) => countBars(line) > 0).length
  const widths = lines.map(widthOf).sort((a, b) => a - b)
  const all = widths.reduce((sum, width) => sum + width, 0)
  let fitting = 0
  const enough = widths.find((width) => (fitting += width) >= FITTING * all) ?? 0
  if (enough > PARAGRAPH_LENGTH * 10 || 2 * rows > lines.length) return null
  return Math.min(MAX_CHARACTERS, Math.max(MIN_CHARACTERS, Math.ceil(enough / 10)))
}
