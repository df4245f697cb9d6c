import type { Match } from '../align/align-units.ts'
import type { Unit } from '../units/unit.ts'
import type { Side } from './topic-index.ts'

/**
 * Joins the first paragraph of a section to the row of its heading where the other side says on one line what this side says
 * in two. Only paragraphs without partner are joined.
 */
export function joinLeads(
  matches: readonly Match[],
  lone: Readonly<Record<Side, Uint8Array>>,
  units: Readonly<Record<Side, readonly Unit[]>>,
): readonly Match[] {
  const joined = { left: new Set<number>(), right: new Set<number>() }
  const withLeads = matches.map((match): Match => {
    const [left, right] = [units.left[match.left[0] ?? -1], units.right[match.right[0] ?? -1]]
    if (!left || !right || match.left.length + match.right.length > 2) return match
    if (left.level === 0 || right.level === 0 || runsOn(left) === runsOn(right)) return match
    const side = runsOn(left) ? 'right' : 'left'
    const lead = units[side][(side === 'left' ? left : right).index + 1]
    if (!lead || lead.level > 0 || lone[side][lead.index] === 0) return match
    joined[side].add(lead.index)
    return { ...match, [side]: [...match[side], lead.index] }
  })
  if (joined.left.size + joined.right.size === 0) return matches
  return withLeads.filter(
    ({ left, right }) =>
      !(right.length === 0 && joined.left.has(left[0] ?? -1)) &&
      !(left.length === 0 && joined.right.has(right[0] ?? -1)),
  )
}

/** Whether text goes on behind a heading on its line. */
function runsOn(heading: Unit): boolean {
  return heading.title !== heading.key
}
