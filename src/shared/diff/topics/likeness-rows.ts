import type { SideTopics, TopicIndex } from './topic-index.ts'

/** Units less alike than this are not looked at. */
const FAINT = 0.02

/** The units of the other side that one unit is like, in no order that tells. */
export interface LikenessRow {
  readonly units: Int32Array
  /** How alike each is, 0–1 and rarely more. */
  readonly likeness: Float64Array
}

/**
 * For each left unit that takes part the right units that it is like. Topics of too many units call none. A row follows from
 * the topics of its unit, their weights and holders, and the norms: while these stay, it may be kept.
 */
export function likenessRows(index: TopicIndex): LikenessRow[] {
  const sums = new Float64Array(index.right.sets.length)
  const met = new Int32Array(index.right.sets.length)
  return index.left.sets.map((set, unit) => {
    const count = addShared(set, index.right, index.weights, sums, met)
    return toRow(index.left.norms[unit] as number, index.right.norms, sums, met, count)
  })
}

/** Adds up the weights of the topics that a set shares with each unit, which are whole numbers; returns how many units it met. */
function addShared(
  set: Int32Array,
  { holders, holdersFrom }: SideTopics,
  weights: Float64Array,
  sums: Float64Array,
  met: Int32Array,
): number {
  let count = 0
  for (let k = 0; k < set.length; k += 1) {
    const id = set[k] as number
    const weight = weights[id] as number
    for (let at = holdersFrom[id] as number, end = holdersFrom[id + 1] as number; at < end; at += 1) {
      const there = holders[at] as number
      const sum = sums[there] as number
      if (sum === 0) met[count++] = there
      sums[there] = sum + weight
    }
  }
  return count
}

/** Sets the sums against the norms, keeps what is not faint, and clears the sums. */
function toRow(norm: number, norms: Float64Array, sums: Float64Array, met: Int32Array, count: number): LikenessRow {
  const [units, likeness]: [number[], number[]] = [[], []]
  for (let i = 0; i < count; i += 1) {
    const there = met[i] as number
    const alike = (sums[there] as number) / (norm * (norms[there] as number))
    sums[there] = 0
    if (alike < FAINT) continue
    units.push(there)
    likeness.push(alike)
  }
  return { units: Int32Array.from(units), likeness: Float64Array.from(likeness) }
}
