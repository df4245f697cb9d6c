import { findIndicator, indexLexicon } from '../targets/canonical.ts'
import { identityOf } from '../targets/identity.ts'
import type { Lexicon } from '../targets/lexicon.ts'
import type { Target } from '../targets/target.ts'
import { comparableUnits, parseUnit } from '../targets/units.ts'

/** Whether two targets measure one indicator in one way: same name, measure, direction, basis and comparable units. */
export function measuresSame(a: Target, b: Target): boolean {
  return (
    a.value !== null &&
    b.value !== null &&
    identityOf(a) === identityOf(b) &&
    a.measure === b.measure &&
    (a.direction ?? '') === (b.direction ?? '') &&
    basis(a) === basis(b) &&
    comparableUnits(parseUnit(a.unit), parseUnit(b.unit))
  )
}

/** 户籍 and 常住 are two bases; 全市 says only whose figure it is, and 城镇 is part of the name. */
function basis({ scope }: Target): string {
  return scope !== null && /^(?:户籍|常住|规上|规模以上|不变价|限额以上|全员)$/.test(scope) ? scope : ''
}

/** The value of `target` in the unit of `other`. */
export function valueIn(target: Target, other: Target): number {
  const value = ((target.value ?? 0) * parseUnit(target.unit).factor) / parseUnit(other.unit).factor
  return Number(value.toPrecision(12))
}

/** 1 when more asks for more, -1 when less does, 0 when nobody can say. A fall (降低13%) asks for more with more. */
export function senseOf(target: Target, lexicon: Lexicon): 1 | 0 | -1 {
  if (target.measure === 'growth' && target.direction === 'down') return 1
  const polarity =
    target.canonical === null ? null : (findIndicator(indexLexicon(lexicon), target.canonical)?.polarity ?? null)
  if (polarity === 'up') return 1
  if (polarity === 'down' || target.bound === 'at-most') return -1
  return polarity === null && (target.bound === 'at-least' || target.measure === 'addition') ? 1 : 0
}

/** 5.5%, 3%—5%, 850亿元. */
export function figureOf({ value, max, unit }: Target): string {
  return `${value}${max === null ? '' : `—${max}`}${unit}`
}

/** Whole numbers from 1000 on, two decimals below. */
export function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Math.round(value * 100) / 100
}
