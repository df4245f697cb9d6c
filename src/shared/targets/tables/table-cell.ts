import type { Range } from '../../text/range.ts'
import { type Folded, fold, unfold } from '../fold.ts'

/** A table cell as folded text; its characters may come from several lines, each keeps the offset it came from. */
export type Cell = Folded

/** The cell that stands at `range` of the canonical text. */
export function cellAt(text: string, range: Range): Cell {
  return fold(text, range)
}

/** One cell of pieces that stand on several lines. */
export function joinCellParts(cells: readonly Cell[]): Cell {
  return { text: cells.map((cell) => cell.text).join(''), offsets: cells.flatMap((cell) => cell.offsets) }
}

/** One cell of figures that stand on several lines; a blank keeps each figure by itself. */
export function joinFigures(cells: readonly Cell[]): Cell {
  return cells.reduce((joined, cell) => {
    if (joined.text === '' || cell.text === '') return joined.text === '' ? cell : joined
    const gap: Cell = { text: ' ', offsets: joined.offsets.slice(-1) }
    return joinCellParts([joined, gap, cell])
  })
}

/** A part of a cell, by offsets of its folded text. */
export function sliceCell(cell: Cell, start: number, end: number): Cell {
  return { text: cell.text.slice(start, end), offsets: cell.offsets.slice(start, end) }
}

/** The smallest range of the canonical text that holds all the cells; empty cells are left out. */
export function rangeOfCells(cells: readonly Cell[]): Range {
  const ranges = cells.filter((cell) => cell.text !== '').map((cell) => unfold(cell, 0, cell.text.length))
  const offsets = cells.flatMap((cell) => cell.offsets)
  if (ranges.length === 0) return { start: 0, end: 0 }
  return { start: Math.min(...offsets), end: Math.max(...ranges.map((range) => range.end), Math.max(...offsets) + 1) }
}

/** 「-」 「——」 「/」: a cell that says nothing. */
export function isBlankCell(cell: Cell): boolean {
  return /^[-—–/\\*·…\s]*$/.test(cell.text)
}

/** The cells of a line whose columns are told apart by blanks only. */
export function blankSeparated(text: string, range: Range): Cell[] {
  const line = text.slice(range.start, range.end)
  return [...line.matchAll(/\S+/g)].map((found) =>
    cellAt(text, { start: range.start + found.index, end: range.start + found.index + found[0].length }),
  )
}

/** The cells of a canonical table row: split at unescaped bars. */
export function barSeparated(text: string, range: Range): Cell[] {
  const cells: Cell[] = []
  let start = range.start
  for (let i = range.start; i <= range.end; i += 1) {
    if (text.charAt(i) === '\\') i += 1
    else if (i === range.end || text.charAt(i) === '|') {
      cells.push(cellAt(text, { start, end: i }))
      start = i + 1
    }
  }
  return cells
}
