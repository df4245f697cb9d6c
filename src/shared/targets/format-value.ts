import type { Bound, Target } from './target.ts'

const SUFFIX: Readonly<Record<Bound, string>> = {
  'at-least': '以上',
  'at-most': '以内',
  around: '左右',
  exact: '',
  range: '',
}

/** A target's figure as a person would say it: `3%以上`, `5–5.5%`, `850亿元左右`; a qualitative goal is its quote. */
export function formatValue(target: Target): string {
  if (target.value === null) return target.quote
  const upper = target.max === null ? '' : `–${target.max}`
  return `${target.value}${upper}${target.unit}${SUFFIX[target.bound]}`
}

/** The difference of a pair with its sign, in the left's unit; percentages differ by 个百分点. */
export function formatDelta(absolute: number, unit: string): string {
  const rounded = Number(absolute.toPrecision(12))
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : ''
  const name = unit === '%' || unit === '％' ? '个百分点' : unit
  return `${sign}${Math.abs(rounded)}${/^[a-zA-Z%‰]/.test(name) ? '' : ' '}${name}`
}
