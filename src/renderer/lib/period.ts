const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 in Chinese: 十, 十五, 二十一. */
export function inChinese(value: number): string {
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[value % 10]}`
}

/** The five-year plans are counted in fives from here: 1981–1985 is the sixth, 2026–2030 the fifteenth. */
const COUNTED_FROM = 1951

/** Which five-year plan a period is; null for any other period. The regular five-year rhythm holds since 1966 (the third). */
export function planOrdinal(from: number, to: number): number | null {
  if (to - from !== 4 || (from - COUNTED_FROM) % 5 !== 0 || from < 1966) return null
  return (from - COUNTED_FROM) / 5
}

/** 十五五 for 2026–2030; null for a period that is no five-year plan's. */
export function planName(from: number, to: number): string | null {
  const ordinal = planOrdinal(from, to)
  return ordinal === null ? null : `${inChinese(ordinal)}五`
}
