import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'
import type { DroppedText, RawDocument } from '../../shared/text/raw-document.ts'
import { documentFromPages } from './layout/document-from-pages.ts'
import { allText, type Row } from './layout/rows.ts'
import { withoutLooseRejections } from './pdf/loose-rejections.ts'
import { loadPdfJs, type PdfDocument, type PdfJs, pdfSource } from './pdf/pdf-js.ts'
import { readPage } from './pdf/pdf-page.ts'
import { readErrors } from './read-errors.ts'
import type { ReadOptions } from './read-options.ts'

const MAX_PAGES = 3000

/**
 * Reads a PDF: the lines of each page in reading order, columns one after the other, tables row by row. Lines stay as
 * they were broken, with their indents; running heads and page numbers that repeat at one place are counted as dropped.
 * Rejects with a DuigaoError: `file-no-text` (a scan, or fonts without a map to Unicode), `file-encrypted`, `file-damaged`,
 * `file-too-large` or `cancelled`.
 */
export async function readPdf(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<RawDocument> {
  const pdf = await loadPdfJs()
  return withoutLooseRejections(async () => {
    const task = pdf.getDocument(pdfSource(bytes))
    try {
      return await readPages(await task.promise, pdf, fileName, options)
    } catch (error) {
      throw asReadError(error, fileName)
    } finally {
      await task.destroy().catch(() => undefined)
    }
  })
}

async function readPages(
  document: PdfDocument,
  pdf: PdfJs,
  fileName: string,
  { onProgress, signal }: ReadOptions,
): Promise<RawDocument> {
  if (document.numPages > MAX_PAGES) throw readErrors.tooLarge(fileName, `${MAX_PAGES} 页`)
  const pages: (readonly Row[])[] = []
  const left: DroppedText[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    if (signal?.aborted === true) throw readErrors.cancelled(fileName)
    const page = await document.getPage(number)
    const { rows, dropped } = await readPage(page, pdf, pages.at(-1)?.some((row) => row.table !== undefined) === true)
    page.cleanup()
    length += rows.reduce((sum, row) => sum + allText(row).length, 0)
    if (length > MAX_TEXT_LENGTH) throw readErrors.tooLarge(fileName, `${MAX_TEXT_LENGTH / 10_000} 万字`)
    pages.push(rows)
    left.push(...dropped)
    onProgress?.(number, document.numPages)
  }
  return documentFromPages(pages, { format: 'pdf', fileName, left })
}

function asReadError(error: unknown, fileName: string): unknown {
  if (error instanceof DuigaoError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return readErrors.encrypted(fileName)
  return readErrors.damaged(fileName, 'PDF 结构无法解析', error)
}
