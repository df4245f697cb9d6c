import type { Match } from '../align/align-units.ts'
import type { SectionMatch, SectionSides } from './section-likeness.ts'

/**
 * The matches that moved together with the heading above them, each with the number of its move, counted in the order of the
 * right text. A section within one that moved belongs to the outer move. `ordered` stand in the order of the rows.
 */
export function movedTogether(
  ordered: readonly Match[],
  { trees }: SectionSides,
  partners: readonly SectionMatch[],
): Map<Match, number> {
  const moved = ordered.filter((match) => match.moved && match.left.length > 0 && match.right.length > 0)
  const together = new Map<Match, number>()
  if (moved.length < 2) return together
  const ofLeft = new Map(moved.flatMap((match) => match.left.map((unit): [number, Match] => [unit, match])))
  let moves = 0
  for (const { left, right } of [...partners].sort((a, b) => a.right - b.right)) {
    const [from, to] = [trees.left.sections[left], trees.right.sections[right]]
    const heading = ofLeft.get(from?.heading ?? -1)
    if (!from || !to || !heading || together.has(heading) || !heading.right.includes(to.heading)) continue
    const members = new Set<Match>()
    for (let unit = from.heading; unit < from.end; unit += 1) {
      const match = ofLeft.get(unit)
      if (match?.right.every((there) => there >= to.heading && there < to.end)) members.add(match)
    }
    if (members.size < 2) continue
    for (const match of members) if (!together.has(match)) together.set(match, moves)
    moves += 1
  }
  return together
}
