/** Day 0 of the two calendars of Excel. The first counts a 29 February 1900 that never was; days after it are one off. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const WEEKDAYS = '日一二三四五六'
const MAX_DAY = 2_958_466

const TOKEN =
  /\[h+\]|\[m+\]|\[s+\]|"([^"]*)"|\\(.)|上午\/下午|AM\/PM|A\/P|yyyy|yy|e|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|aaaa|aaa|hh|h|ss(?:\.0+)?|s(?:\.0+)?|_.|\*.|[^]/gi

/** True for a number format that shows a date or a time. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '')
  return /[ymdhs]|a{3,4}/i.test(bare) && !/general/i.test(bare)
}

/** Writes a day number as its format shows it. Null for numbers that are no day. */
export function formatDate(value: number, code: string, from1904: boolean): string | null {
  if (value < 0 || value >= MAX_DAY) return null
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(value * 86_400) * 1000)
  const format = code.replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
  const half = /AM\/PM|A\/P|上午\/下午/i.test(format)
  let text = ''
  let afterHour = false
  const tokens = [...format.matchAll(TOKEN)]
  tokens.forEach((match, index) => {
    const token = match[0]
    const rest = tokens.slice(index + 1).map((next) => next[0].toLowerCase())
    const beforeSecond = rest.find((next) => /^[ymdhs]/.test(next))?.startsWith('s') === true
    text += match[1] ?? match[2] ?? show(token, date, { value, half, minute: afterHour || beforeSecond })
    if (/^\[?h/i.test(token)) afterHour = true
    else if (/^[ymds]/i.test(token)) afterHour = false
  })
  return text.trim()
}

interface Showing {
  readonly value: number
  readonly half: boolean
  /** An m after hours or before seconds is minutes. */
  readonly minute: boolean
}

function show(token: string, date: Date, { value, half, minute }: Showing): string {
  const key = token.toLowerCase()
  const hours = half ? date.getUTCHours() % 12 || 12 : date.getUTCHours()
  if (/^m+$/.test(key) && minute) return pad(date.getUTCMinutes(), key.length)
  if (/^m{1,2}$/.test(key)) return pad(date.getUTCMonth() + 1, key.length)
  if (/^m{3,}$/.test(key)) return `${date.getUTCMonth() + 1}月`
  if (/^\[h+\]$/.test(key)) return String(Math.floor(value * 24))
  if (/^\[m+\]$/.test(key)) return String(Math.floor(value * 1440))
  if (/^\[s+\]$/.test(key)) return String(Math.floor(value * 86_400))
  if (key.startsWith('s')) return pad(date.getUTCSeconds(), key.startsWith('ss') ? 2 : 1)
  if (/^h+$/.test(key)) return pad(hours, key.length)
  if (/^d{1,2}$/.test(key)) return pad(date.getUTCDate(), key.length)
  if (/^(?:d{3,4}|a{3,4})$/.test(key)) return `${key.length === 4 ? '星期' : ''}${WEEKDAYS.charAt(date.getUTCDay())}`
  if (key === 'yyyy' || key === 'e') return String(date.getUTCFullYear())
  if (key === 'yy') return pad(date.getUTCFullYear() % 100, 2)
  if (key === 'am/pm' || key === 'a/p') return date.getUTCHours() < 12 ? 'AM' : 'PM'
  if (key === '上午/下午') return date.getUTCHours() < 12 ? '上午' : '下午'
  return /^[_*]/.test(token) || token === ';' || token === '@' ? '' : token
}

function pad(value: number, length: number): string {
  return String(value).padStart(Math.min(length, 2), '0')
}
