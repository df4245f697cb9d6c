/** Which units of one side hold what is numbered there (shingles, topics), one list behind the other. */
export interface Holders {
  readonly holders: Int32Array
  /** Where the list of each number begins; the last entry is where the last one ends. */
  readonly holdersFrom: Int32Array
}

/** The holders of each number in the sets of the units; `counts` says how many there are. What more than `common` units hold has none listed. */
export function listHolders(sets: readonly Int32Array[], counts: Int32Array, common: number): Holders {
  const holdersFrom = new Int32Array(counts.length + 1)
  for (let id = 0; id < counts.length; id += 1) {
    const count = counts[id] as number
    holdersFrom[id + 1] = (holdersFrom[id] as number) + (count > common ? 0 : count)
  }
  const holders = new Int32Array(holdersFrom[counts.length] as number)
  const next = holdersFrom.slice(0, -1)
  for (const [unit, set] of sets.entries()) {
    for (const id of set) {
      if ((counts[id] as number) > common) continue
      const at = next[id] as number
      holders[at] = unit
      next[id] = at + 1
    }
  }
  return { holders, holdersFrom }
}
