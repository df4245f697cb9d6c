import type { RawDocument } from '../../shared/text/raw-document.ts'
import { readDoc } from './doc-reader.ts'
import { OleError, openCompoundFile } from './ole/compound-file.ts'
import { readErrors } from './read-errors.ts'
import type { ReadOptions } from './read-options.ts'
import { readXls } from './xls-reader.ts'

/** The stream in which Office keeps a document with a password. */
const ENCRYPTED_PACKAGE = 'EncryptedPackage'
const ENCRYPTED = Buffer.from(ENCRYPTED_PACKAGE, 'utf16le')

/**
 * Reads a compound file, the shell of Word, WPS and Excel files up to 2003 and of all Office files with a password.
 * @throws DuigaoError
 */
export function readOle(bytes: Uint8Array, fileName: string, extension: string, options?: ReadOptions): RawDocument {
  const names = new Set(streamNames(bytes, fileName))
  if (names.has(ENCRYPTED_PACKAGE)) throw readErrors.encrypted(fileName)
  if (names.has('WordDocument')) return readDoc(bytes, fileName, extension === 'wps' ? 'wps' : 'doc')
  if (names.has('Workbook') || names.has('Book')) return readXls(bytes, fileName, options)
  if (names.has('PowerPoint Document')) throw readErrors.unsupported(fileName, '演示文稿')
  throw readErrors.unsupported(fileName, '不含文字的 Office 文件')
}

function streamNames(bytes: Uint8Array, fileName: string): readonly string[] {
  try {
    return openCompoundFile(bytes).names
  } catch (error) {
    if (!(error instanceof OleError)) throw error
    if (Buffer.from(bytes).includes(ENCRYPTED)) throw readErrors.encrypted(fileName)
    throw readErrors.damaged(fileName, '文件内部结构不完整', error)
  }
}
