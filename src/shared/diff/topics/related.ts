import type { Match } from '../align/align-units.ts'
import type { RelatedBlock, Row } from '../rows/row.ts'
import { MOST_NAMED } from './nearest-links.ts'
import type { PairedByTopic } from './pair-by-topic.ts'
import type { UnitLink } from './unit-links.ts'

/** Less speaks rather for there being no counterpart. */
const CERTAIN = 0.21

/** A row without partner with the blocks of the other side about the same matter; any other row as it is. */
export function nameRelated(row: Row, match: Match, { related, sides }: PairedByTopic): Row {
  const side = match.right.length === 0 ? 'left' : match.left.length === 0 ? 'right' : null
  if (side === null) return row
  const other = side === 'left' ? 'right' : 'left'
  const known = match[side].length === 1 ? related[side].get(match[side][0] ?? -1) : undefined
  const links = known ?? strongest(match[side].flatMap((unit) => related[side].get(unit) ?? []))
  if (links.length === 0) return row
  const blocks = links.flatMap((link): RelatedBlock[] => {
    const unit = sides.units[other][link[other]]
    if (!unit) return []
    const block = {
      side: other,
      start: unit.start,
      end: unit.end,
      score: Math.round(link.score * 1000) / 1000,
    } as const
    return [link.score < CERTAIN ? { ...block, doubtful: true } : block]
  })
  return { ...row, related: blocks }
}

/** The strongest of the links of several units. */
function strongest(links: readonly UnitLink[]): readonly UnitLink[] {
  return [...links].sort((a, b) => b.score - a.score).slice(0, MOST_NAMED)
}
