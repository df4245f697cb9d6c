import type { RuledLine, RuledLines } from './ruled-lines.ts'

/** A table drawn with ruled lines: the grid of its lines, and for each field of the grid the cell it belongs to. */
export interface RuledTable {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** From left to right. */
  readonly columns: readonly number[]
  /** From top to bottom. */
  readonly rows: readonly number[]
  /** The first field (row * columns + column) of the merged cell that a field belongs to. */
  readonly cells: readonly number[]
}

/** Lines this far apart are one; lines this far from meeting meet. */
const SAME = 2.5
const MEET = 4
const MAX_GRID = 200

/** Finds the tables of a page that have at least two columns and are ruled in both directions, from top to bottom. */
export function findTables(lines: RuledLines): RuledTable[] {
  const horizontal = joinCollinear(lines.horizontal)
  const vertical = joinCollinear(lines.vertical)
  return groupTouching(horizontal, vertical)
    .flatMap((group) => toTable(group))
    .toSorted((a, b) => b.top - a.top)
}

/** Puts the pieces of one line together: word processors draw each cell's border by itself. */
function joinCollinear(lines: readonly RuledLine[]): RuledLine[] {
  const sorted = lines.toSorted((a, b) => a.at - b.at || a.from - b.from)
  const bands: RuledLine[][] = []
  for (const line of sorted) {
    const band = bands.at(-1)
    if (band !== undefined && line.at - (band[0]?.at ?? 0) <= SAME) band.push(line)
    else bands.push([line])
  }
  return bands.flatMap((band) => {
    const at = band.reduce((sum, line) => sum + line.at, 0) / band.length
    const joined: { at: number; from: number; to: number }[] = []
    for (const line of band.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last !== undefined && line.from - last.to <= MEET) last.to = Math.max(last.to, line.to)
      else joined.push({ at, from: line.from, to: line.to })
    }
    return joined
  })
}

interface Group {
  readonly horizontal: RuledLine[]
  readonly vertical: RuledLine[]
}

/** Sets of lines that touch each other. */
function groupTouching(horizontal: readonly RuledLine[], vertical: readonly RuledLine[]): Group[] {
  const rest = new Set(vertical)
  const open = new Set(horizontal)
  const groups: Group[] = []
  for (const first of horizontal) {
    if (!open.delete(first)) continue
    const group: Group = { horizontal: [first], vertical: [] }
    const queue: { line: RuledLine; lies: boolean }[] = [{ line: first, lies: true }]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { line, lies } = next
      for (const other of lies ? rest : open) {
        if (!(lies ? touch(line, other) : touch(other, line))) continue
        ;(lies ? rest : open).delete(other)
        ;(lies ? group.vertical : group.horizontal).push(other)
        queue.push({ line: other, lies: !lies })
      }
    }
    groups.push(group)
  }
  return groups
}

function touch(horizontal: RuledLine, vertical: RuledLine): boolean {
  return (
    vertical.at >= horizontal.from - MEET &&
    vertical.at <= horizontal.to + MEET &&
    horizontal.at >= vertical.from - MEET &&
    horizontal.at <= vertical.to + MEET
  )
}

function toTable({ horizontal, vertical }: Group): RuledTable[] {
  const columns = distinct(vertical)
  const rows = distinct(horizontal).toReversed()
  const across = columns.length - 1
  const down = rows.length - 1
  if (across < 2 || down < 1 || across > MAX_GRID || down > MAX_GRID) return []
  const cells = mergeFields(columns, rows, horizontal, vertical)
  const [left = 0, right = 0] = [columns[0], columns[across]]
  const [top = 0, bottom = 0] = [rows[0], rows[down]]
  return [{ left, right, top, bottom, columns, rows, cells }]
}

function distinct(lines: readonly RuledLine[]): number[] {
  const sorted = [...new Set(lines.map((line) => line.at))].toSorted((a, b) => a - b)
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > SAME)
}

/** Fields without a line between them are one cell. */
function mergeFields(
  columns: readonly number[],
  rows: readonly number[],
  horizontal: readonly RuledLine[],
  vertical: readonly RuledLine[],
): number[] {
  const across = columns.length - 1
  const down = rows.length - 1
  const cells = Array.from({ length: across * down }, (_, field) => field)
  const rootOf = (field: number): number => {
    let root = field
    while ((cells[root] ?? root) !== root) root = cells[root] ?? root
    return root
  }
  const join = (a: number, b: number) => {
    const [x, y] = [rootOf(a), rootOf(b)]
    cells[Math.max(x, y)] = Math.min(x, y)
  }
  for (let row = 0; row < down; row += 1) {
    const y = ((rows[row] ?? 0) + (rows[row + 1] ?? 0)) / 2
    for (let column = 0; column < across; column += 1) {
      const field = row * across + column
      const x = ((columns[column] ?? 0) + (columns[column + 1] ?? 0)) / 2
      if (column + 1 < across && !isRuled(vertical, columns[column + 1] ?? 0, y)) join(field, field + 1)
      if (row + 1 < down && !isRuled(horizontal, rows[row + 1] ?? 0, x)) join(field, field + across)
    }
  }
  return cells.map((_, field) => rootOf(field))
}

function isRuled(lines: readonly RuledLine[], at: number, through: number): boolean {
  return lines.some((line) => Math.abs(line.at - at) <= SAME && line.from <= through && line.to >= through)
}
