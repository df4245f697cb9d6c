import type { Progress, ProgressPart } from './progress.ts'

type Figures = Pick<Progress, 'kind' | 'unit' | 'done' | 'remaining' | 'years' | 'needed'> & {
  readonly goal: { readonly value: number }
  readonly parts: readonly Pick<ProgressPart, 'value' | 'each' | 'from' | 'to'>[]
}

/** The arithmetic of a progress as a reader writes it, one line each; a line is empty where there is nothing to compute. */
export interface ProgressSums {
  /** `0.726+0.718=1.444万人`; of falls `1-(1-3%)×(1-2.9%)≈5.81%`. */
  readonly done: string
  /** `3.6-1.444=2.156万人`. */
  readonly remaining: string
  /** `2.156÷3≈0.72万人`. */
  readonly needed: string
}

/** Writes a progress out, in the unit of its total; percentages differ by points where they add up. */
export function writeProgressSums(figures: Figures): ProgressSums {
  return figures.kind === 'sum' ? writeSums(figures) : writeCompound(figures)
}

function writeSums({ goal, unit, parts, done, remaining, years, needed }: Figures): ProgressSums {
  const named = unit === '%' ? '个百分点' : unit
  const terms = parts.map(({ value, each, from, to }) => (each ? `${value}×${to - from + 1}` : `${value}`))
  const isPlain = parts.length === 1 && parts[0]?.each === false
  return {
    done:
      terms.length === 0
        ? ''
        : isPlain
          ? `${done}${named}`
          : `${terms.join('+').replaceAll('+-', '-')}=${done}${named}`,
    remaining: remaining === null || parts.length === 0 ? '' : `${goal.value}-${done}=${remaining}${named}`,
    needed: needed === null || remaining === null ? '' : quotient(Math.max(0, remaining), years, needed, named),
  }
}

function quotient(total: number, years: number, each: number, unit: string): string {
  const shown = round(each)
  return `${total}÷${years}${shown === each ? '=' : '≈'}${shown}${unit}`
}

const TURNED = { '-': '+', '+': '-' } as const

function writeCompound({ kind, goal, parts, done, remaining, years, needed }: Figures): ProgressSums {
  const sign = kind === 'fall' ? '-' : '+'
  const whole = (product: string) => (kind === 'fall' ? `1-${product}` : `${product}-1`)
  const factor = ({ value, each, from, to }: Figures['parts'][number]) =>
    `(1${value < 0 ? TURNED[sign] : sign}${Math.abs(value)}%)${each ? `^${to - from + 1}` : ''}`
  const product = parts.map(factor).join('×')
  const rest = `(1${sign}${goal.value}%)÷(1${sign}${round(done)}%)`
  const isPlain = parts.length === 1 && parts[0]?.each === false
  return {
    done: parts.length === 0 ? '' : isPlain ? `${done}%` : `${whole(product)}≈${round(done)}%`,
    remaining: remaining === null || parts.length === 0 ? '' : `${whole(rest)}≈${round(remaining)}%`,
    needed:
      needed === null || remaining === null
        ? ''
        : `${whole(`(1${sign}${round(Math.max(0, remaining))}%)^(1/${years})`)}≈${round(needed)}%`,
  }
}

/** Two decimals, or three digits of what is smaller than one. */
function round(value: number): number {
  return Math.abs(value) < 1 ? Number(value.toPrecision(3)) : Math.round(value * 100) / 100
}
