import { fineStep, step } from './steps.ts'

/**
 * What it tells that a text holds something which so many of `units` texts hold, 0–1, the rarest telling one: the inverse
 * frequency. Both counts move in steps. What nobody holds tells nothing. Remembers what it gave.
 */
export function inverseFrequency(units: number): (held: number) => number {
  const all = step(units)
  const known: number[] = [0]
  return (held) => (known[held] ??= Math.log(1 + all / fineStep(held)) / Math.log(1 + all))
}
