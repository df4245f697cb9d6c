import { DuigaoError } from '../../shared/contract/errors.ts'
import { MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'
import type { DroppedText, RawDocument, RawLine, ReadWarning } from '../../shared/text/raw-document.ts'
import { leaveOutFurniture } from './pdf/furniture.ts'
import { layOut } from './pdf/page-layout.ts'
import { loadPdfJs, type PdfDocument, type PdfJs, pdfSource } from './pdf/pdf-js.ts'
import { pdfLines } from './pdf/pdf-lines.ts'
import { plainCharacters } from './pdf/plain-characters.ts'
import { allText, type Row } from './pdf/rows.ts'
import { countUnusable, findNoText, type NoText } from './pdf/usable-text.ts'
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
  const task = pdf.getDocument(pdfSource(bytes))
  try {
    return await readPages(await task.promise, pdf, fileName, options)
  } catch (error) {
    throw asReadError(error, fileName)
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

async function readPages(
  document: PdfDocument,
  pdf: PdfJs,
  fileName: string,
  { onProgress, signal }: ReadOptions,
): Promise<RawDocument> {
  if (document.numPages > MAX_PAGES) throw readErrors.tooLarge(fileName, `${MAX_PAGES} 页`)
  const pages: (readonly Row[])[] = []
  const dropped: DroppedText[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    if (signal?.aborted === true) throw readErrors.cancelled(fileName)
    const page = await document.getPage(number)
    const layout = await layOut(page, pdf)
    page.cleanup()
    length += layout.rows.reduce((sum, row) => sum + allText(row).length, 0)
    if (length > MAX_TEXT_LENGTH) throw readErrors.tooLarge(fileName, `${MAX_TEXT_LENGTH / 10_000} 万字`)
    pages.push(layout.rows.map(plainRow))
    dropped.push(...layout.dropped)
    onProgress?.(number, document.numPages)
  }
  return toDocument(pages, dropped, fileName)
}

function toDocument(pages: readonly (readonly Row[])[], found: readonly DroppedText[], fileName: string): RawDocument {
  const text = pages.flat().map(allText).join('\n')
  const missing = findNoText(text, pages.length)
  if (missing !== null) throw readErrors.noText(fileName, FOUND[missing])
  const { pages: kept, dropped } = leaveOutFurniture(pages)
  const lines: RawLine[] = pdfLines(kept)
  return { format: 'pdf', structured: false, lines, dropped: [...found, ...dropped], warnings: warningsOf(text, pages) }
}

const FOUND: Readonly<Record<NoText, string>> = {
  scan: '图片',
  'no-unicode-map': '没有文字对照表的字体，提取出来是乱码',
}

function plainRow(row: Row): Row {
  const pieces = row.pieces.map((piece) => ({ ...piece, text: plainCharacters(piece.text) }))
  return { y: row.y, pieces, ...(row.table === undefined ? {} : { table: row.table.map(plainCharacters) }) }
}

const MAX_NAMED_PAGES = 10

function warningsOf(text: string, pages: readonly (readonly Row[])[]): ReadWarning[] {
  const warnings: ReadWarning[] = []
  const unusable = countUnusable(text)
  if (unusable > 0) {
    const message = `有 ${unusable} 个符号没有对应的文字（字体缺少文字对照表），请对照原件核对。`
    warnings.push({ code: 'broken-characters', message })
  }
  const empty = pages.flatMap((rows, index) => (rows.length === 0 ? [index + 1] : []))
  if (empty.length > 0) {
    const named = empty.slice(0, MAX_NAMED_PAGES).join('、') + (empty.length > MAX_NAMED_PAGES ? ' 等' : '')
    const message = `第 ${named} 页没有文字，可能是空白页，也可能是扫描图片，请对照原件核对。`
    warnings.push({ code: 'pages-without-text', message })
  }
  return warnings
}

function asReadError(error: unknown, fileName: string): unknown {
  if (error instanceof DuigaoError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return readErrors.encrypted(fileName)
  return readErrors.damaged(fileName, 'PDF 结构无法解析', error)
}
