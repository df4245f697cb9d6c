import type { MatrixTable } from './write-matrix.ts'

/** Spreadsheets take a cell that begins so for a formula; a leading apostrophe makes it text. */
const FORMULA = /^[\t\r\s]*[=+\-@＝＋－＠]/u

/** Text that no spreadsheet runs as a formula. Numbers (−3.2) are no text and stay. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
}

function quoted(text: string): string {
  const safe = withoutFormula(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The table as CSV: UTF-8 with a byte order mark, so that Excel and WPS read the Chinese; CRLF as RFC 4180 has it. */
export function csvMatrix({ head, rows }: MatrixTable): Uint8Array {
  const lines = [head, ...rows.map((row) => row.map(({ text }) => text))]
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`)
}
