const DIGITS = '〇一二三四五六七八九'
const DIGIT_VALUES: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const UNIT_VALUES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/**
 * The value of a Chinese integer below 10 000: 十五 → 15, 一百零三 → 103, 二〇二五 → 2025. Null when it is none.
 */
export function parseChineseNumber(text: string): number | null {
  if (text === '') return null
  if (!/[十百千拾佰仟]/.test(text)) return parseDigits(text)
  let total = 0
  let digit = -1
  for (const char of text) {
    const unit = UNIT_VALUES[char]
    const value = DIGIT_VALUES[char]
    if (unit !== undefined) {
      total += (digit < 0 ? 1 : digit) * unit
      digit = -1
    } else if (value !== undefined) digit = value
    else return null
  }
  return total + Math.max(digit, 0)
}

function parseDigits(text: string): number | null {
  let value = 0
  for (const char of text) {
    const digit = DIGIT_VALUES[char]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** Writes 0–9999 as Chinese counting does: 10 → 十, 21 → 二十一, 103 → 一百零三. */
export function formatChineseNumber(value: number): string {
  if (value < 0 || value > 9999 || !Number.isInteger(value)) return String(value)
  if (value < 10) return value === 0 ? '零' : DIGITS.charAt(value)
  let text = ''
  let zero = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) zero = text !== ''
    else {
      text += (zero ? '零' : '') + DIGITS.charAt(digit) + name
      zero = false
    }
  }
  return value < 20 ? text.slice(1) : text
}
