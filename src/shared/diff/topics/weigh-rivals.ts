import type { Match } from '../align/align-units.ts'
import { type Side, type TopicIndex, weighTogether } from './topic-index.ts'
import type { UnitLinks } from './unit-links.ts'

/** What it counts for a unit that it is alike to the partner it has. */
const OWN_PARTNER = 1.7

/** Links weighed against those that the two units have to others, best first. */
export interface WeighedLinks {
  /** As seen from the left unit: how much stands against it that the right unit belongs to another. */
  readonly fromLeft: UnitLinks
  readonly fromRight: UnitLinks
}

/** Weighs each link against what its far unit has to others: what belongs elsewhere is no counterpart. Drops what is below `least`. */
export function weighRivals(
  links: UnitLinks,
  matches: readonly Match[],
  lone: Readonly<Record<Side, Uint8Array>>,
  index: TopicIndex,
  least: number,
): WeighedLinks {
  const best = bestOf(links, matches, lone, index)
  const weigh = (far: Side): UnitLinks => {
    const worths = new Float64Array(links.score.length)
    for (let at = 0; at < worths.length; at += 1) {
      const score = links.score[at] as number
      const rival = best[far][links[far][at] as number] as number
      worths[at] = rival > score ? score * Math.sqrt(score / rival) : score
    }
    return bestFirst({ left: links.left, right: links.right, score: worths }, least)
  }
  return { fromLeft: weigh('right'), fromRight: weigh('left') }
}

/** What speaks for the best that each unit has, a partner or a link. */
function bestOf(
  links: UnitLinks,
  matches: readonly Match[],
  lone: Readonly<Record<Side, Uint8Array>>,
  index: TopicIndex,
): Record<Side, Float64Array> {
  const best = { left: new Float64Array(lone.left.length), right: new Float64Array(lone.right.length) }
  const raise = (side: Side, unit: number, score: number): void => {
    if (score > (best[side][unit] as number)) best[side][unit] = score
  }
  for (let at = 0; at < links.score.length; at += 1) {
    const left = links.left[at] as number
    const right = links.right[at] as number
    const score = links.score[at] as number
    if (lone.left[left] === 1) raise('left', left, score)
    if (lone.right[right] === 1) raise('right', right, score)
  }
  for (const match of matches) {
    for (const left of match.left) {
      for (const right of match.right) {
        const score = OWN_PARTNER * weighTogether(index, left, right)
        raise('left', left, score)
        raise('right', right, score)
      }
    }
  }
  return best
}

/** The links from a score on in falling order of it. */
function bestFirst({ left, right, score }: UnitLinks, least: number): UnitLinks {
  const order: number[] = []
  for (let at = 0; at < score.length; at += 1) if ((score[at] as number) >= least) order.push(at)
  order.sort((a, b) => {
    const aLeft = left[a] as number
    const bLeft = left[b] as number
    const byScore = (score[b] as number) - (score[a] as number)
    return byScore || aLeft + (right[a] as number) - bLeft - (right[b] as number) || aLeft - bLeft
  })
  const { length } = order
  const sorted = { left: new Int32Array(length), right: new Int32Array(length), score: new Float64Array(length) }
  for (let i = 0; i < length; i += 1) {
    const at = order[i] as number
    sorted.left[i] = left[at] as number
    sorted.right[i] = right[at] as number
    sorted.score[i] = score[at] as number
  }
  return sorted
}
