import type { Row } from '../row.ts'
import type { Unit } from '../unit.ts'

/** Unit indexes of one text, end exclusive. */
export interface UnitSpan {
  readonly from: number
  readonly to: number
}

/** Units of the three texts that are one passage: usually one block of each; several where a side split or merged blocks. */
export interface Cell {
  readonly base: UnitSpan | null
  readonly ours: UnitSpan | null
  readonly theirs: UnitSpan | null
}

export const TEXTS = ['base', 'ours', 'theirs'] as const
type Units = Readonly<Record<(typeof TEXTS)[number], readonly Unit[]>>

/** Units of others that may stand between the parts of a passage and are then taken into it. */
const BETWEEN = 4
/** Rounds of growing together before passages that are torn apart are given up. */
const ROUNDS = 24

/** Units that a row says belong together, by their numbers over all three texts. */
interface Bond {
  readonly units: readonly number[]
  readonly moved: boolean
}

/**
 * The cells of three texts from the rows of base against ours and base against theirs. In each text every unit lies in exactly
 * one cell and the units of a cell follow each other; a bond that would tear a cell apart is given up, so that its ends stand
 * as struck here and put in there.
 */
export function cellsOf(units: Units, ours: readonly Row[], theirs: readonly Row[]): Cell[] {
  const offsets = { base: 0, ours: units.base.length, theirs: units.base.length + units.ours.length }
  const count = offsets.theirs + units.theirs.length
  const owner = (unit: number): 0 | 1 | 2 => (unit < offsets.ours ? 0 : unit < offsets.theirs ? 1 : 2)
  let bonds = [
    ...bondsOf(ours, startsOf(units.base, offsets.base), startsOf(units.ours, offsets.ours)),
    ...bondsOf(theirs, startsOf(units.base, offsets.base), startsOf(units.theirs, offsets.theirs)),
  ]
  for (let round = 0; ; round += 1) {
    const groups = groupsOf(bonds, count)
    const settled = settle(bonds, groups, { owner, lastRound: round >= ROUNDS })
    if (settled === null) return groups.map((group) => toCell(group, owner, offsets))
    bonds = settled
  }
}

function startsOf(units: readonly Unit[], offset: number): Map<number, number> {
  return new Map(units.map((unit) => [unit.start, unit.index + offset]))
}

function bondsOf(rows: readonly Row[], left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): Bond[] {
  return rows
    .filter((row) => row.left.length > 0 && row.right.length > 0)
    .map((row) => ({
      units: [
        ...row.left.flatMap(({ start }) => left.get(start) ?? []),
        ...row.right.flatMap(({ start }) => right.get(start) ?? []),
      ],
      moved: row.moved,
    }))
}

/** The units that bonds hold together, each group ascending, in the order of their first units. */
function groupsOf(bonds: readonly Bond[], count: number): number[][] {
  const parent = Int32Array.from({ length: count }, (_, i) => i)
  const find = (unit: number): number => {
    let root = unit
    while (parent[root] !== root) root = parent[root] ?? root
    for (let at = unit; at !== root; ) {
      const next = parent[at] ?? root
      parent[at] = root
      at = next
    }
    return root
  }
  for (const { units } of bonds) {
    for (const unit of units) {
      const [a, b] = [find(units[0] ?? unit), find(unit)]
      parent[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const groups = new Map<number, number[]>()
  for (let unit = 0; unit < count; unit += 1) {
    const group = groups.get(find(unit))
    if (group) group.push(unit)
    else groups.set(find(unit), [unit])
  }
  return [...groups.values()]
}

/** The bonds with those mended that leave holes in a group; null when there are no holes. */
function settle(
  bonds: readonly Bond[],
  groups: readonly (readonly number[])[],
  { owner, lastRound }: { readonly owner: (unit: number) => number; readonly lastRound: boolean },
): Bond[] | null {
  const torn = new Set<number>()
  const added: Bond[] = []
  for (const group of groups) {
    const holes = holesOf(group, owner)
    if (holes === 0) continue
    if (holes <= BETWEEN && !lastRound) added.push({ units: filled(group, owner), moved: false })
    else for (const unit of group) torn.add(unit)
  }
  if (torn.size === 0) return added.length === 0 ? null : [...bonds, ...added]
  const isTorn = ({ units }: Bond): boolean => units.some((unit) => torn.has(unit))
  const someMoved = bonds.some((bond) => bond.moved && isTorn(bond))
  return bonds.filter((bond) => !isTorn(bond) || (someMoved && !bond.moved && !lastRound))
}

function holesOf(group: readonly number[], owner: (unit: number) => number): number {
  let holes = 0
  for (let i = 1; i < group.length; i += 1) {
    const [before, unit] = [group[i - 1] ?? 0, group[i] ?? 0]
    if (owner(before) === owner(unit)) holes += unit - before - 1
  }
  return holes
}

function filled(group: readonly number[], owner: (unit: number) => number): number[] {
  const all: number[] = []
  for (const unit of group) {
    const last = all.at(-1)
    if (last !== undefined && owner(last) === owner(unit)) for (let u = last + 1; u < unit; u += 1) all.push(u)
    all.push(unit)
  }
  return all
}

function toCell(
  group: readonly number[],
  owner: (unit: number) => number,
  offsets: Readonly<Record<(typeof TEXTS)[number], number>>,
): Cell {
  const spanOf = (text: number, offset: number): UnitSpan | null => {
    const own = group.filter((unit) => owner(unit) === text)
    return own.length === 0 ? null : { from: (own[0] ?? 0) - offset, to: (own.at(-1) ?? 0) - offset + 1 }
  }
  return { base: spanOf(0, offsets.base), ours: spanOf(1, offsets.ours), theirs: spanOf(2, offsets.theirs) }
}
