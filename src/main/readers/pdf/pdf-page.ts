import type { DroppedText } from '../../../shared/text/raw-document.ts'
import { layOut, mayHoldTables } from '../layout/page-layout.ts'
import { type Row, toRows } from '../layout/rows.ts'
import { pageText } from './pdf-fragments.ts'
import type { PdfJs, PdfPage } from './pdf-js.ts'
import { ruledLines } from './pdf-ruled-lines.ts'

/**
 * Reads a page into rows. Ruled lines are only looked for where they are needed: that takes as long as the text. Below a page with a table
 * (`afterTable`) they are, because what is left of it can be a single row.
 */
export async function readPage(
  page: PdfPage,
  pdf: PdfJs,
  afterTable: boolean,
): Promise<{ rows: Row[]; dropped: DroppedText[] }> {
  const { fragments, askew } = await pageText(page)
  const dropped = askew.filter((text) => text.trim() !== '').map((text) => ({ reason: 'watermark', text }))
  const rows = toRows(fragments)
  return { rows: afterTable || mayHoldTables(rows) ? layOut(fragments, await ruledLines(page, pdf)) : rows, dropped }
}
