import type { Cell } from './table-cell.ts'
import type { Column } from './table-columns.ts'

/** One row of an indicator table, whatever the table looked like. */
export interface IndicatorRow {
  /** The block that anchors the row: the one that holds its attribute or its first cell. */
  readonly block: number
  readonly name: Cell
  readonly unit: Cell | null
  readonly attribute: Cell | null
  readonly values: readonly { readonly cell: Cell; readonly column: Extract<Column, { role: 'value' }> }[]
}

/** The rows of one table, and the blocks that it takes up. */
export interface IndicatorTable {
  readonly rows: readonly IndicatorRow[]
  readonly blocks: readonly number[]
}

const ATTRIBUTE = /^[（(]?(约束|预期)性?[）)]?$/

/** 约束性, 预期性. */
export function isAttributeCell(cell: Cell): boolean {
  return ATTRIBUTE.test(cell.text)
}
