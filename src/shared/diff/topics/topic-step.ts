import { COMMON, type Side, type SideTopics, type TopicSets } from './side-topics.ts'
import { changeBetween, type UnitChange } from './unit-change.ts'

/** Units changed at once from which on all is counted anew. */
const MOST_CHANGED = 24

/** What becomes of the topics of both sides from one comparison to the next. */
export interface TopicStep {
  readonly left: UnitChange
  readonly right: UnitChange
  /** The topics that other units hold, each with how many more units hold it on either side. Whoever counts by topics need look at no others. */
  readonly counted: ReadonlyMap<number, Readonly<Record<Side, number>>>
  /** Those among them that tell something else, or call units now where they did not, or no longer. */
  readonly retold: readonly number[]
}

/** The step from the topics of both sides to other sets, numbered alike; null where too much changes. `tells` says whether a topic held by so many units tells what it tells now. */
export function topicStep(
  before: Readonly<Record<Side, SideTopics>>,
  sets: TopicSets,
  tells: (topic: number, held: number) => boolean,
): TopicStep | null {
  const [left, right] = [changeBetween(before.left.sets, sets.left), changeBetween(before.right.sets, sets.right)]
  if (left.gone.length + left.fresh.length + right.gone.length + right.fresh.length > MOST_CHANGED) return null
  const counted = new Map<number, Record<Side, number>>()
  const count = (side: Side, topics: Int32Array, by: number): void => {
    for (const topic of topics) {
      const known = counted.get(topic)
      if (known) known[side] += by
      else counted.set(topic, { left: 0, right: 0, [side]: by })
    }
  }
  for (const [side, change] of [
    ['left', left],
    ['right', right],
  ] as const) {
    for (const { gone, fresh } of pairsOf(change)) {
      const [old, now] = [before[side].sets[gone] ?? NOTHING, sets[side][fresh] ?? NOTHING]
      count(side, without(old, now), -1)
      count(side, without(now, old), 1)
    }
  }
  const retold: number[] = []
  for (const [topic, by] of counted) {
    const [l, r] = [before.left.counts[topic] ?? 0, before.right.counts[topic] ?? 0]
    const wasCommon = r > COMMON
    if (!tells(topic, l + r + by.left + by.right) || r + by.right > COMMON !== wasCommon) retold.push(topic)
  }
  return { left, right, counted, retold }
}

/** Sets what is new against what stood in its place; elsewhere nothing stands against it. */
function pairsOf({ gone, fresh, shift }: UnitChange): { readonly gone: number; readonly fresh: number }[] {
  if (shift === 0) return gone.map((place) => ({ gone: place, fresh: place }))
  return [...gone.map((place) => ({ gone: place, fresh: -1 })), ...fresh.map((place) => ({ gone: -1, fresh: place }))]
}

/** What the first of two ascending lists has and the second has not. */
function without(list: Int32Array, other: Int32Array): Int32Array {
  if (other.length === 0) return list
  let j = 0
  return list.filter((item) => {
    while (j < other.length && (other[j] as number) < item) j += 1
    return other[j] !== item
  })
}

const NOTHING = new Int32Array(0)
