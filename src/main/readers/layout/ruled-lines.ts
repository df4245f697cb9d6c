import { largest, smallest } from '../lists.ts'
/** A horizontal or vertical line printed on a page. `at` is its y or x, `from` < `to` its reach in the other direction. */
export interface RuledLine {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface RuledLines {
  readonly horizontal: readonly RuledLine[]
  readonly vertical: readonly RuledLine[]
}

/** Lines being gathered from the paths of a page. */
export interface RuledLineList {
  readonly horizontal: RuledLine[]
  readonly vertical: RuledLine[]
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Thicker bars are filled areas, shorter lines are strokes of drawn signs. */
const MAX_THICKNESS = 3
const MIN_LENGTH = 4
const STRAIGHT = 0.5
/** A frame has four corners and its beginning again; what has more is a drawn sign. */
const MAX_CORNERS = 9
/** A page with more lines is a drawing. */
const MAX_LINES = 4000

/** Adds the lines that a path of straight edges draws: a bar thin enough to be a line, or its edges. */
export function addPath(corners: readonly Point[], lines: RuledLineList): void {
  if (corners.length < 2 || lines.horizontal.length + lines.vertical.length > MAX_LINES) return
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  const [left, right, bottom, top] = [smallest(xs), largest(xs), smallest(ys), largest(ys)]
  if (top - bottom <= MAX_THICKNESS && right - left >= MIN_LENGTH) {
    lines.horizontal.push({ at: (top + bottom) / 2, from: left, to: right })
  } else if (right - left <= MAX_THICKNESS && top - bottom >= MIN_LENGTH) {
    lines.vertical.push({ at: (left + right) / 2, from: bottom, to: top })
  } else if (corners.length <= MAX_CORNERS) addEdges(corners, lines)
}

/** The edges of a frame. */
function addEdges(corners: readonly Point[], lines: RuledLineList): void {
  corners.slice(1).forEach((b, index) => {
    const a = corners[index]
    if (a === undefined) return
    if (Math.abs(a.y - b.y) < STRAIGHT && Math.abs(a.x - b.x) >= MIN_LENGTH) {
      lines.horizontal.push({ at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) })
    } else if (Math.abs(a.x - b.x) < STRAIGHT && Math.abs(a.y - b.y) >= MIN_LENGTH) {
      lines.vertical.push({ at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) })
    }
  })
}
