import { largest, smallest } from '../lists.ts'
import { type Row, segmentsOf } from './rows.ts'

/** A column has at least this many lines, on each side of the gutter. */
const MIN_LINES = 4
/** Lines of prose fill their column on average to this share; cells of tables do not. */
const MIN_FILL = 0.7
/** A column is at least this many font sizes wide. */
const MIN_WIDTH = 8
/** The shorter column has at least this share of the longer one's lines. */
const MIN_BALANCE = 0.15
const MAX_DEPTH = 8
/** The gutter is at least this many font sizes wide, also where punctuation hangs into it. */
const MIN_GUTTER = 0.8
const MAX_GUTTERS = 40
/** Points by which a gutter may move between pages. */
const SAME_GUTTER = 6
/** Lone signs at the foot of a page (its number) belong to no column. */
const MAX_LONE = 8

/**
 * Puts the rows of all pages into reading order: column after column where a page is set in columns. One list of rows a
 * column. A gutter proven on one page is believed on the others, where a column may end after a line or two.
 */
export function readColumns(pages: readonly (readonly Row[])[]): Row[][][] {
  const proven: number[] = []
  for (const rows of pages) orderColumns(rows, proven, (x) => proven.push(x), 0)
  return pages.map((rows) => orderColumns(rows, proven, () => undefined, 0))
}

function orderColumns(
  rows: readonly Row[],
  proven: readonly number[],
  found: (x: number) => void,
  depth: number,
): Row[][] {
  if (rows.length === 0) return []
  const cut = depth < MAX_DEPTH ? findCut(rows, proven) : null
  if (cut === null) return [[...rows]]
  found(cut.x)
  const band = rows.slice(cut.from, cut.to)
  const parts = [rows.slice(0, cut.from), leftOf(band, cut.x), rightOf(band, cut.x), rows.slice(cut.to)]
  return parts.flatMap((part) => orderColumns(part, proven, found, depth + 1))
}

interface Stretch {
  readonly from: number
  readonly to: number
}

interface Cut extends Stretch {
  readonly x: number
}

function leftOf(rows: readonly Row[], x: number): Row[] {
  return rows.map((row) => ({ ...row, pieces: row.pieces.filter((piece) => piece.x < x) })).filter(hasPieces)
}

function rightOf(rows: readonly Row[], x: number): Row[] {
  return rows.map((row) => ({ ...row, pieces: row.pieces.filter((piece) => piece.x >= x) })).filter(hasPieces)
}

function hasPieces(row: Row): boolean {
  return row.pieces.length > 0
}

/** The gutter with the most lines beside it, with the stretch of rows that leave it free. */
function findCut(rows: readonly Row[], proven: readonly number[]): Cut | null {
  let best: Cut | null = null
  let most = 0
  for (const x of [...gutters(rows), ...proven]) {
    const known = proven.some((other) => Math.abs(other - x) <= SAME_GUTTER)
    for (const stretch of freeStretches(rows, x)) {
      const band = rows.slice(stretch.from, stretch.to)
      const [left, right] = [leftOf(band, x), rightOf(band, x)]
      const lines = Math.min(left.length, right.length)
      if (lines <= most || !(isColumns(left, right) || (known && isKnownColumns(left, right)))) continue
      best = { x, ...stretch }
      most = lines
    }
  }
  return best
}

function isColumns(left: readonly Row[], right: readonly Row[]): boolean {
  const [fewer, more] = [Math.min(left.length, right.length), Math.max(left.length, right.length)]
  return fewer >= Math.max(MIN_LINES, more * MIN_BALANCE) && isProse(left) && isProse(right)
}

/** At a gutter proven elsewhere the right column may be short, and one of the two a list of short lines, but not both: those are cells. */
function isKnownColumns(left: readonly Row[], right: readonly Row[]): boolean {
  if (right.length >= MIN_LINES) return isProse(right) || isProse(left)
  return left.length >= right.length && isProse(left, 1)
}

/** Where columns may begin: left edges that several rows share, the leftmost excepted. */
function gutters(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const edges = row.pieces.filter((piece, index) => {
      const before = row.pieces[index - 1]
      return before === undefined || piece.x - before.x - before.width >= piece.size * MIN_GUTTER
    })
    for (const x of new Set(edges.map((piece) => Math.floor(piece.x / 2) * 2))) counts.set(x, (counts.get(x) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= MIN_LINES)
    .map(([x]) => x - 1)
    .toSorted((a, b) => a - b)
    .slice(1, MAX_GUTTERS)
}

/** The longest stretches of rows that leave a gutter free left of x. */
function freeStretches(rows: readonly Row[], x: number): Stretch[] {
  const stretches: Stretch[] = []
  let from = -1
  rows.forEach((row, index) => {
    if (crosses(row, x)) {
      if (from >= 0) stretches.push({ from, to: index })
      from = -1
    } else if (from < 0) from = index
  })
  if (from >= 0) stretches.push({ from, to: rows.length })
  return stretches.map((stretch) => trim(rows, stretch, x)).filter(({ from: start, to }) => to > start)
}

function crosses(row: Row, x: number): boolean {
  const before = row.pieces.findLast((piece) => piece.x < x)
  const after = row.pieces.find((piece) => piece.x >= x)
  if (before === undefined) return false
  const end = before.x + before.width
  return after === undefined ? end > x : end > x || after.x - end < after.size * MIN_GUTTER
}

/** Rows above the right column's first are above both columns; a lone sign below is below both. */
function trim(rows: readonly Row[], { from, to }: Stretch, x: number): Stretch {
  const hasRight = (row: Row | undefined) => row?.pieces.some((piece) => piece.x >= x) === true
  let [start, end] = [from, to]
  while (start < end && !hasRight(rows[start]) && !hasRight(rows[start + 1])) start += 1
  while (end > start && isLone(rows[end - 1])) end -= 1
  return { from: start, to: end }
}

function isLone(row: Row | undefined): boolean {
  const [only, other] = row?.pieces ?? []
  return only !== undefined && other === undefined && only.text.length <= MAX_LONE && /\d/.test(only.text)
}

/** Rows that fill one column, or several columns of their own. */
function isProse(rows: readonly Row[], fewest = MIN_LINES): boolean {
  if (rows.length < fewest) return false
  const set = rows.map((row) => segmentsOf(row))
  const all = set.flat()
  const left = smallest(all.map((segment) => segment.left))
  const width = largest(all.map((segment) => segment.right)) - left
  const size = all.reduce((sum, segment) => sum + segment.size, 0) / all.length
  if (width < size * MIN_WIDTH) return false
  const filled = all.reduce((sum, segment) => sum + segment.right - segment.left, 0)
  const single = set.filter((segments) => segments.length === 1).length
  const wide = set.filter((segments) => segments.every((s) => s.right - s.left >= s.size * MIN_WIDTH)).length
  if (single >= rows.length * 0.8) return filled >= width * rows.length * MIN_FILL
  return wide >= rows.length * 0.6 && filled >= width * rows.length * MIN_FILL * 0.8
}
