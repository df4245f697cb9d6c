/**
 * Counts that weights are taken of move in steps: typing a word then changes hardly any weight, and what was worked out with
 * the others holds. Two numbers to each doubling: 1, 2, 3, 4, 6, 8, 12, 16, 24 …
 */
export function step(count: number): number {
  if (count < 4) return Math.floor(count)
  const power = 2 ** Math.floor(Math.log2(count))
  return count >= 1.5 * power ? 1.5 * power : power
}

/** The steps of smaller counts stand closer: 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32 … */
export function fineStep(count: number): number {
  if (count < 7) return count
  const quarter = 2 ** (Math.floor(Math.log2(count)) - 2)
  const steps = Math.floor(count / quarter)
  return (steps === 7 ? 6 : steps) * quarter
}

/** Steps of an eighth to a sixteenth, for numbers of units: a paragraph more or less changes nothing. */
export function finestStep(count: number): number {
  const width = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, count))) - 3)
  return Math.floor(count / width) * width
}
