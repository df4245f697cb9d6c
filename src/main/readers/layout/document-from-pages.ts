import type { DroppedText, Format, RawDocument, ReadWarning } from '../../../shared/text/raw-document.ts'
import { readErrors } from '../read-errors.ts'
import { leaveOutFurniture } from './furniture.ts'
import { plainCharacters } from './plain-characters.ts'
import { allText, type Row } from './rows.ts'
import { setLines } from './set-lines.ts'
import { countUnusable, findNoText, type NoText } from './usable-text.ts'

const FOUND: Readonly<Record<NoText, string>> = {
  scan: '图片',
  'no-unicode-map': '没有文字对照表的字体，提取出来是乱码',
}
const MAX_NAMED_PAGES = 10

/**
 * Makes a document of the rows of its pages; `left` is what was already left out of them.
 * @throws DuigaoError `file-no-text`
 */
export function documentFromPages(
  found: readonly (readonly Row[])[],
  { format, fileName, left }: { format: Format; fileName: string; left: readonly DroppedText[] },
): RawDocument {
  const pages = found.map((rows) => rows.map(plainRow))
  const text = pages.flat().map(allText).join('\n')
  const missing = findNoText(text, pages.length)
  if (missing !== null) throw readErrors.noText(fileName, FOUND[missing])
  const { pages: kept, dropped } = leaveOutFurniture(pages)
  const { lines, repeated, marks } = setLines(kept)
  return {
    format,
    structured: false,
    lines,
    dropped: [
      ...left,
      ...dropped,
      ...repeated.map((text) => ({ reason: 'repeated-text', text })),
      ...marks.map((text) => ({ reason: 'note-mark', text })),
    ],
    warnings: warningsOf(text, pages),
  }
}

function plainRow(row: Row): Row {
  const pieces = row.pieces.map((piece) => ({ ...piece, text: plainCharacters(piece.text) }))
  if (row.table === undefined) return { y: row.y, pieces }
  return {
    y: row.y,
    pieces,
    table: { ...row.table, cells: row.table.cells.map((cells) => cells.map(plainCharacters)) },
  }
}

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
