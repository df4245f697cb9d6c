import { isPartOfName, quotedSpans } from './names.ts'
import { NUMERAL_START, type Numeral, readNumeral } from './numerals.ts'
import type { Bound } from './target.ts'
import { readUnit, type UnitAt, type UnitKind } from './units.ts'
import { BOUNDS_AFTER } from './words/bound-words.ts'
import { longestFirst } from './words/word-list.ts'

/** A number with its unit and what stands right behind it, as a span of folded text. */
export interface Quantity {
  /** From the first digit … */
  readonly start: number
  /** … to behind 以上, 左右. */
  readonly end: number
  readonly value: number
  readonly max: number | null
  readonly unit: string
  readonly kind: UnitKind
  /** Bound said behind the number (以上) or inside it (余, 多); null when none is. */
  readonly bound: Bound | null
  readonly form: Numeral['form']
}

const RANGE_MARK = /^(?:--?|至|到|——?)/
const MORE = /^(?:多(?![种元样年层边维能式]|功能|媒体|语种|渠道|产业)|余|几(?!年))/
const AFTER = new RegExp(`^(?:${longestFirst(Object.keys(BOUNDS_AFTER))})`)

/** All quantities of `text` in order. Numbers of names, dates and quoted slogans are left out. */
export function findQuantities(text: string): Quantity[] {
  const quoted = quotedSpans(text)
  const found: Quantity[] = []
  for (let i = 0; i < text.length; i += 1) {
    if (quoted[i] === 1 || !NUMERAL_START.test(text.charAt(i))) continue
    const numeral = readNumeral(text, i)
    if (numeral === null) continue
    const quantity = isPartOfName(text, i, numeral.end) ? null : readQuantity(text, i, numeral)
    if (quantity === null) i = skipName(text, i, numeral)
    else {
      found.push(quantity)
      i = quantity.end - 1
    }
  }
  return found.map((quantity, i) => shareUnit(text, quantity, found[i + 1]))
}

/** 提高3个和4个百分点, 增长6、8个百分点: the first number has the unit of the second. */
function shareUnit(text: string, quantity: Quantity, next: Quantity | undefined): Quantity {
  if (next === undefined || next.unit === quantity.unit || !next.unit.startsWith(quantity.unit)) return quantity
  const between = text.slice(quantity.end, next.start)
  return /^(?:、|和|及|与)$/.test(between) ? { ...quantity, unit: next.unit, kind: next.kind } : quantity
}

/** Behind a number that is no quantity; the second half of a range of years or of “8+4” goes with the first. */
function skipName(text: string, start: number, numeral: Numeral): number {
  if (numeral.form !== 'arabic') return numeral.end - 1
  const rest = /^[\d.+\-/A-Za-z×]*/.exec(text.slice(numeral.end))?.[0] ?? ''
  const next = numeral.end + rest.length
  return Math.max(start, next - 1)
}

function readQuantity(text: string, start: number, first: Numeral): Quantity | null {
  const more = MORE.exec(text.slice(first.end, first.end + 3))
  const unit =
    first.form === 'arabic' || first.form === 'chinese' ? unitAfter(text, first.end + (more === null ? 0 : 1)) : null
  const range = readRange(text, first, unit)
  if (range !== null) return finish(text, start, { ...range, bound: 'range', form: first.form })
  if (first.form === 'percent') return finish(text, start, plain(first, percentSign(first), 'percent', first.end))
  if (first.form === 'multiple') return finish(text, start, plain(first, '倍', 'multiple', first.end))
  if (first.form !== 'arabic' && first.form !== 'chinese')
    return finish(text, start, plain(first, '', 'number', first.end))
  if (unit === null) return first.form === 'chinese' ? null : finish(text, start, plain(first, '', 'number', first.end))
  const moreAfter = more === null ? MORE.exec(text.slice(unit.end, unit.end + 3)) : null
  const end = unit.end + (moreAfter === null ? 0 : 1)
  const tail = moreAfter === null ? null : readUnit(text, end)
  const whole = tail === null || tail.kind === 'number' ? unit : { ...tail, text: unit.text + tail.text }
  const quantity = plain(first, whole.text, whole.kind, tail === null ? end : tail.end)
  return finish(text, start, more === null && moreAfter === null ? quantity : { ...quantity, bound: 'at-least' })
}

type Core = Omit<Quantity, 'start'>

function plain(numeral: Numeral, unit: string, kind: UnitKind, end: number): Core {
  return { value: numeral.value, max: null, unit, kind, bound: null, form: numeral.form, end }
}

/** 5%-5.5%, 3-5分/立方米, 5%到6%, 1至2家. */
function readRange(
  text: string,
  first: Numeral,
  unit: UnitAt | null,
): Pick<Core, 'value' | 'max' | 'unit' | 'kind' | 'end'> | null {
  const from = unit?.end ?? first.end
  const mark = RANGE_MARK.exec(text.slice(from, from + 2))
  if (mark === null) return null
  const second = readNumeral(text, from + mark[0].length)
  if (second === null || second.form !== first.form) return null
  const mixed = unit === null ? null : mixedMagnitudes(text, first, unit, second)
  if (mixed !== null) return mixed
  if (second.value <= first.value) return null
  if (first.form === 'percent')
    return { value: first.value, max: second.value, unit: percentSign(first), kind: 'percent', end: second.end }
  const upper = unitAfter(text, second.end)
  if (upper === null || (unit !== null && unit.text !== upper.text && unit.text !== magnitudeOf(upper.text)))
    return null
  return { value: first.value, max: second.value, unit: upper.text, kind: upper.kind, end: upper.end }
}

/** 四亿九千万～五亿吨: the lower end is said in another magnitude than the upper. */
function mixedMagnitudes(text: string, first: Numeral, unit: UnitAt, second: Numeral): ReturnType<typeof readRange> {
  const upper = unitAfter(text, second.end)
  if (upper === null || unit.kind !== 'number' || magnitudeOf(upper.text) === unit.text) return null
  const scale = readUnit(magnitudeOf(upper.text), 0)
  if (scale === null || scale.kind !== 'number') return null
  const value = (first.value * unit.factor) / scale.factor
  return value < second.value ? { value, max: second.value, unit: upper.text, kind: upper.kind, end: upper.end } : null
}

function percentSign({ perMille }: Numeral): string {
  return perMille === true ? '‰' : '%'
}

function magnitudeOf(unit: string): string {
  return /^(?:万亿|[万亿千百])/.exec(unit)?.[0] ?? unit
}

function unitAfter(text: string, at: number): UnitAt | null {
  return readUnit(text, at)
}

function finish(text: string, start: number, core: Core): Quantity | null {
  // 千万级, 千亿元级: a class, not a quantity.
  if (text.charAt(core.end) === '级') return null
  // 40万套（含床位）以上: the bound stands behind what the bracket adds.
  const aside = /^（[^（）\d]{1,14}）(?=以[上下内]|左右)/.exec(text.slice(core.end, core.end + 20))?.[0].length ?? 0
  const at = core.end + aside
  const after = AFTER.exec(text.slice(at, at + 4))?.[0]
  if (after === undefined) return { ...core, start }
  const bound = core.max === null ? (BOUNDS_AFTER[after] ?? null) : core.bound
  return { ...core, start, bound, end: at + after.length }
}
