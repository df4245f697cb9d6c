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

/** Rows as CSV: UTF-8 with a byte order mark, so that Excel and WPS read the Chinese; CRLF as RFC 4180 has it. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)
}
