import { MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'
import type { RawDocument } from '../../shared/text/raw-document.ts'
import { openZip } from './docx/open-zip.ts'
import { child, childrenOf, XmlError } from './docx/xml-tree.ts'
import { documentFromPages } from './layout/document-from-pages.ts'
import { allText } from './layout/rows.ts'
import { openPackage } from './ofd/ofd-package.ts'
import { type OfdPages, readPages, textOf } from './ofd/ofd-pages.ts'
import { readErrors } from './read-errors.ts'

const ROOT = 'OFD.xml'

/**
 * Reads an OFD document (GB/T 33190-2016): the lines of each page by the places of their characters, like a PDF.
 * @throws DuigaoError `file-damaged`, `file-too-large`, `file-encrypted` or `file-no-text`
 */
export function readOfd(bytes: Uint8Array, fileName: string): RawDocument {
  const { names, parts } = openZip(bytes, fileName, (name) => /\.xml$/i.test(name))
  if (names.some((name) => /(?:^|[\\/])Encryptions\.xml$/i.test(name))) throw readErrors.encrypted(fileName)
  try {
    return readDocuments(parts, fileName)
  } catch (error) {
    if (error instanceof XmlError) throw readErrors.damaged(fileName, '版式文件的 XML 不合规范', error)
    throw error
  }
}

function readDocuments(parts: Readonly<Record<string, Uint8Array>>, fileName: string): RawDocument {
  const file = openPackage(parts)
  const all: OfdPages[] = childrenOf(file.xml(ROOT), 'DocBody').flatMap((body) => {
    const root = textOf(child(body, 'DocRoot')).replace(/^\//, '')
    const document = file.xml(root)
    return document === undefined ? [] : [readPages(root, document, file)]
  })
  const pages = all.flatMap((one) => one.pages)
  if (pages.length === 0) throw readErrors.damaged(fileName, '缺少页面')
  const length = pages.flat().reduce((sum, row) => sum + allText(row).length, 0)
  if (length > MAX_TEXT_LENGTH) throw readErrors.tooLarge(fileName, `${MAX_TEXT_LENGTH / 10_000} 万字`)
  return documentFromPages(pages, { format: 'ofd', fileName, left: all.flatMap((one) => one.dropped) })
}
