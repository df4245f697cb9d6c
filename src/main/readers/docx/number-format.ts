import { formatChineseNumber } from '../../../shared/text/chinese-number.ts'

const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_UNITS = ['', '拾', '佰', '仟']
const DIGITS = '〇一二三四五六七八九'

/**
 * Writes a list number in one of Word's formats (ECMA-376 Part 1, 17.18.59 ST_NumberFormat). Formats that Chinese
 * documents do not use fall back to decimal; `none` and `bullet` give nothing.
 */
export function formatNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value)
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimal: String,
  decimalZero: (value) => (value < 10 ? `0${value}` : String(value)),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  chineseCounting: formatChineseNumber,
  chineseCountingThousand: formatChineseNumber,
  japaneseCounting: formatChineseNumber,
  koreanCounting: formatChineseNumber,
  taiwaneseCounting: formatChineseNumber,
  taiwaneseCountingThousand: formatChineseNumber,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  koreanDigital2: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => cycle(value, STEMS),
  ideographZodiac: (value) => cycle(value, BRANCHES),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperLetter: letters,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x245f + value)
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21)
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36)
  return String(value)
}

function enclosed(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : String(value)
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)))
}

function legal(value: number): string {
  const digits = String(value)
  if (digits.length > 4) return digits
  let text = ''
  let zero = false
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(i))
    if (digit === 0) zero = true
    else {
      text += (zero ? '零' : '') + LEGAL_DIGITS.charAt(digit) + (LEGAL_UNITS[digits.length - 1 - i] ?? '')
      zero = false
    }
  }
  return text === '' ? '零' : text
}

function cycle(value: number, signs: string): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value)
}

/** A … Z, AA … ZZ, as Word counts: the letter repeats. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [amount, sign] of ROMAN) {
    while (rest >= amount) {
      text += sign
      rest -= amount
    }
  }
  return text
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const
