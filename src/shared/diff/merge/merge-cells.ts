import type { Row } from '../rows/row.ts'
import type { Unit } from '../units/unit.ts'

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
  /** The revision whose comparison with the base says so; null where a passage grew over what stands between its parts. */
  readonly said: 'ours' | 'theirs' | null
}

/**
 * The cells of three texts from the rows of base against ours and base against theirs. In each text every unit lies in exactly
 * one cell and the units of a cell follow each other; a bond that would tear a cell apart is given up, so that its ends stand
 * as struck here and put in there. What the other revision left as it was stays bound to the base.
 */
export function cellsOf(units: Units, ours: readonly Row[], theirs: readonly Row[]): Cell[] {
  const offsets = { base: 0, ours: units.base.length, theirs: units.base.length + units.ours.length }
  const count = offsets.theirs + units.theirs.length
  const owner = (unit: number): 0 | 1 | 2 => (unit < offsets.ours ? 0 : unit < offsets.theirs ? 1 : 2)
  let bonds = [
    ...bondsOf('ours', ours, startsOf(units.base, offsets.base), startsOf(units.ours, offsets.ours)),
    ...bondsOf('theirs', theirs, startsOf(units.base, offsets.base), startsOf(units.theirs, offsets.theirs)),
  ]
  for (let round = 0; ; round += 1) {
    const groups = groupsOf(bonds, count)
    const settled = settle(bonds, groups, { owner, count, lastRound: round >= ROUNDS })
    if (settled === null) return groups.map((group) => toCell(group, owner, offsets))
    bonds = settled
  }
}

function startsOf(units: readonly Unit[], offset: number): Map<number, number> {
  return new Map(units.map((unit) => [unit.start, unit.index + offset]))
}

function bondsOf(
  said: 'ours' | 'theirs',
  rows: readonly Row[],
  left: ReadonlyMap<number, number>,
  right: ReadonlyMap<number, number>,
): Bond[] {
  return rows
    .filter((row) => row.left.length > 0 && row.right.length > 0)
    .map((row) => ({
      units: [
        ...row.left.flatMap(({ start }) => left.get(start) ?? []),
        ...row.right.flatMap(({ start }) => right.get(start) ?? []),
      ],
      moved: row.moved,
      said,
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
  { owner, count, lastRound }: Settling,
): Bond[] | null {
  const torn = new Set<number>()
  const added: Bond[] = []
  for (const group of groups) {
    const holes = holesOf(group, owner)
    if (holes === 0) continue
    if (holes <= BETWEEN && !lastRound) added.push({ units: filled(group, owner), moved: false, said: null })
    else for (const unit of group) torn.add(unit)
  }
  if (torn.size === 0) return added.length === 0 ? null : [...bonds, ...added]
  const tears = tearing(
    bonds.filter(({ units }) => units.some((unit) => torn.has(unit))),
    owner,
    count,
  )
  const someMoved = bonds.some((bond) => bond.moved && tears(bond))
  return bonds.filter((bond) => !tears(bond) || (someMoved && bond.said !== null && !bond.moved && !lastRound))
}

interface Settling {
  readonly owner: (unit: number) => number
  readonly count: number
  readonly lastRound: boolean
}

/**
 * Which of the bonds of torn groups tear them: those of a revision whose bonds alone leave holes, and all where only the two
 * revisions together do. What a passage grew over is always given up.
 */
function tearing(torn: readonly Bond[], owner: (unit: number) => number, count: number): (bond: Bond) => boolean {
  const holed = new Set<Bond>()
  for (const said of ['ours', 'theirs'] as const) {
    const own = torn.filter((bond) => bond.said === said)
    const open = new Set(groupsOf(own, count).flatMap((group) => (holesOf(group, owner) > 0 ? group : [])))
    for (const bond of own) if (open.has(bond.units[0] ?? -1)) holed.add(bond)
  }
  const all = new Set(torn)
  return (bond) => all.has(bond) && (holed.size === 0 || bond.said === null || holed.has(bond))
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
