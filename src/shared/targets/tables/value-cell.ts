import { findQuantities } from '../quantities.ts'
import { readTail } from '../tail.ts'
import type { Bound } from '../target.ts'
import { type Cell, isBlankCell, sliceCell } from './table-cell.ts'

/** One figure of a value cell. */
export interface CellFigure {
  readonly value: number
  readonly max: number | null
  /** The unit written beside the number; often empty, as the table has a column for it. */
  readonly unit: string
  readonly bound: Bound
  /** [14], 累计110: a sum over the years. */
  readonly total: boolean
  /** 达到1000: a level even within a column of sums. */
  readonly level: boolean
  /** What the number is said of where the cell has several: 重点城市, 一般城市. */
  readonly label: string
  readonly cell: Cell
}

const BRACKETED = /^[[【（(〔].*[\]】）)〕]$/
const NOT_A_LABEL = /[[\]【】（）()：:，；、\s]|[五三]年|累计|年均|每年|分别/g

/** The figures of a cell: 「1400以上」 「[14]」 「>60」 「重点城市≥30一般城市≥15」. Empty where the cell has no number. */
export function readValueCell(cell: Cell): CellFigure[] {
  const { text } = cell
  const total = BRACKETED.test(text) || /累计|合计/.test(text)
  const quantities = findQuantities(text).filter(({ form, unit }) => !(form === 'chinese' && unit === '年'))
  let from = 0
  return quantities.map((quantity) => {
    const tail = readTail(text, from, quantity.start)
    const label = text.slice(from, tail.start).replace(NOT_A_LABEL, '')
    const start = label === '' ? Math.min(tail.start, quantity.start) : from
    from = quantity.end
    return {
      value: quantity.value,
      max: quantity.max,
      unit: quantity.unit,
      bound: quantity.max === null ? (quantity.bound ?? tail.bound ?? 'exact') : 'range',
      total,
      level: tail.level,
      label,
      cell: sliceCell(cell, start, quantity.end),
    }
  })
}

/** A goal in words, 「与经济增长基本同步」, without brackets around it; null where the cell has a number or nothing. */
export function readWordedGoal(cell: Cell): string | null {
  if (isBlankCell(cell) || /\d/.test(cell.text)) return null
  const words = cell.text.replace(/^[[【（(]|[\]】）)]$/g, '')
  return words.length < 3 ? null : words
}
