import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { withoutFormula } from './csv.ts'
import type { MatrixCell, MatrixTable } from './write-matrix.ts'
import { printable } from './xlsx-page.ts'

/** Widths in characters: what stands before the documents, a document, what stands behind them. */
const FIXED_WIDTHS = [8, 30, 10, 9]
const DOCUMENT_WIDTH = 18
const LAST_WIDTHS = [28, 36, 48, 48, 48]
/** The wash of a changed cell; with the glyphs in 变动 it is not the only sign. */
const CHANGED = '#FFEFC4'
const HEAD = '#ECEEF0'
const SHEET = '指标'
const FONT = { fontFamily: '宋体', fontSize: 11 }

/** Points of a line, and the most that a row may be high (ECMA-376 allows 409). */
const LINE = 15
const HIGHEST = 405
const BORDER = { borderStyle: 'thin', borderColor: '#CBC8BE' } as const

interface Look {
  readonly wash: string | null
  readonly align: 'left' | 'right'
  readonly height: number
}

function toCell({ text, number }: MatrixCell, { wash, ...look }: Look) {
  const style = {
    alignVertical: 'top',
    ...BORDER,
    ...look,
    ...(wash === null ? {} : { backgroundColor: wash }),
  } as const
  if (number !== null) return { type: Number, value: number, ...style } as const
  // Typed as text, so that nothing is run as a formula; guarded too, for a workbook that is saved on as CSV.
  return { type: String, value: withoutFormula(text), wrap: true, ...style } as const
}

/**
 * How high a row has to be for all its words, in points. Not every program makes room by itself. Chinese is two characters wide;
 * one is left over, for words are not cut where the cell ends.
 */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const linesOf = (text: string, width: number) =>
    text.split('\n').reduce((sum, line) => {
      const wide = 2 * line.length - line.replace(WIDE, '').length
      return sum + Math.max(1, Math.ceil(wide / Math.max(1, width - 1)))
    }, 0)
  const lines = Math.max(1, ...texts.map((text, column) => linesOf(text, widths[column] ?? DOCUMENT_WIDTH)))
  return Math.min(HIGHEST, lines * LINE + 3)
}

/** Chinese, its punctuation, full-width forms and signs (⑴, ▲): two characters wide. */
const WIDE = /[\u2010-\uffff]/gu

/** A, B, … Z, AA, … for 0, 1, … */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`
}

/** The table as a workbook of one sheet, head row and first columns frozen. */
export async function xlsxMatrix({ head, rows, draft, changed }: MatrixTable): Promise<Uint8Array> {
  const documents = head.length - FIXED_WIDTHS.length - LAST_WIDTHS.length
  const widths = [...FIXED_WIDTHS, ...Array.from({ length: documents }, () => DOCUMENT_WIDTH), ...LAST_WIDTHS]
  const isDocument = (column: number) => column >= FIXED_WIDTHS.length && column < FIXED_WIDTHS.length + documents
  const data: SheetData = [
    head.map((text, column) => ({
      value: withoutFormula(text),
      type: String,
      fontWeight: 'bold',
      wrap: true,
      backgroundColor: HEAD,
      alignVertical: 'center',
      align: isDocument(column) ? 'right' : 'left',
      height: heightOf(head, widths),
      ...BORDER,
    })),
    ...rows.map((row, at) => {
      const texts = row.map(({ text }) => text)
      const height = heightOf(texts, widths)
      return row.map((cell, column) =>
        toCell(cell, {
          wash: changed[at] && column === draft ? CHANGED : null,
          align: isDocument(column) ? 'right' : 'left',
          height,
        }),
      )
    }),
  ]
  const options = {
    sheet: SHEET,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
  }
  const filtered = `A1:${columnName(head.length - 1)}${rows.length + 1}`
  const features = [printable(SHEET, filtered)]
  return new Uint8Array(await writeXlsxFile(data, options, { features, ...FONT }).toBuffer())
}
