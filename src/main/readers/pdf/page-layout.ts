import type { DroppedText } from '../../../shared/text/raw-document.ts'
import { type Fragment, pageText } from './fragment.ts'
import type { PdfJs, PdfPage } from './pdf-js.ts'
import { type Row, segmentsOf, toRows } from './rows.ts'
import { ruledLines } from './ruled-lines.ts'
import { findTables, type RuledTable } from './ruled-table.ts'
import { isInTable, tableRows } from './table-rows.ts'

/** The rows of a page from top to bottom; a ruled table is one row. */
export interface PageLayout {
  readonly rows: readonly Row[]
  readonly dropped: readonly DroppedText[]
}

/** Rows of several segments from which a page is looked at for ruled lines: that takes as long as reading its text again. */
const MIN_SPLIT_ROWS = 2

/** Reads a page into rows. */
export async function layOut(page: PdfPage, pdf: PdfJs): Promise<PageLayout> {
  const { fragments, askew } = await pageText(page)
  const dropped = askew.filter((text) => text.trim() !== '').map((text) => ({ reason: 'watermark', text }))
  const rows = toRows(fragments)
  const split = rows.filter((row) => segmentsOf(row).length > 1).length
  if (split < MIN_SPLIT_ROWS) return { rows, dropped }
  const tables = findTables(await ruledLines(page, pdf))
  return { rows: tables.length === 0 ? rows : withTables(fragments, tables), dropped }
}

function withTables(fragments: readonly Fragment[], tables: readonly RuledTable[]): Row[] {
  const outside: Fragment[] = []
  const inside = new Map<RuledTable, Fragment[]>()
  for (const fragment of fragments) {
    const table = tables.find((one) => isInTable(fragment, one))
    if (table === undefined) outside.push(fragment)
    else inside.set(table, [...(inside.get(table) ?? []), fragment])
  }
  const rows = [...inside].map(([table, own]) => tableRow(table, own))
  return [...toRows(outside), ...rows].toSorted((a, b) => b.y - a.y)
}

function tableRow(table: RuledTable, fragments: readonly Fragment[]): Row {
  const size = Math.max(...fragments.map((fragment) => fragment.size))
  const place = { text: '', x: table.left, y: table.top, width: table.right - table.left, size }
  return { y: table.top, pieces: [place], table: tableRows(table, fragments) }
}
