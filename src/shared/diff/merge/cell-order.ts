import { heaviestChain, type Link } from '../align/chain.ts'
import type { Unit } from '../units/unit.ts'
import type { Cell } from './merge-cells.ts'

/** What became of a cell of the base in one revision. */
export type Fate = 'stayed' | 'moved' | 'struck'

/** How one revision orders the cells. */
export interface SideOrder {
  /** By index in the cells of the base. */
  readonly fates: readonly Fate[]
  /**
   * The cells that are new here or stand elsewhere, behind the cell of the base that they follow: `arrived[0]` stand before
   * all, `arrived[n]` behind the cell n − 1.
   */
  readonly arrived: readonly (readonly Cell[])[]
}

/** The cells of a text in its order. */
export function cellsIn(cells: readonly Cell[], text: 'base' | 'ours' | 'theirs'): Cell[] {
  return cells.filter((cell) => cell[text] !== null).sort((a, b) => (a[text]?.from ?? 0) - (b[text]?.from ?? 0))
}

/** What stayed is the heaviest set of cells that both texts have in one order; among the others, what both have has moved. */
export function sideOrder(
  base: readonly Cell[],
  side: readonly Cell[],
  text: 'ours' | 'theirs',
  units: readonly Unit[],
): SideOrder {
  const places = new Map(base.map((cell, i) => [cell, i]))
  const links: Link[] = side.flatMap((cell, right) => {
    const left = places.get(cell)
    return left === undefined ? [] : [{ left, right, weight: weigh(cell, units), shared: 0, score: 1, contained: 1 }]
  })
  const stayed = new Set(heaviestChain(links, side.length).map(({ left }) => base[left]))
  const arrived: Cell[][] = Array.from({ length: base.length + 1 }, () => [])
  let behind = 0
  for (const cell of side) {
    if (stayed.has(cell)) behind = (places.get(cell) ?? 0) + 1
    else arrived[behind]?.push(cell)
  }
  const fates = base.map((cell): Fate => (stayed.has(cell) ? 'stayed' : cell[text] ? 'moved' : 'struck'))
  return { fates, arrived }
}

/** Of a paragraph and a few short lines that changed places, the lines have moved. */
function weigh(cell: Cell, units: readonly Unit[]): number {
  const { from, to } = cell.base ?? { from: 0, to: 0 }
  return units.slice(from, to).reduce((sum, unit) => sum + Math.log2(2 + unit.key.length), 0)
}
