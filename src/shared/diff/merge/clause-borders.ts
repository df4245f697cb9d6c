import { cutRow } from '../rows/pieces.ts'
import { toRowText } from '../rows/row-text.ts'
import type { Unit } from '../units/unit.ts'

/**
 * Where the clauses of some units end in their text: behind ，。；：！？ and closing marks, behind a number that opens a
 * block, at the rules of a table row and at the end of each block. Two people who change one clause need each other.
 */
export function clauseEnds(text: string, units: readonly Unit[]): number[] {
  const row = toRowText(text, units)
  const ends: number[] = []
  for (const { to } of cutRow(row)) {
    const part = row.parts.find((each) => to <= each.to)
    // The blanks behind a clause are its own; those behind a block belong to it.
    const end = part && to < part.to ? (row.starts[to] ?? part.end) : (part?.end ?? text.length)
    if (end > (ends.at(-1) ?? -1)) ends.push(end)
  }
  return ends
}
