/** A cell's place: row and column from 0. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet of a workbook with its cells as they are displayed. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Texts by row, then column; empty cells are missing. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly merged: readonly CellRange[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Remarks, running heads and feet. */
  readonly outside: readonly { readonly reason: string; readonly text: string }[]
}

/** A workbook with more filled cells is a database. */
export const MAX_CELLS = 1_000_000
export const MAX_COLUMN = 16_384

/** Gathers the cells of a sheet. */
export function putCell(rows: Map<number, Map<number, string>>, row: number, column: number, text: string): void {
  if (text === '' || column >= MAX_COLUMN) return
  const cells = rows.get(row) ?? new Map<number, string>()
  cells.set(column, text)
  rows.set(row, cells)
}
