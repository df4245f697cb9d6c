import type { XmlElement } from '../docx/xml-tree.ts'
import type { Point } from '../layout/ruled-lines.ts'

/** OFD measures in millimetres from the upper left corner; pages are laid out in points from the lower left. */
export const POINTS = 72 / 25.4

/** [a b c d e f], as OFD and PDF write it. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The numbers of an attribute; empty when it is missing or holds anything else. */
export function numbers(value: string | undefined): number[] {
  const found = (value ?? '').trim().split(/\s+/).map(Number)
  return found.every(Number.isFinite) && value !== undefined && value.trim() !== '' ? found : []
}

/** The matrix from an object's own space to the page: its CTM, then its place. */
export function objectMatrix(object: XmlElement): Matrix {
  const [x = 0, y = 0] = numbers(object.attributes['Boundary'])
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(object.attributes['CTM'])
  return [a, b, c, d, e + x, f + y]
}

/** A point of an object on the page, in points with y upwards. */
export function toPage(matrix: Matrix, x: number, y: number): Point {
  const [a, b, c, d, e, f] = matrix
  return { x: (a * x + c * y + e) * POINTS, y: -(b * x + d * y + f) * POINTS }
}
