import { parseChineseNumber } from '../../text/chinese-number.ts'

/**
 * Whether two lists of numbers with their units state the same amounts one by one: 16.8% and 百分之十六点八, 30项 and
 * 三十项. Other units of the same size (吨 and 公斤) are not looked into: there the reader has to.
 */
export function statesSameAmount(
  before: readonly { readonly key: string; readonly kind: string }[],
  after: readonly { readonly key: string; readonly kind: string }[],
): boolean {
  const [a, b] = [before.map(normalised).filter(isSaid), after.map(normalised).filter(isSaid)]
  return a.length > 0 && a.length === b.length && a.every((amount, i) => amount === b[i])
}

/** 百分之 and % say the same; the share is in the number. */
function isSaid(text: string): boolean {
  return text !== '%'
}

function normalised({ key, kind }: { readonly key: string; readonly kind: string }): string {
  if (kind !== 'number') return key
  const value = /[0-9]/.test(key) ? Number(key.replaceAll(',', '')) : wordsValue(key)
  return value === null || Number.isNaN(value) ? key : String(value)
}

function wordsValue(text: string): number | null {
  const body = text.startsWith('百分之') ? text.slice('百分之'.length) : text
  const [whole = '', decimals] = body.split('点')
  const value = parseChineseNumber(whole)
  if (value === null || decimals === undefined) return value
  const digits = Array.from(decimals, (digit) => parseChineseNumber(digit))
  return digits.includes(null) ? null : Number(`${value}.${digits.join('')}`)
}
