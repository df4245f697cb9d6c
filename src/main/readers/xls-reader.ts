import type { RawDocument } from '../../shared/text/raw-document.ts'
import { OleError, openCompoundFile } from './ole/compound-file.ts'
import { readErrors } from './read-errors.ts'
import type { ReadOptions } from './read-options.ts'
import { readBiffSheets } from './sheet/biff-workbook.ts'
import { workbookDocument } from './sheet/workbook-document.ts'

/**
 * Reads a binary Excel workbook (MS-XLS): the cells of its sheets as they are displayed.
 * @throws DuigaoError `file-damaged`, `file-too-large`, `file-encrypted`, `file-unsupported`, `file-empty` or `bad-request`
 */
export function readXls(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): RawDocument {
  try {
    const file = openCompoundFile(bytes)
    const sheets = readBiffSheets(file.stream('Workbook') ?? file.stream('Book') ?? new Uint8Array())
    if (sheets === 'encrypted') throw readErrors.encrypted(fileName)
    if (sheets === 'old') throw readErrors.unsupported(fileName, 'Excel 4.0 或更早版本的表格')
    if (sheets === 'too-large') throw readErrors.tooLarge(fileName, '100 万个单元格')
    return workbookDocument(sheets, { format: 'xls', fileName }, options)
  } catch (error) {
    if (error instanceof OleError) throw readErrors.damaged(fileName, '表格内部结构不完整', error)
    throw error
  }
}
