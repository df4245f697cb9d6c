import { parseChineseNumber } from '../text/chinese-number.ts'
import { type FactSource, type Guess, place } from './fact-source.ts'
import { parseYear } from './guess-period.ts'

const DATE =
  /([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日/

/** The first full date of the head of a document, as ISO date. */
export function guessDate(sources: readonly FactSource[]): Guess<string> | null {
  for (const source of sources) {
    const match = DATE.exec(source.text)
    const year = parseYear(match?.[1])
    const month = parseSmall(match?.[2])
    const day = parseSmall(match?.[3])
    if (!match || year === null || month === null || day === null || month > 12 || day > 31) continue
    const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { value, quote: match[0], start: place(source, match.index) }
  }
  return null
}

function parseSmall(text: string | undefined): number | null {
  if (text === undefined) return null
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const value = /^[0-9]+$/.test(ascii) ? Number(ascii) : parseChineseNumber(ascii)
  return value !== null && value > 0 ? value : null
}
