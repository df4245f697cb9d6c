/** A run of a list that is replaced: `removed` items from index `from` of the old list give way to `added`. */
export interface ListHunk<Item> {
  readonly from: number
  readonly removed: number
  readonly added: readonly Item[]
}

/** Steps that are looked ahead for the place where two lists go on alike. */
const LOOK_AHEAD = 24

/** Runs that make the old list the new one, in the order of the old. Short when the lists differ in few places. */
export function diffLists<Item>(
  old: readonly Item[],
  now: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): ListHunk<Item>[] {
  let tail = 0
  const least = Math.min(old.length, now.length)
  const isSame = (i: number, j: number): boolean => same(old[i] as Item, now[j] as Item)
  while (tail < least && isSame(old.length - 1 - tail, now.length - 1 - tail)) tail += 1
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail]
  const hunks: ListHunk<Item>[] = []
  let [i, j] = [0, 0]
  while (i < oldEnd || j < nowEnd) {
    if (i < oldEnd && j < nowEnd && isSame(i, j)) {
      i += 1
      j += 1
      continue
    }
    const [oldTo, nowTo] = goesOn(i, j, { oldEnd, nowEnd, isSame })
    hunks.push({ from: i, removed: oldTo - i, added: now.slice(j, nowTo) })
    ;[i, j] = [oldTo, nowTo]
  }
  return hunks
}

interface Lists {
  readonly oldEnd: number
  readonly nowEnd: number
  readonly isSame: (i: number, j: number) => boolean
}

/** The nearest places at which both lists are alike again; their ends where that is too far off. */
function goesOn(i: number, j: number, { oldEnd, nowEnd, isSame }: Lists): [number, number] {
  for (let steps = 1; steps <= LOOK_AHEAD; steps += 1) {
    for (let own = 0; own <= steps; own += 1) {
      const [a, b] = [i + own, j + steps - own]
      if (a < oldEnd && b < nowEnd && isSame(a, b)) return [a, b]
    }
  }
  return [oldEnd, nowEnd]
}

/** The new list. */
export function applyHunks<Item>(old: readonly Item[], hunks: readonly ListHunk<Item>[]): Item[] {
  const now: Item[] = []
  let at = 0
  for (const { from, removed, added } of hunks) {
    for (; at < from; at += 1) now.push(old[at] as Item)
    now.push(...added)
    at += removed
  }
  for (; at < old.length; at += 1) now.push(old[at] as Item)
  return now
}
