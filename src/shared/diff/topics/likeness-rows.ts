import { COMMON, type SideTopics } from './side-topics.ts'
import type { TopicIndex } from './topic-index.ts'
import type { TopicStep } from './topic-step.ts'
import { placesAfter } from './unit-change.ts'

/** Units less alike than this are not looked at. */
const FAINT = 0.02
/** Share of rows to be made anew from which on all are. */
const MOST_ROWS = 0.5

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
  const maker = new RowMaker(index)
  return index.left.sets.map((_, unit) => maker.make(unit))
}

/** The rows after a step that the index took: the same as all of them made anew. Rows that did not change stay the same objects. */
export function renewRows(rows: readonly LikenessRow[], index: TopicIndex, step: TopicStep): LikenessRow[] {
  const { left, right } = index
  const stale = new Uint8Array(left.sets.length)
  for (const unit of step.left.fresh) stale[unit] = 1
  for (const topic of step.retold) left.holders.forEach(topic, (unit) => (stale[unit] = 1))
  if (stale.reduce((sum, each) => sum + each, 0) > MOST_ROWS * stale.length) return likenessRows(index)
  const maker = new RowMaker(index)
  const moved = placesAfter(step.right, right.sets.length - step.right.shift)
  const fresh = step.right.fresh.map((unit) => ({ unit, likeness: likenessTo(unit, index) }))
  const renewed = left.sets.map((): LikenessRow => LIKE_NONE)
  const places = placesAfter(step.left, rows.length)
  for (const [before, row] of rows.entries()) {
    const unit = places[before] as number
    if (unit >= 0 && stale[unit] === 0) renewed[unit] = withColumns(row, unit, moved, fresh)
  }
  for (const [unit, is] of stale.entries()) if (is === 1) renewed[unit] = maker.make(unit)
  return renewed
}

const LIKE_NONE: LikenessRow = { units: new Int32Array(0), likeness: new Float64Array(0) }

/** How alike each left unit is to a right unit that changed. */
interface Column {
  readonly unit: number
  readonly likeness: Float64Array
}

/** A row without the right units that are gone and with those that are new. */
function withColumns(row: LikenessRow, unit: number, moved: Int32Array, fresh: readonly Column[]): LikenessRow {
  const met = fresh.filter(({ likeness }) => (likeness[unit] as number) >= FAINT)
  let isSame = met.length === 0
  for (let i = 0; i < row.units.length && isSame; i += 1)
    isSame = moved[row.units[i] as number] === (row.units[i] as number)
  if (isSame) return row
  const kept = row.units.length + met.length
  const [units, likeness] = [new Int32Array(kept), new Float64Array(kept)]
  let count = 0
  const add = (there: number, alike: number): void => {
    units[count] = there
    likeness[count++] = alike
  }
  for (let i = 0; i < row.units.length; i += 1) {
    const there = moved[row.units[i] as number] as number
    if (there >= 0) add(there, row.likeness[i] as number)
  }
  for (const column of met) add(column.unit, column.likeness[unit] as number)
  return { units: units.slice(0, count), likeness: likeness.slice(0, count) }
}

/** How alike each left unit is to one right unit. */
function likenessTo(unit: number, { left, right, weights }: TopicIndex): Float64Array {
  const alike = new Float64Array(left.sets.length)
  for (const topic of right.sets[unit] ?? []) {
    if ((right.counts[topic] as number) > COMMON) continue
    const weight = weights[topic] as number
    left.holders.forEach(topic, (there) => (alike[there] = (alike[there] as number) + weight))
  }
  const norm = right.norms[unit] as number
  for (let there = 0; there < alike.length; there += 1)
    alike[there] = (alike[there] as number) / ((left.norms[there] as number) * norm)
  return alike
}

/** Makes rows one by one. */
class RowMaker {
  readonly #index: TopicIndex
  /** The weights shared with each right unit, whole numbers; zero between rows. And the units met. */
  readonly #sums: Float64Array
  readonly #met: Int32Array

  constructor(index: TopicIndex) {
    this.#index = index
    this.#sums = new Float64Array(index.right.sets.length)
    this.#met = new Int32Array(index.right.sets.length)
  }

  make(unit: number): LikenessRow {
    const { left, right, weights } = this.#index
    const set = left.sets[unit] as Int32Array
    const listed = addListed(set, right, weights, this.#sums, this.#met)
    return this.#toRow(left.norms[unit] as number, right.norms, this.#addFresh(set, listed))
  }

  /** Adds up what the set shares with units that changed since the holders were listed; `count` units were met before. */
  #addFresh(set: Int32Array, count: number): number {
    const { right, weights } = this.#index
    let met = count
    for (const { place, set: other } of right.holders.fresh) {
      let [sum, j] = [0, 0]
      for (let k = 0; k < set.length; k += 1) {
        const id = set[k] as number
        while (j < other.length && (other[j] as number) < id) j += 1
        if (j === other.length) break
        if (other[j] === id && (right.counts[id] as number) <= COMMON) sum += weights[id] as number
      }
      if (sum === 0) continue
      this.#met[met++] = place
      this.#sums[place] = sum
    }
    return met
  }

  /** Sets the sums against the norms, keeps what is not faint, and clears the sums. */
  #toRow(norm: number, norms: Float64Array, count: number): LikenessRow {
    const [sums, met] = [this.#sums, this.#met]
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
}

/** Adds up the weights of the topics that a set shares with each unit that was listed and stayed; returns how many units it met. */
function addListed(
  set: Int32Array,
  { counts, holders: { listed, places } }: SideTopics,
  weights: Float64Array,
  sums: Float64Array,
  met: Int32Array,
): number {
  const { holders, holdersFrom } = listed
  let count = 0
  for (let k = 0; k < set.length; k += 1) {
    const id = set[k] as number
    if (id + 1 >= holdersFrom.length || (counts[id] as number) > COMMON) continue
    const weight = weights[id] as number
    for (let at = holdersFrom[id] as number, end = holdersFrom[id + 1] as number; at < end; at += 1) {
      const there = places[holders[at] as number] as number
      if (there < 0) continue
      const sum = sums[there] as number
      if (sum === 0) met[count++] = there
      sums[there] = sum + weight
    }
  }
  return count
}
