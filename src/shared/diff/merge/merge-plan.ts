import type { DiffOptions } from '../diff-documents.ts'
import type { Unit } from '../units/unit.ts'
import { cellsIn, type Fate, type SideOrder, sideOrder } from './cell-order.ts'
import type { Cell } from './merge-cells.ts'
import type { MergeSide } from './merged.ts'
import { type Arrival, type Arrivals, pairArrivals } from './pair-arrivals.ts'

/** One of the three texts as the merge sees it. */
export interface MergeText {
  readonly text: string
  readonly units: readonly Unit[]
}

export type MergeTexts = Readonly<Record<MergeSide, MergeText>>

/**
 * One passage of the merged text. `merge`: the forms that are not null become one. `struck`: one side has it no more.
 * `moved-away`: one side struck what the other moved here. `apart`: one of the places of a cell that both moved elsewhere.
 * `inserted`: put in by one side, or by both in different words.
 */
export interface Step {
  readonly what: 'merge' | 'struck' | 'moved-away' | 'apart' | 'inserted'
  readonly base: Cell | null
  readonly ours: Cell | null
  readonly theirs: Cell | null
}

/** The passages of the merged text in order, and the cells of each text in the order of that text. */
export interface MergePlan {
  readonly steps: readonly Step[]
  readonly order: Readonly<Record<MergeSide, readonly Cell[]>>
}

/** Decides which passage stands where: the order of the base, with what either side put in or moved at the places it chose. */
export function planMerge(texts: MergeTexts, cells: readonly Cell[], options: DiffOptions): MergePlan {
  const order = { base: cellsIn(cells, 'base'), ours: cellsIn(cells, 'ours'), theirs: cellsIn(cells, 'theirs') }
  const ours = sideOrder(order.base, order.ours, 'ours', texts.base.units)
  const theirs = sideOrder(order.base, order.theirs, 'theirs', texts.base.units)
  const arrivals = ours.arrived.map((own, i) => {
    const arrived = (side: 'ours' | 'theirs', list: readonly Cell[]): Arrivals => ({
      side,
      ...texts[side],
      cells: list,
    })
    return pairArrivals(arrived('ours', own), arrived('theirs', theirs.arrived[i] ?? []), options)
  })
  const together = new Set(arrivals.flat().flatMap((each) => (each.ours === each.theirs ? (each.ours ?? []) : [])))
  const fates = new Map(order.base.map((cell, i) => [cell, fatesOf(ours, theirs, i)]))
  const steps = (arrivals[0] ?? []).flatMap((arrival) => stepsOf(arrival, fates))
  for (const [i, cell] of order.base.entries()) {
    const step = stayStep(cell, fatesOf(ours, theirs, i), together)
    if (step) steps.push(step)
    steps.push(...(arrivals[i + 1] ?? []).flatMap((arrival) => stepsOf(arrival, fates)))
  }
  return { steps, order }
}

interface Fates {
  readonly ours: Fate
  readonly theirs: Fate
}

function fatesOf(ours: SideOrder, theirs: SideOrder, i: number): Fates {
  return { ours: ours.fates[i] ?? 'struck', theirs: theirs.fates[i] ?? 'struck' }
}

/** What stands at the cell's own place; null where nothing does. */
function stayStep(cell: Cell, { ours, theirs }: Fates, together: ReadonlySet<Cell>): Step | null {
  if (ours === 'stayed' && theirs === 'stayed') return { what: 'merge', base: cell, ours: cell, theirs: cell }
  if (ours === 'stayed' && theirs === 'struck') return { what: 'struck', base: cell, ours: cell, theirs: null }
  if (ours === 'struck' && theirs === 'stayed') return { what: 'struck', base: cell, ours: null, theirs: cell }
  const apart = ours === 'moved' && theirs === 'moved' && !together.has(cell)
  return apart ? { what: 'apart', base: cell, ours: null, theirs: null } : null
}

/** What stands at a place that a side chose. */
function stepsOf({ ours, theirs }: Arrival, fates: ReadonlyMap<Cell, Fates>): Step[] {
  if (ours && ours === theirs) return [{ what: 'merge', base: ours, ours, theirs }]
  const cell = ours ?? theirs
  const fate = cell && fates.get(cell)
  if (!cell || !fate) return [{ what: 'inserted', base: null, ours, theirs }]
  const other = ours ? fate.theirs : fate.ours
  if (other === 'stayed') return [{ what: 'merge', base: cell, ours: cell, theirs: cell }]
  if (other === 'struck') return [{ what: 'moved-away', base: cell, ours, theirs }]
  return [{ what: 'apart', base: null, ours, theirs }]
}
