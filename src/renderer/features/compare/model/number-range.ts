import type { Range } from '../../../../shared/text/range.ts'
import { toNarrow } from './narrow.ts'

/** What may stand between a number and its end and belongs to it: 3 000–3 500, 5%到6%, 3.5个百分点. */
const NUMBER = /[0-9０-９][0-9０-９,，.．]*/gu
const CHINESE_NUMBER = /[零〇一二三四五六七八九十百千万亿两半]+/gu
const QUALIFIER = /^(?:以上|以下|以内|以外|左右|上下)/u

/** Reads `1,375`, `３．２` as a number. */
function valueOf(digits: string): number {
  return Number(toNarrow(digits).replace(/,/g, '').replace(/\.$/, ''))
}

/**
 * Where in a target's quote its figure stands, with unit and qualifier (`3%以上`), so that a glyph can be glued to it.
 * Offsets are those of `quote` shifted by `start`. null when the quote has no figure.
 */
export function findNumberRange(target: {
  readonly quote: string
  readonly start: number
  readonly value: number | null
  readonly unit: string
}): Range | null {
  const { quote, start, value, unit } = target
  if (value === null) return null
  const numbers = [...quote.matchAll(NUMBER)]
  const found =
    numbers.find(([digits]) => valueOf(digits) === value) ??
    numbers.at(-1) ??
    [...quote.matchAll(CHINESE_NUMBER)].at(-1)
  if (!found) return null
  let end = found.index + found[0].length
  if (unit !== '' && toNarrow(quote.slice(end, end + unit.length)) === unit) end += unit.length
  end += QUALIFIER.exec(quote.slice(end))?.[0].length ?? 0
  return { start: start + found.index, end: start + end }
}
