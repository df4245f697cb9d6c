import { MAX_TEXT_LENGTH } from '../../../shared/text/limits.ts'
import type { DroppedText, Format, RawDocument, RawLine } from '../../../shared/text/raw-document.ts'
import { append } from '../lists.ts'
import { readErrors } from '../read-errors.ts'
import type { ReadOptions } from '../read-options.ts'
import type { Sheet } from './sheet.ts'
import { parseRange, sheetLines } from './sheet-lines.ts'

/** Names that Excel and WPS give new sheets. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i

/**
 * Makes a document of the sheets of a workbook, or of the sheet and range chosen. The sheets' names head them where there are several.
 * @throws DuigaoError `file-empty`, `file-too-large` or `bad-request` (no such sheet or range)
 */
export function workbookDocument(
  sheets: readonly Sheet[],
  { format, fileName }: { format: Format; fileName: string },
  { sheet: chosen, range }: ReadOptions,
): RawDocument {
  if (chosen !== undefined && !sheets.some(({ name }) => name === chosen)) throw readErrors.noSheet(fileName, chosen)
  const area = range === undefined ? null : parseRange(range)
  if (range !== undefined && area === null) throw readErrors.noRange(fileName, range)
  const lines: RawLine[] = []
  const dropped: DroppedText[] = []
  const filled = sheets.filter((sheet) => sheet.rows.size > 0)
  const shown = filled.filter((sheet) => (chosen === undefined ? !sheet.hidden : sheet.name === chosen))
  for (const sheet of filled) {
    const read = sheetLines(sheet, shown.includes(sheet) ? area : null)
    append(dropped, read.dropped)
    if (!shown.includes(sheet)) {
      const reason = sheet.hidden ? 'hidden-text' : 'other-sheet'
      append(
        dropped,
        read.lines.map(({ text }) => ({ reason, text })),
      )
      continue
    }
    if (shown.length > 1 && !UNNAMED.test(sheet.name)) lines.push({ text: sheet.name, kind: 'heading', level: 1 })
    append(lines, read.lines)
  }
  if (lines.length === 0) throw readErrors.empty(fileName)
  const length = lines.reduce((sum, line) => sum + line.text.length, 0)
  if (length > MAX_TEXT_LENGTH) throw readErrors.tooLarge(fileName, `${MAX_TEXT_LENGTH / 10_000} 万字`)
  return { format, structured: true, lines, dropped, warnings: [], sheets: filled.map(({ name }) => name) }
}
