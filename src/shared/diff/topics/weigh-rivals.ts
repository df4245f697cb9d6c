import type { Match } from '../align/align-units.ts'
import type { UnitLink } from './relate-units.ts'
import { type Side, type TopicIndex, weighTogether } from './topic-index.ts'

/** What it counts for a unit that it is alike to the partner it has. */
const OWN_PARTNER = 1.7

/** Links weighed against those that the two units have to others, best first. */
export interface WeighedLinks {
  /** As seen from the left unit: how much stands against it that the right unit belongs to another. */
  readonly fromLeft: readonly UnitLink[]
  readonly fromRight: readonly UnitLink[]
}

/** Weighs each link against what its far unit has to others: what belongs elsewhere is no counterpart. Drops what is below `least`. */
export function weighRivals(
  links: readonly UnitLink[],
  matches: readonly Match[],
  lone: Readonly<Record<Side, Uint8Array>>,
  index: TopicIndex,
  least: number,
): WeighedLinks {
  const best = bestOf(links, matches, lone, index)
  const weigh = (far: Side): UnitLink[] => {
    const weighed: UnitLink[] = []
    for (const { left, right, score } of links) {
      if (score < least) continue
      const rival = best[far][far === 'left' ? left : right] as number
      const worth = rival > score ? score * Math.sqrt(score / rival) : score
      if (worth >= least) weighed.push({ left, right, score: worth })
    }
    return weighed.sort(byScore)
  }
  return { fromLeft: weigh('right'), fromRight: weigh('left') }
}

/** What speaks for the best that each unit has, a partner or a link. */
function bestOf(
  links: readonly UnitLink[],
  matches: readonly Match[],
  lone: Readonly<Record<Side, Uint8Array>>,
  index: TopicIndex,
): Record<Side, Float64Array> {
  const best = { left: new Float64Array(lone.left.length), right: new Float64Array(lone.right.length) }
  const raise = (side: Side, unit: number, score: number): void => {
    if (score > (best[side][unit] as number)) best[side][unit] = score
  }
  for (const { left, right, score } of links) {
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

function byScore(a: UnitLink, b: UnitLink): number {
  return b.score - a.score || a.left + a.right - b.left - b.right || a.left - b.left
}
