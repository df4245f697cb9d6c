/** Sums as a reader writes them out, and how far rounded figures may stray from them. */

/** Digits behind the point of a figure as it stands: 8.70 counts as 1, for trailing zeros are lost in numbers. */
function decimals(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}

/** Half a unit of the last digit given of each figure, added up: rounding alone can make no larger difference. */
export function roundingSlack(values: readonly number[]): number {
  // Whole numbers beside decimals are most likely given to the same digit (12.0 written 12).
  const digits = Math.max(...values.map(decimals))
  return values.length * 0.5 * 10 ** -digits * (1 + 1e-9)
}

/** Rounds what binary fractions add: 0.1 + 0.2 is 0.3. */
export function cleanSum(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toPrecision(12))
}

/** 22.9+127.2+112.5. */
export function writtenSum(values: readonly number[]): string {
  return values.map(String).join('+')
}
