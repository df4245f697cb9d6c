/** Between groups of three digits: a thin space. */
const THIN_SPACE = '\u2009'
const MINUS = '−'

/** 52402 → `52 402`; four digits are grouped too, as in the mockups. */
export function formatCount(value: number): string {
  return Math.abs(Math.trunc(value))
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
    .replace(/^/, value < 0 ? MINUS : '')
}

/** A difference with its sign: `＋1 296`, `−84`, `±0`. */
export function formatDelta(value: number): string {
  if (value === 0) return '±0'
  return value > 0 ? `＋${formatCount(value)}` : formatCount(value)
}

/** Bytes as people read them: `830 B`, `1.8 MB`, `214 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB', 'TB']
  let value = bytes / 1000
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}

function pad(value: number): string {
  return value.toString().padStart(2, '0')
}

/** An instant as local date: `2025-11-06`. */
export function formatDay(instant: string): string {
  const date = new Date(instant)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** An instant as local time: `16:05`. */
export function formatTime(instant: string): string {
  const date = new Date(instant)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/**
 * A date in as few characters as tell it apart: null for today (the caller says 今天), `10-28` this year, `2021-03` before.
 * `now` is an argument so that tests need no clock.
 */
export function formatShortDay(instant: string, now: Date): string | null {
  const day = formatDay(instant)
  const today = formatDay(now.toISOString())
  if (day === today) return null
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day.slice(0, 7)
}
