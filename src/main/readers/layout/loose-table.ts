import { type Row, type Segment, segmentsOf } from './rows.ts'
import { joinCellText } from './table-rows.ts'

type Cells = readonly Segment[]

/** A table without ruled lines: how many rows of the page it takes up, and the texts of its cells. */
export interface LooseTable {
  readonly count: number
  readonly cells: readonly (readonly string[])[]
  /** The lines of the page that each row of the table is made of. */
  readonly groups: readonly (readonly Cells[])[]
}

/** Rows of cells from which they are a table. */
const MIN_ROWS = 3
/** Edges of cells this many font sizes apart stand below each other. */
const SAME_EDGE = 1
/** A line that ends so many font sizes before the widest of its column may go on in the next; more when nothing else stands there. */
const FULL_LINE = 2.5
const FULL_LONE_LINE = 4.5

/** A gap of so many font sizes may part cells, where another row has one at the same place. */
const CELL_GAP = 0.8

/** Where cells may begin: after gaps that several rows have at one place. */
export function cellEdges(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>()
  for (const { pieces } of rows) {
    const edges = pieces.filter((piece, index) => {
      const before = pieces[index - 1]
      return before !== undefined && piece.x - before.x - before.width >= piece.size * CELL_GAP
    })
    for (const x of new Set(edges.map((piece) => Math.round(piece.x)))) counts.set(x, (counts.get(x) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count >= MIN_ROWS).map(([x]) => x)
}

/**
 * The table that begins at a row: cells below each other in two columns or more, each of one line or several. Where the
 * page or column `above` ended with one, a row on the same columns goes on with it.
 */
export function looseTable(
  rows: readonly Row[],
  from: number,
  edges: readonly number[],
  above: LooseTable | null = null,
): LooseTable | null {
  const top = rows[from]
  if (top === undefined || segmentsOf(top).length < 2) return null
  const head = above?.groups.at(-1)?.[0] ?? []
  const first = segmentsOf(top, [...edges, ...head.map((cell) => cell.left)])
  const goesOn = sharedEdges(head, first) >= 2
  const groups: Cells[][] = [[first]]
  let last = first
  let count = 1
  for (; from + count < rows.length; count += 1) {
    const row = rows[from + count]
    const next = row === undefined ? [] : segmentsOf(row, edges)
    const group = groups.at(-1) ?? []
    if (isContinuation(group, next, groups)) group.push(next)
    else if (sharedEdges(last, next) >= 2) {
      groups.push([next])
      last = next
    } else break
  }
  return goesOn || groups.length >= MIN_ROWS ? { count, cells: cellTexts(groups), groups } : null
}

/** The last row of a table that goes on at the top of the next page or column; null when it does not. */
export function continuedRow({ groups }: LooseTable, rows: readonly Row[]): LooseTable | null {
  const last = [...(groups.at(-1) ?? [])]
  const edges = (last[0] ?? []).map((cell) => cell.left)
  let count = 0
  for (const row of rows) {
    const next = segmentsOf(row, edges)
    if (!isContinuation(last, next, groups)) break
    last.push(next)
    count += 1
  }
  if (count === 0) return null
  const whole = [...groups.slice(0, -1), last]
  return { count, cells: cellTexts(whole).slice(-1), groups: whole }
}

function sharedEdges(above: Cells, below: Cells): number {
  return below.filter((cell) => above.some((other) => isBelow(other, cell))).length
}

function isBelow(above: Segment, below: Segment): boolean {
  const reach = below.size * SAME_EDGE
  return (
    Math.abs(above.left - below.left) <= reach ||
    Math.abs(above.right - below.right) <= reach ||
    Math.abs(above.left + above.right - below.left - below.right) <= reach
  )
}

/** Lines that only go on with cells whose text filled its line: none in the first column, each below a full one. */
function isContinuation(group: readonly Cells[], next: Cells, groups: readonly (readonly Cells[])[]): boolean {
  const head = group[0] ?? []
  if (next.length === 0 || next.length >= head.length) return false
  return next.every((cell) => {
    const column = head.findIndex((other) => Math.abs(other.left - cell.left) <= cell.size * SAME_EDGE)
    const above = group.findLast((line) => line.some((other) => isSameColumn(other, head[column])))
    const line = above?.find((other) => isSameColumn(other, head[column]))
    return column > 0 && line !== undefined && isFull(line, groups, next.length > 1 ? FULL_LINE : FULL_LONE_LINE)
  })
}

function isSameColumn(cell: Segment, head: Segment | undefined): boolean {
  return head !== undefined && Math.abs(cell.left - head.left) <= cell.size * SAME_EDGE
}

/** Rows of the table above that a line is measured against. */
const MAX_LOOK_BACK = 30

/** Measured against the widest line of the column so far. */
function isFull(line: Segment, groups: readonly (readonly Cells[])[], reach: number): boolean {
  if (!/[\u4e00-\u9fff]/.test(line.text) || /[。；！？]$/.test(line.text)) return false
  const column = groups
    .slice(-MAX_LOOK_BACK)
    .flatMap((group) => group.flatMap((cells) => cells.filter((cell) => isSameColumn(cell, line))))
  const widest = column.reduce((most, cell) => Math.max(most, cell.right), line.right)
  return widest - line.right <= line.size * reach
}

/** The texts of the rows, with the cells that a row leaves empty in their place. */
function cellTexts(groups: readonly (readonly Cells[])[]): string[][] {
  const widest = groups.reduce(
    (most, group) => ((group[0]?.length ?? 0) > most.length ? (group[0] ?? []) : most),
    [] as Cells,
  )
  return groups.map((group) => {
    const head = group[0] ?? []
    const texts = head.map((cell) =>
      group
        .flatMap((line) => line.filter((other) => isSameColumn(other, cell)))
        .reduce((text, { text: more }) => joinCellText(text, more.trim()), ''),
    )
    const places = head.map((cell) => widest.findIndex((other) => isBelow(other, cell)))
    const isPlaced = places.every((place, index) => place > (places[index - 1] ?? -1))
    if (!isPlaced) return texts
    const placed = Array<string>(widest.length).fill('')
    places.forEach((place, index) => {
      placed[place] = texts[index] ?? ''
    })
    return placed
  })
}
