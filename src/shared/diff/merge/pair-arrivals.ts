import type { Block } from '../../outline/block.ts'
import { heaviestChain, type Link } from '../align/chain.ts'
import { type DiffOptions, diffDocuments } from '../diff-documents.ts'
import type { DiffSide, Unit } from '../units/unit.ts'
import type { Cell } from './merge-cells.ts'

/** One revision, and the cells that it put in at one place. */
export interface Arrivals {
  readonly side: 'ours' | 'theirs'
  readonly text: string
  readonly units: readonly Unit[]
  readonly cells: readonly Cell[]
}

/** What the revisions put in, as one step of the merged text. Both are set where it is about one matter. */
export interface Arrival {
  readonly ours: Cell | null
  readonly theirs: Cell | null
}

/** A cell that both moved here is surely the same; more than any likeness. */
const SAME_CELL = 1000

/**
 * Puts what both revisions put in at one place into one order: partners stand together; between them what one revision has
 * alone, the two runs ordered by their text. So it does not matter which side is called ours.
 */
export function pairArrivals(ours: Arrivals, theirs: Arrivals, options: DiffOptions): Arrival[] {
  const [a, b] = comesFirst(ours, ours.cells, theirs, theirs.cells) ? [ours, theirs] : [theirs, ours]
  const links = a.cells.length > 0 && b.cells.length > 0 ? linksOf(a, b, options) : []
  const arrivals: Arrival[] = []
  const alone = ({ side }: Arrivals, cells: readonly Cell[]): Arrival[] =>
    cells.map((cell) => (side === 'ours' ? { ours: cell, theirs: null } : { ours: null, theirs: cell }))
  let [l, r] = [0, 0]
  for (const { left, right } of [
    ...heaviestChain(links, b.cells.length),
    { left: a.cells.length, right: b.cells.length },
  ]) {
    const [own, others] = [a.cells.slice(l, left), b.cells.slice(r, right)]
    const runs = [alone(a, own), alone(b, others)]
    arrivals.push(...(comesFirst(a, own, b, others) ? runs : runs.reverse()).flat())
    const pair = [a.cells[left], b.cells[right]]
    const [first = null, second = null] = pair
    if (first && second)
      arrivals.push(a.side === 'ours' ? { ours: first, theirs: second } : { ours: second, theirs: first })
    l = left + 1
    r = right + 1
  }
  return arrivals
}

/** Whether cells stand before those of the other revision: by their text, and where that is the same by what they were in the base. */
function comesFirst(a: Arrivals, own: readonly Cell[], b: Arrivals, others: readonly Cell[]): boolean {
  const [text, other] = [textOf(a, own), textOf(b, others)]
  if (text !== other) return text < other
  const places = (cells: readonly Cell[]): string => cells.map(({ base }) => base?.from ?? -1).join(' ')
  return places(own) <= places(others)
}

function textOf(arrivals: Arrivals, cells: readonly Cell[]): string {
  return cells.map((cell) => wordsOf(arrivals, cell)).join('\n')
}

function wordsOf({ side, text, units }: Arrivals, cell: Cell): string {
  const span = cell[side]
  return span ? text.slice(units[span.from]?.start ?? 0, units[span.to - 1]?.end ?? 0) : ''
}

/** Cells that both moved here, and cells new on both sides that a comparison of only these finds to be one row. */
function linksOf(a: Arrivals, b: Arrivals, options: DiffOptions): Link[] {
  const links: Link[] = []
  const likeness = { shared: 0, score: 1, contained: 1 }
  for (const [left, cell] of a.cells.entries()) {
    const right = b.cells.indexOf(cell)
    if (right >= 0) links.push({ left, right, weight: SAME_CELL, ...likeness })
  }
  const [l, r] = [newCells(a), newCells(b)]
  if (l.places.size === 0 || r.places.size === 0) return links
  for (const row of diffDocuments(l.document, r.document, options).rows) {
    const left = l.places.get(row.left[0]?.start ?? -1)
    const right = r.places.get(row.right[0]?.start ?? -1)
    if (left === undefined || right === undefined || row.left.length !== 1 || row.right.length !== 1) continue
    links.push({ left, right, weight: row.kind === 'equal' ? 2 : 1, ...likeness })
  }
  return links
}

/** The cells that stand in this revision alone, as a small document, and which cell begins where in it. */
function newCells(arrivals: Arrivals): { document: DiffSide; places: Map<number, number> } {
  const places = new Map<number, number>()
  const blocks: Block[] = []
  let text = ''
  for (const [i, cell] of arrivals.cells.entries()) {
    const unit = arrivals.units[cell[arrivals.side]?.from ?? -1]
    if (cell.base || !unit) continue
    const words = wordsOf(arrivals, cell)
    const label = arrivals.text.slice(unit.start, unit.bodyStart).trim()
    const place = { start: text.length, end: text.length + words.length }
    places.set(text.length, i)
    blocks.push({ kind: unit.kind, level: unit.level, label: label === '' ? null : label, ...place })
    text += `${words}\n`
  }
  return { document: { text, blocks }, places }
}
