import type { RawLine } from '../../../shared/text/raw-document.ts'
import { joinCells } from '../../../shared/text/table-row.ts'
import { largest } from '../lists.ts'
import { CODE, type Property } from './properties.ts'

/** A row of a table: the lines of each cell, and the left and right edges of the cells in twentieths of a point. */
export interface DocRow {
  readonly cells: readonly (readonly RawLine[])[]
  readonly edges: readonly number[]
}

/** Edges this far apart are one: a millimetre. */
const SAME_EDGE = 57
const MAX_CELLS = 64

/** The edges of a row's cells (MS-DOC 2.9.316, TDefTableOperand). */
export function rowEdges(properties: readonly Property[]): number[] {
  const operand = properties.findLast((property) => property.code === CODE.cells)?.operand
  if (operand === undefined || operand.length < 1) return []
  const count = Math.min(operand.u8(0), MAX_CELLS)
  return operand.length < 1 + (count + 1) * 2
    ? []
    : Array.from({ length: count + 1 }, (_, index) => operand.i16(1 + index * 2))
}

/** Writes the rows of a table as lines; a table of one column is text in a frame. */
export function tableLines(rows: readonly DocRow[]): RawLine[] {
  const grid = gridOf(rows)
  const spread = rows.map((row) => spreadCells(row, grid))
  const columns = Math.max(0, largest(spread.map((cells) => cells.length)))
  return rows.flatMap(({ cells }, index): RawLine[] => {
    if (columns <= 1) return cells.flat()
    const texts = spread[index] ?? []
    return texts.every((text) => text === '') ? [] : [{ text: joinCells(texts), kind: 'table-row' }]
  })
}

/** All edges of a table's cells from left to right. */
function gridOf(rows: readonly DocRow[]): number[] {
  const edges = [...new Set(rows.flatMap((row) => row.edges))].toSorted((a, b) => a - b)
  return edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] ?? 0) > SAME_EDGE)
}

/** The texts of a row's cells, with an empty one for each further column that a cell reaches over. */
function spreadCells({ cells, edges }: DocRow, grid: readonly number[]): string[] {
  const column = (edge: number) => grid.findLastIndex((at) => at <= edge)
  return cells.flatMap((lines, index) => {
    const [left, right] = [edges[index], edges[index + 1]]
    const span = left === undefined || right === undefined ? 1 : Math.max(1, column(right) - column(left))
    return [cellText(lines), ...Array<string>(span - 1).fill('')]
  })
}

function cellText(lines: readonly RawLine[]): string {
  return lines
    .map((line) => line.text.trim())
    .filter((text) => text !== '')
    .join('\n')
}
