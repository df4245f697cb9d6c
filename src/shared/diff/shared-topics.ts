import type { SideTopics, TopicIndex } from './topic-index.ts'

/** What one unit shares with units of the other side. */
export interface SharedRow {
  /** The units of the other side, in the order in which they were met. */
  readonly units: Int32Array
  /** How much it shares with each: the weights of the common topics, whole numbers. */
  readonly shared: Float64Array
}

/** For each left unit that takes part what it shares with right units. Topics of too many units call none. */
export function sharedTopics({ left, right, weights }: TopicIndex): SharedRow[] {
  const sums = new Float64Array(right.sets.length)
  const met = new Int32Array(right.sets.length)
  return left.sets.map((set) => sharedBy(set, right, weights, sums, met))
}

function sharedBy(
  set: Int32Array,
  { holders, holdersFrom }: SideTopics,
  weights: Float64Array,
  sums: Float64Array,
  met: Int32Array,
): SharedRow {
  let count = 0
  for (let k = 0; k < set.length; k += 1) {
    const id = set[k] as number
    const weight = weights[id] as number
    for (let at = holdersFrom[id] as number, end = holdersFrom[id + 1] as number; at < end; at += 1) {
      const there = holders[at] as number
      if (sums[there] === 0) met[count++] = there
      sums[there] = (sums[there] as number) + weight
    }
  }
  const units = met.slice(0, count)
  const shared = new Float64Array(count)
  for (let i = 0; i < count; i += 1) {
    const there = units[i] as number
    shared[i] = sums[there] as number
    sums[there] = 0
  }
  return { units, shared }
}
