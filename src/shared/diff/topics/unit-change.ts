/** How the units of one side came to be those of the next comparison, by what each holds. */
export interface UnitChange {
  /** Places before of what is gone or holds something else now, ascending. */
  readonly gone: readonly number[]
  /** Places now of what is new or holds something else, ascending. */
  readonly fresh: readonly number[]
  /** What stood at this place before or behind it stands `shift` places further on. */
  readonly from: number
  readonly shift: number
}

/** How one list became another; items that stayed are the very same objects. Where the lists are of one length, each item is set against that in its place. */
export function changeBetween(before: readonly unknown[], now: readonly unknown[]): UnitChange {
  const least = Math.min(before.length, now.length)
  let head = 0
  while (head < least && before[head] === now[head]) head += 1
  let tail = 0
  while (tail < least - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const [from, shift] = [before.length - tail, now.length - before.length]
  const isOther = (at: number): boolean => shift !== 0 || before[at] !== now[at]
  return {
    gone: numbersBetween(head, from).filter(isOther),
    fresh: numbersBetween(head, now.length - tail).filter(isOther),
    from,
    shift,
  }
}

/** Where each place of before is now; -1 for what is gone. */
export function placesAfter({ gone, from, shift }: UnitChange, count: number): Int32Array {
  const places = Int32Array.from({ length: count }, (_, place) => (place < from ? place : place + shift))
  for (const place of gone) places[place] = -1
  return places
}

function numbersBetween(from: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i)
}
