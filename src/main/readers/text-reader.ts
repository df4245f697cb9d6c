import { readLabel } from '../../shared/outline/numbering.ts'
import { MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'
import type { Format, RawDocument, ReadWarning } from '../../shared/text/raw-document.ts'
import { decodeText } from './decode-text.ts'
import { readErrors } from './read-errors.ts'
import { assertReadable } from './readable.ts'

/** A file with more control characters than this is binary. */
const MAX_BINARY_SHARE = 0.001

/**
 * Reads a .txt or .md file: any of UTF-8, UTF-16, GB18030 and Big5, with or without byte order mark.
 * @throws DuigaoError `file-empty`, `file-not-text`, `file-no-text` or `file-too-large`
 */
export function readText(bytes: Uint8Array, fileName: string, format: Format): RawDocument {
  const decoded = decodeText(bytes)
  if (decoded === null) throw readErrors.notText(fileName, '无法识别的编码')
  const binary = countControls(decoded.text)
  if (binary > 0 && binary >= decoded.text.length * MAX_BINARY_SHARE) throw readErrors.notText(fileName, '二进制数据')
  const raw = assertReadable(rawFromText(decoded.text, fileName, format), fileName)
  return decoded.cut ? { ...raw, warnings: [...raw.warnings, CUT_FILE] } : raw
}

const CUT_FILE: ReadWarning = {
  code: 'cut-file',
  message: '文件在一个字的中间断开，末尾不完整，多半没有复制或下载完。请对照原件核对结尾，或重新下载后再导入。',
}

/**
 * Splits a text at its line breaks: \n, \r\n, \r, form feed, vertical tab, U+2028, U+2029 and U+0085. A form feed inside a line
 * is the end of a page of a text whose lines were put together: in mid-sentence it breaks no line.
 */
export function rawFromText(text: string, fileName: string, format: Format): RawDocument {
  if (text.length > MAX_TEXT_LENGTH) throw readErrors.tooLarge(fileName, `${MAX_TEXT_LENGTH / 10_000} 万字`)
  if (!/\S/.test(text.replace(/\ufeff/g, ''))) throw readErrors.empty(fileName)
  const lines = text.split(/\r\n|[\n\r\v\u2028\u2029\u0085]/).flatMap(partPages)
  return { format, structured: false, lines: lines.map((line) => ({ text: line })), dropped: [], warnings: [] }
}

/** What ends before a form feed: a sentence, or a mark that brackets or quotes one. */
const CLOSED = /[。！？；：!?;:…”’」』）)》]$/
/** What begins a page of its own, without a number that says so. */
const OPENING = /^(?:目\s*[录錄]|[前序]\s*言|后\s*记|附\s*[件表录錄图注])/
/** The indent of a paragraph. Behind it the clean-up parts lines of this length: then it need not be parted here. */
const INDENT = /^(?:\u3000{2}| {4})/
const LONG_LINE = 50

/** The lines that form feeds make of one: where a page ended in mid-sentence, or above a paragraph of a long line, the line goes on. */
function partPages(line: string): string[] {
  if (!line.includes('\f')) return [line]
  const lines: string[][] = []
  for (const page of line.split('\f')) {
    const [pages, above] = [lines.at(-1), lines.at(-1)?.at(-1)]
    if (pages !== undefined && above !== undefined && goesOn(above, page)) pages.push(page)
    else lines.push([page])
  }
  return lines.map((pages) => pages.join(''))
}

function goesOn(above: string, page: string): boolean {
  if (above.trim() === '' || page.trim() === '') return false
  if (/^\s/.test(page)) return INDENT.test(page) && above.length + page.length >= LONG_LINE
  return !/\s$/.test(above) && !CLOSED.test(above) && readLabel(page) === null && !OPENING.test(page)
}

/** Control characters that no text holds: all below the blank but tab, line breaks and the escape that some editors leave. */
function countControls(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) count += 1
  }
  return count
}
