import type { PairedByTopic } from '../topics/pair-by-topic.ts'
import type { UnitLink } from '../topics/unit-links.ts'
import type { Unit } from '../units/unit.ts'
import type { Match } from './align-units.ts'
import type { Link } from './chain.ts'

/**
 * Whether two sides are compared as if they were exchanged. What is chosen among equals is chosen by order: that the choice is
 * the same whichever side is called left, the side that is smaller by its first difference goes first.
 */
export function isMirrored(left: readonly Unit[], right: readonly Unit[]): boolean {
  const least = Math.min(left.length, right.length)
  for (let i = 0; i < least; i += 1) {
    const [a, b] = [left[i], right[i]]
    if (!a || !b) break
    if (a.fullKey !== b.fullKey) return a.fullKey > b.fullKey
    if (a.key !== b.key) return a.key > b.key
    if (a.level !== b.level) return a.level > b.level
    if (a.kind !== b.kind) return a.kind > b.kind
  }
  return left.length > right.length
}

export function mirrored(match: Match): Match {
  return { left: match.right, right: match.left, moved: match.moved }
}

/** Links in the order of the sides as they are compared. */
export function inOrderOf(links: readonly Link[], mirror: boolean): Link[] {
  const turned = mirror ? links.map((link): Link => ({ ...link, left: link.right, right: link.left })) : [...links]
  return turned.sort((a, b) => a.left - b.left || a.right - b.right || b.weight - a.weight)
}

/** What was found out with the sides exchanged. */
export function mirroredTopics({ matches, sides, sections, related, links, precise }: PairedByTopic): PairedByTopic {
  const turn = <Pair extends { readonly left: number; readonly right: number }>(pairs: readonly Pair[]): Pair[] =>
    pairs.map((pair) => ({ ...pair, left: pair.right, right: pair.left }))
  const turnAll = (lists: ReadonlyMap<number, readonly UnitLink[]>): Map<number, readonly UnitLink[]> =>
    new Map([...lists].map(([unit, list]) => [unit, turn(list)]))
  return {
    matches: matches.map(mirrored),
    sides: {
      units: { left: sides.units.right, right: sides.units.left },
      trees: { left: sides.trees.right, right: sides.trees.left },
    },
    sections: { partners: turn(sections.partners), merged: turn(sections.merged) },
    related: { left: turnAll(related.right), right: turnAll(related.left) },
    links: { left: links.right, right: links.left, score: links.score },
    precise,
  }
}
