import { BestLinks } from './best-links.ts'
import type { Side } from './topic-index.ts'
import type { UnitLinks } from './unit-links.ts'

/** So many counterparts are named for one unit. */
export const MOST_NAMED = 3

/** Of `links` the strongest of each unit of a side that has so many `units`; those below `least` are left out. */
export function nearestLinks(links: UnitLinks, side: Side, units: number, least: number): BestLinks {
  const best = new BestLinks(units, MOST_NAMED)
  const [own, other] = side === 'left' ? [links.left, links.right] : [links.right, links.left]
  for (let at = 0; at < own.length; at += 1) {
    const score = links.score[at] as number
    if (score >= least) best.keep(own[at] as number, other[at] as number, score)
  }
  return best
}
