import { addPath, type Point, type RuledLineList, type RuledLines } from '../layout/ruled-lines.ts'
import type { PdfJs, PdfPage } from './pdf-js.ts'

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Path steps of pdf.js: their codes in path data and how many numbers follow each. */
const STEPS = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const
const STEP_LENGTHS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }

/** Finds the ruled lines of a page: strokes, and filled bars thin enough to be lines. Pages turned by viewers have none. */
export async function ruledLines(page: PdfPage, pdf: PdfJs): Promise<RuledLines> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const { OPS } = pdf
  const lines: RuledLineList = { horizontal: [], vertical: [] }
  const saved: Matrix[] = []
  let matrix = IDENTITY
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as readonly unknown[]
    if (operator === OPS['save']) saved.push(matrix)
    else if (operator === OPS['restore']) matrix = saved.pop() ?? IDENTITY
    else if (operator === OPS['transform']) matrix = multiply(matrix, args as unknown as Matrix)
    else if (operator === OPS['paintFormXObjectBegin']) {
      saved.push(matrix)
      if (isMatrix(args[0])) matrix = multiply(matrix, args[0])
    } else if (operator === OPS['paintFormXObjectEnd']) matrix = saved.pop() ?? IDENTITY
    else if (operator === OPS['constructPath'] && args[0] !== OPS['endPath']) addPaths(args[1], matrix, lines)
  })
  return lines
}

function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function addPaths(data: unknown, matrix: Matrix, lines: RuledLineList): void {
  const path = Array.isArray(data) ? (data[0] as unknown) : null
  if (path instanceof Float32Array) for (const corners of polygons(path, matrix)) addPath(corners, lines)
}

/** The corners of each subpath, in page coordinates; subpaths with curves are left out. */
function polygons(path: Float32Array, matrix: Matrix): Point[][] {
  const found: Point[][] = []
  let corners: Point[] = []
  let curved = false
  const end = () => {
    if (!curved && corners.length > 1) found.push(corners)
    corners = []
    curved = false
  }
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? STEPS.close
    if (step === STEPS.move) end()
    if (step === STEPS.move || step === STEPS.line) corners.push(apply(matrix, path[i + 1] ?? 0, path[i + 2] ?? 0))
    else if (step === STEPS.close) {
      const first = corners[0]
      if (first !== undefined) corners.push(first)
    } else curved = true
    i += 1 + (STEP_LENGTHS[step] ?? 0)
  }
  end()
  return found
}

function apply(m: Matrix, x: number, y: number): Point {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] }
}
