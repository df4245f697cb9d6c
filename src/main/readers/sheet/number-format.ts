import { formatDate, isDateFormat } from './date-format.ts'

/** Formats that workbooks refer to by number without writing them out (ECMA-376 Part 1, 18.8.30; Chinese ones included). */
export const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const SIGNIFICANT = 11
const MAX_DECIMALS = 15

/** Writes a number as a cell with that format shows it. What no format can be read for is shown as General. */
export function formatNumberCell(value: number, code: string, from1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  const sections = splitSections(code)
  const section = sections[sectionOf(value, sections.length)] ?? ''
  if (code === '' || /^general$/i.test(section.trim()) || section.trim() === '@') return general(value)
  if (isDateFormat(section)) return formatDate(value, section, from1904) ?? general(value)
  const signed = sections.length > 1 && value < 0 ? Math.abs(value) : value
  return decorate(signed, section) ?? general(value)
}

function sectionOf(value: number, count: number): number {
  if (value < 0 && count > 1) return 1
  return value === 0 && count > 2 ? 2 : 0
}

/** The parts for positive, negative and zero values. */
function splitSections(code: string): string[] {
  const sections: string[] = []
  let section = ''
  for (const [part] of code.matchAll(/"[^"]*"?|\\.?|[^]/g)) {
    if (part === ';') {
      sections.push(section)
      section = ''
    } else section += part
  }
  return [...sections, section]
}

/** General: as many digits as a cell of usual width has, integers in full. */
export function general(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const rounded = Number(value.toPrecision(SIGNIFICANT))
  return Math.abs(rounded) >= 1e-9 ? plain(rounded) : String(rounded).replace('e', 'E')
}

/** Without exponent. */
function plain(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(MAX_DECIMALS).replace(/\.?0+$/, '') : text
}

/** The digits of a format in the middle of what is written around them. Null when the format has no place for digits. */
function decorate(value: number, section: string): string | null {
  const literals: string[] = []
  const keep = (text: string) => `\uf8ff${String.fromCharCode(0xe000 + literals.push(text) - 1)}`
  const bare = section
    .replace(/"([^"]*)"|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) =>
      keep(quoted ?? escaped ?? ''),
    )
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, (_, sign: string) => keep(sign))
    .replace(/\[[^\]]*\]|_.|\*./g, '')
  const digits = /[0#?][0#?,]*(?:\.[0#?]*)?(?:E[+-]0+)?|\.[0#?]+/i.exec(bare)
  const restore = (text: string) =>
    text.replace(/\uf8ff(.)/g, (_, mark: string) => literals[mark.charCodeAt(0) - 0xe000] ?? '')
  if (digits === null) return bare.trim() === '' ? null : restore(bare).trim()
  if (bare.includes('/')) return null
  const percent = (bare.match(/%/g) ?? []).length
  const number = writeDigits(value * 100 ** percent, digits[0])
  return restore(bare.slice(0, digits.index) + number + bare.slice(digits.index + digits[0].length)).trim()
}

function writeDigits(value: number, format: string): string {
  const exponent = /E([+-])(0+)/i.exec(format)
  const [whole = '', decimals = ''] = format.replace(/E.*$/i, '').split('.')
  if (exponent !== null)
    return value
      .toExponential(Math.min(decimals.length, MAX_DECIMALS))
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E')
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0
  const most = Math.min(decimals.length, MAX_DECIMALS)
  const least = decimals.replace(/[#?]+$/, '').length
  const [integer = '0', fraction = ''] = round(Math.abs(value) / 1000 ** thousands, most).split('.')
  const grouped = /[0#?],[0#?]/.test(whole) ? integer.replace(/\B(?=(?:\d{3})+$)/g, ',') : integer
  const minimum = (whole.match(/0/g) ?? []).length
  const padded = integer === '0' && minimum === 0 ? '' : grouped.padStart(minimum, '0')
  const shown = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '')
  const text = padded + (shown === '' ? '' : `.${shown}`)
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}

/** Half away from zero, on the decimal digits: 1.005 is 1.01 as in Excel. */
function round(value: number, decimals: number): string {
  if (value >= 1e15) return value >= 1e21 ? String(value) : value.toFixed(0)
  const shifted = Math.round(Number(`${plain(Number(value.toPrecision(15)))}e${decimals}`))
  const text = String(shifted).padStart(decimals + 1, '0')
  if (text.includes('e')) return value.toFixed(decimals)
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}
