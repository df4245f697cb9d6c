import { isChinese, textWidth } from '../../../shared/text/characters.ts'

/** Digits set apart, each by itself. */
const SPREAD_DIGITS = /(?<![\d.,] ?)\d(?: \d)+(?! ?[\d.,])/g
/** A run with more blanks than this share of its characters is spread; in others a blank this wide (in font sizes) was typed. */
const MAX_BLANKS = 0.12
const TYPED_WIDTH = 0.4
/** An ideographic space is as wide as a character. */
const IDEOGRAPHIC_WIDTH = 0.85

/**
 * Takes out blanks that were not typed: pdf.js writes one wherever characters stand apart, and justified lines move Chinese
 * characters apart. `length` is the run's width in font sizes. A blank as wide as a character becomes an ideographic space.
 */
export function withoutSpreading(text: string, length: number): string {
  const digits = text.replace(SPREAD_DIGITS, (run) => run.replaceAll(' ', ''))
  if (digits !== text) return withoutSpreading(digits, length)
  const places = betweenChinese(text)
  if (places.length === 0) return text
  const letters = text.replaceAll(' ', '')
  const width = (length - textWidth(letters) / 2) / (text.length - letters.length)
  const typed = places.length <= Math.max(1, letters.length * MAX_BLANKS) && width >= TYPED_WIDTH
  const blank = !typed ? '' : width >= IDEOGRAPHIC_WIDTH ? '\u3000' : ' '
  const cut = [-1, ...places, text.length]
  return cut
    .slice(1)
    .map((end, index) => text.slice((cut[index] ?? -1) + 1, end))
    .join(blank)
}

/** The single blanks with a Chinese character on each side. */
function betweenChinese(text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (isChinese(text.charAt(at - 1)) && isChinese(text.charAt(at + 1))) places.push(at)
  }
  return places
}
