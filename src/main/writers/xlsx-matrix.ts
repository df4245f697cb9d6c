import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { withoutFormula } from './csv.ts'
import type { MatrixCell, MatrixTable } from './write-matrix.ts'

/** Widths in characters: what stands before the documents, a document, what stands behind them. */
const FIXED_WIDTHS = [8, 30, 10, 9]
const DOCUMENT_WIDTH = 18
const LAST_WIDTHS = [28, 36, 48, 48, 48]
/** The wash of a changed cell; with the glyphs in 变动 it is not the only sign. */
const CHANGED = '#FFEFC4'
const HEAD = '#ECEEF0'

function toCell({ text, number }: MatrixCell, wash: string | null) {
  const style = { alignVertical: 'top', ...(wash === null ? {} : { backgroundColor: wash }) } as const
  if (number !== null) return { type: Number, value: number, ...style } as const
  // Typed as text, so that nothing is run as a formula; guarded too, for a workbook that is saved on as CSV.
  return { type: String, value: withoutFormula(text), wrap: true, ...style } as const
}

/** The table as a workbook of one sheet, head row and first columns frozen. */
export async function xlsxMatrix({ head, rows, draft, changed }: MatrixTable): Promise<Uint8Array> {
  const documents = head.length - FIXED_WIDTHS.length - LAST_WIDTHS.length
  const widths = [...FIXED_WIDTHS, ...Array.from({ length: documents }, () => DOCUMENT_WIDTH), ...LAST_WIDTHS]
  const data: SheetData = [
    head.map((text) => ({
      value: withoutFormula(text),
      type: String,
      fontWeight: 'bold',
      wrap: true,
      backgroundColor: HEAD,
    })),
    ...rows.map((row, at) => row.map((cell, column) => toCell(cell, changed[at] && column === draft ? CHANGED : null))),
  ]
  const options = {
    sheet: '指标',
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    fontFamily: '宋体',
    fontSize: 11,
  }
  return new Uint8Array(await writeXlsxFile(data, options).toBuffer())
}
