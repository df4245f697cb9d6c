/**
 * The next or previous of `positions` (ascending, display rows) from `here`; at the end it starts again at the other end.
 * null only when there is none at all.
 */
export function step(positions: readonly number[], here: number | null, direction: 1 | -1): number | null {
  if (positions.length === 0) return null
  if (direction === 1) {
    const next = positions.find((position) => here === null || position > here)
    return next ?? (positions[0] as number)
  }
  const previous = positions.findLast((position) => here === null || position < here)
  return previous ?? (positions.at(-1) as number)
}

/** The next position after `here` that `isOpen` accepts, going round once; null when none is left. */
export function stepToOpen(
  positions: readonly number[],
  here: number | null,
  isOpen: (position: number) => boolean,
): number | null {
  const open = positions.filter((position) => position !== here && isOpen(position))
  return step(open, here, 1)
}
