import type { Unit } from '../units/unit.ts'
import type { Match } from './align-units.ts'

/** Units up to this length are too short for shingles to tell where they belong. */
const FRAGMENT = 8
/** Characters of the neighbour that must follow or precede the fragment in the other text too. */
const CONTEXT = 4

/**
 * Joins lonely short units to the row of their neighbour when the other side of that row goes on in just these
 * characters: a formula or a single word that a line break cut off (PM | 2.5 | 浓度).
 */
export function absorbFragments(matches: readonly Match[], left: readonly Unit[], right: readonly Unit[]): Match[] {
  const owners = {
    left: ownersOf(matches, 'left', left.length),
    right: ownersOf(matches, 'right', right.length),
  }
  const joined = new Map<number, number>()
  const result: (Match | null)[] = [...matches]
  for (let at = 0; at < matches.length; at += 1) {
    const match = matches[at] as Match
    const side = match.right.length === 0 ? 'left' : match.left.length === 0 ? 'right' : null
    if (side === null || match[side].length !== 1) continue
    const own = side === 'left' ? left : right
    const other = side === 'left' ? right : left
    const index = match[side][0] ?? 0
    const unit = own[index]
    if (!unit || unit.key.length > FRAGMENT || unit.level > 0) continue
    for (const step of [-1, 1]) {
      const neighbour = own[index + step]
      const ownerAt = owners[side][index + step] ?? -1
      const home = joined.get(ownerAt) ?? ownerAt
      const row = result[home]
      if (!neighbour || !row || row.left.length === 0 || row.right.length === 0) continue
      const there = row[side === 'left' ? 'right' : 'left'].map((i) => other[i]?.key ?? '').join('')
      const here = row[side].map((i) => own[i]?.key ?? '').join('')
      const passage = step < 0 ? neighbour.key.slice(-CONTEXT) + unit.key : unit.key + neighbour.key.slice(0, CONTEXT)
      if (countOf(passage, there) <= countOf(passage, here)) continue
      result[home] = { ...row, [side]: [...row[side], index].sort((a, b) => a - b) }
      result[at] = null
      joined.set(at, home)
      break
    }
  }
  return result.filter((match) => match !== null)
}

function countOf(passage: string, text: string): number {
  return text.split(passage).length - 1
}

function ownersOf(matches: readonly Match[], side: 'left' | 'right', count: number): Int32Array {
  const owners = new Int32Array(count).fill(-1)
  for (let at = 0; at < matches.length; at += 1) for (const unit of (matches[at] as Match)[side]) owners[unit] = at
  return owners
}
