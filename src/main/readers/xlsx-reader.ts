import type { RawDocument } from '../../shared/text/raw-document.ts'
import { openZip } from './docx/open-zip.ts'
import { XmlError } from './docx/xml-tree.ts'
import { readErrors } from './read-errors.ts'
import type { ReadOptions } from './read-options.ts'
import { workbookDocument } from './sheet/workbook-document.ts'
import { readXlsxSheets } from './sheet/xlsx-workbook.ts'

const WANTED =
  /^xl\/(?:workbook|styles|sharedStrings|_rels\/workbook|worksheets\/[^/]+|worksheets\/_rels\/[^/]+|comments\d*)\.(?:xml|xml\.rels)$/i

/**
 * Reads an Excel workbook (ECMA-376 SpreadsheetML): the cells of its sheets as they are displayed.
 * @throws DuigaoError `file-damaged`, `file-too-large`, `file-empty` or `bad-request`
 */
export function readXlsx(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): RawDocument {
  const { parts } = openZip(bytes, fileName, (name) => WANTED.test(name))
  try {
    const sheets = readXlsxSheets(parts)
    if (sheets === null) throw readErrors.tooLarge(fileName, '100 万个单元格')
    return workbookDocument(sheets, { format: 'xlsx', fileName }, options)
  } catch (error) {
    if (error instanceof XmlError) throw readErrors.damaged(fileName, '表格内容的 XML 不合规范', error)
    throw error
  }
}
