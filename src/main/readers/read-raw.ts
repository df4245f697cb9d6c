import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '../../shared/text/limits.ts'
import type { RawDocument } from '../../shared/text/raw-document.ts'
import { openZip } from './docx/open-zip.ts'
import { readDocx } from './docx-reader.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import { looksLikeFragment, looksLikePage } from './html/looks-like-page.ts'
import { readHtml } from './html-reader.ts'
import { readMht } from './mht-reader.ts'
import { readOfd } from './ofd-reader.ts'
import { readPdf } from './pdf-reader.ts'
import { readErrors } from './read-errors.ts'
import { readOle } from './read-ole.ts'
import type { ReadOptions } from './read-options.ts'
import { readText } from './text-reader.ts'
import { readXlsx } from './xlsx-reader.ts'

/**
 * Reads a file by what its bytes are, then by its extension.
 * Rejects with a DuigaoError with one of the `file-…` codes; nothing else.
 */
export async function readRaw(bytes: Uint8Array, fileName: string, options?: ReadOptions): Promise<RawDocument> {
  try {
    return await readByKind(bytes, fileName, options)
  } catch (error) {
    if (error instanceof DuigaoError) throw error
    throw readErrors.damaged(fileName, '内容结构无法解析', error)
  }
}

async function readByKind(bytes: Uint8Array, fileName: string, options?: ReadOptions): Promise<RawDocument> {
  if (bytes.length === 0) throw readErrors.empty(fileName)
  if (bytes.length > MAX_FILE_BYTES) throw readErrors.tooLarge(fileName, `${MAX_FILE_BYTES / 1024 / 1024} MB`)
  const kind = fileKind(bytes)
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  // A PDF may have other bytes before its signature (ISO 32000-1, annex H.3.4.1).
  if (kind === 'pdf' || extension === 'pdf') return readPdf(bytes, fileName, options)
  if (kind === 'zip') return readZip(bytes, fileName, extension, options)
  if (kind === 'ole') return readOle(bytes, fileName, extension, options)
  if (kind !== null) throw refuse(kind, fileName, extension)
  const page = looksLikePage(bytes) ?? PAGE_EXTENSIONS[extension]
  if (page === 'html') return readHtml(bytes, fileName)
  if (page === 'mht') return readMht(bytes, fileName)
  if (PACKAGED.has(extension)) throw readErrors.damaged(fileName, `不是 .${extension} 的压缩格式`)
  if (extension === 'md' || extension === 'markdown') return readText(bytes, fileName, 'md')
  return looksLikeFragment(bytes) ? readHtml(bytes, fileName) : readText(bytes, fileName, 'txt')
}

/** Extensions of files that are zip packages. */
const PACKAGED: ReadonlySet<string> = new Set(['docx', 'xlsx', 'ofd'])

const PAGE_EXTENSIONS: Readonly<Record<string, 'html' | 'mht'>> = {
  html: 'html',
  htm: 'html',
  shtml: 'html',
  xhtml: 'html',
  mht: 'mht',
  mhtml: 'mht',
}

function readZip(bytes: Uint8Array, fileName: string, extension: string, options?: ReadOptions): RawDocument {
  const { names } = openZip(bytes, fileName, () => false)
  if (names.includes('OFD.xml') || extension === 'ofd') return readOfd(bytes, fileName)
  if (names.includes('xl/workbook.xml') || extension === 'xlsx') return readXlsx(bytes, fileName, options)
  const other = OTHER_ZIPS[extension]
  if (other !== undefined) throw readErrors.unsupported(fileName, other)
  return readDocx(bytes, fileName, readEmbedded)
}

/** A document embedded whole in a Word document, as programs that generate Word files do. What is embedded in it is left. */
function readEmbedded(bytes: Uint8Array, part: string): RawDocument | null {
  const extension = /\.([^.]+)$/.exec(part)?.[1]?.toLowerCase() ?? ''
  if (extension === 'docx') return readDocx(bytes, part)
  const page = PAGE_EXTENSIONS[extension]
  if (page === 'html') return readHtml(bytes, part)
  if (page === 'mht') return readMht(bytes, part)
  return extension === 'txt' ? readText(bytes, part, 'txt') : null
}

/** Extensions whose files are zip archives of another kind. */
const OTHER_ZIPS: Readonly<Record<string, string>> = {
  pptx: '演示文稿',
  zip: '压缩包',
  odt: 'ODT 文档',
}

const TEXT_EXTENSIONS = new Set(['txt', 'md', 'markdown', 'text', ''])

function refuse(kind: FileKind, fileName: string, extension: string): Error {
  if (TEXT_EXTENSIONS.has(extension)) return readErrors.notText(fileName, kind.name)
  return readErrors.unsupported(fileName, kind.name)
}
