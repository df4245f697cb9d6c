import { parseChineseNumber } from '../text/chinese-number.ts'

/** A number as written: its value, where it ends, and how it is written. */
export interface Numeral {
  readonly value: number
  readonly end: number
  /** Set for 千分之; a percentage otherwise. */
  readonly perMille?: true
  readonly form: 'arabic' | 'chinese' | 'fraction' | 'percent' | 'half' | 'multiple' | 'zero-growth'
}

const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y
const CHINESE = /[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?/y
/** 万 or 亿 inside a number, with what follows; 千瓦 and a bare 千, 百, 十 belong to the unit. */
const INNER =
  /([万亿])([零〇一二两三四五六七八九十百千]*[零〇一二两三四五六七八九][零〇一二两三四五六七八九十百千]*)(?![零〇])/y
const PERCENT_WORDS = /([百千])分之([零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?|\d+(?:\.\d+)?)/y
const FRACTION = /([一二两三四五六七八九十]+)分之([一二两三四五六七八九十]+)/y
const DOUBLING = /翻(?:([一二两三四五六七八九十]|\d)?番)/y
const HALF = /一半(?!导体)|半数/y
const ZERO_GROWTH = /零增长/y

/** Any character that a numeral can begin with; a quick refusal for all others. */
export const NUMERAL_START = /[0-9零〇一二两三四五六七八九十百千半翻]/

/**
 * Reads the numeral that begins at `at` of folded text, or null. Arabic with thousand commas; Chinese integers with
 * decimals and 万/亿 inside (一万二千); 百分之, 千分之 and fractions; 一半; 翻一番 (2), 翻两番 (4); 零增长 (0).
 * A final 万 or 亿 is left to the unit, as the text writes it (两千三百亿元 is 2300 亿元).
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const char = text.charAt(at)
  if (char >= '0' && char <= '9') return arabic(text, at)
  return words(text, at) ?? chinese(text, at)
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function arabic(text: string, at: number): Numeral | null {
  const found = match(ARABIC, text, at)
  if (found === null) return null
  return { value: Number(found[0].replaceAll(',', '')), end: at + found[0].length, form: 'arabic' }
}

function words(text: string, at: number): Numeral | null {
  const percent = match(PERCENT_WORDS, text, at)
  if (percent !== null) {
    const share = readDecimal(percent[2] ?? '')
    if (share === null) return null
    const read = { value: share, end: at + percent[0].length, form: 'percent' } as const
    return percent[1] === '千' ? { ...read, perMille: true } : read
  }
  const fraction = match(FRACTION, text, at)
  if (fraction !== null) {
    const whole = parseChineseNumber(fraction[1] ?? '')
    const part = parseChineseNumber(fraction[2] ?? '')
    if (whole === null || part === null || whole === 0) return null
    return { value: Math.round((part / whole) * 10_000) / 10_000, end: at + fraction[0].length, form: 'fraction' }
  }
  const doubling = match(DOUBLING, text, at)
  if (doubling !== null) {
    const times = doubling[1] === undefined ? 1 : (parseChineseNumber(doubling[1]) ?? Number(doubling[1]))
    return { value: 2 ** times, end: at + doubling[0].length, form: 'multiple' }
  }
  const half = match(HALF, text, at)
  if (half !== null) return { value: 0.5, end: at + half[0].length, form: 'half' }
  const zero = match(ZERO_GROWTH, text, at)
  return zero === null ? null : { value: 0, end: at + zero[0].length, form: 'zero-growth' }
}

function chinese(text: string, at: number): Numeral | null {
  const found = match(CHINESE, text, at)
  // 零排放, 零距离: a zero in words is part of a phrase.
  if (found === null || /^[零〇]/.test(found[0])) return null
  let low = readDecimal(found[0])
  if (low === null) return null
  let high = 0
  let end = at + found[0].length
  for (let more = match(INNER, text, end); more !== null; more = match(INNER, text, end)) {
    high = (high + low) * (more[1] === '万' ? 10_000 : 100_000_000)
    low = readDecimal(more[2] ?? '') ?? 0
    end += more[0].length
  }
  // 一亿四千万千瓦时: what is left for the unit is 万, so the 亿 counts as 10 000 of them.
  const inWan = high >= 100_000_000 && text.charAt(end) === '万'
  return { value: (inWan ? high / 10_000 : high) + low, end, form: 'chinese' }
}

/** 七十二 → 72, 三点五 → 3.5, 2.4 → 2.4. */
function readDecimal(text: string): number | null {
  if (/^\d/.test(text)) return Number(text)
  const [whole = '', decimals = ''] = text.split('点')
  const integer = parseChineseNumber(whole)
  if (integer === null) return null
  const digits = decimals.replace(/./g, (digit) => String(parseChineseNumber(digit) ?? 0))
  return digits === '' ? integer : Number(`${integer}.${digits}`)
}
