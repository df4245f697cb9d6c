import { CLOSED_END, countNonBlank } from '../../shared/text/characters.ts'
import { MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'
import type { DroppedText, Format, RawDocument, RawLine, ReadWarning } from '../../shared/text/raw-document.ts'
import { decodePage } from './html/decode-page.ts'
import { findMainText, isClutterLine } from './html/main-text.ts'
import { type PageLine, pageLines } from './html/page-lines.ts'
import { measurePage } from './html/page-measure.ts'
import { elementsOf, type PageElement, PageLimitError, parsePage, textUnder } from './html/page-node.ts'
import { pageTitles, placeTitle } from './html/page-title.ts'
import { findRepeatedArticle } from './html/repeated-article.ts'
import { readErrors } from './read-errors.ts'

/**
 * Reads a saved web page: its main text as lines, tables as rows; the site's frame, hidden text and second copies of the
 * article are counted as dropped.
 * @throws DuigaoError `file-empty`, `file-not-text`, `file-damaged` or `file-too-large`
 */
export function readHtml(bytes: Uint8Array, fileName: string): RawDocument {
  const decoded = decodePage(bytes)
  if (decoded === null) throw readErrors.notText(fileName, '无法识别的编码')
  return rawFromPage(decoded.text, fileName, 'html', decoded.broken)
}

/** The same for a page already decoded; `broken` counts characters that could not be. */
export function rawFromPage(html: string, fileName: string, format: Format, broken = 0): RawDocument {
  if (html.length > MAX_TEXT_LENGTH * 4) throw readErrors.tooLarge(fileName, `${(MAX_TEXT_LENGTH * 4) / 10_000} 万字`)
  try {
    return readPage(html, fileName, format, broken)
  } catch (error) {
    if (error instanceof PageLimitError) throw readErrors.damaged(fileName, error.message, error)
    throw error
  }
}

function readPage(html: string, fileName: string, format: Format, broken: number): RawDocument {
  const page = parsePage(html)
  const elements = [...elementsOf(page)]
  const body = elements.find((element) => element.tagName === 'body' || element.tagName === 'frameset')
  if (body === undefined) throw readErrors.empty(fileName)
  const measures = measurePage(body)
  const { main, reason } = findMainText(body, measures)
  const inside = pageLines(main, { measures, reason })
  const { kept, dropped } = leaveOutClutter(inside.lines)
  if (kept.length === 0) throw readErrors.empty(fileName)
  const outside = main === body ? [] : outsideText(body, main, { measures, reason })
  const placed = placeTitle(kept, outside, pageTitles(page))
  const length = placed.lines.reduce((sum, line) => sum + line.text.length, 0)
  if (length > MAX_TEXT_LENGTH) throw readErrors.tooLarge(fileName, `${MAX_TEXT_LENGTH / 10_000} 万字`)
  return {
    format,
    structured: isStructured(kept),
    lines: placed.lines.map(withoutBreak),
    dropped: [...titleText(elements), ...placed.dropped, ...inside.dropped, ...dropped],
    warnings: broken > 0 ? [brokenWarning(broken)] : [],
  }
}

/** Lines at the ends of the main text that only pages have, and a second copy of the article. */
const EDGE_LINES = 8

function leaveOutClutter(lines: readonly PageLine[]): { kept: PageLine[]; dropped: DroppedText[] } {
  const repeated = findRepeatedArticle(lines.map((line) => line.text))
  const kept: PageLine[] = []
  const dropped: DroppedText[] = []
  lines.forEach((line, index) => {
    const edge = index < EDGE_LINES || index >= lines.length - EDGE_LINES
    if (repeated !== null && index >= repeated.start && index < repeated.end) {
      dropped.push({ reason: 'repeated-text', text: line.text })
    } else if (edge && isClutterLine(line.text)) dropped.push({ reason: 'web-clutter', text: line.text })
    else kept.push(line)
  })
  return { kept, dropped }
}

/** The lines of the page beside its main text. */
function outsideText(
  body: PageElement,
  main: PageElement,
  context: Parameters<typeof pageLines>[1],
): readonly DroppedText[] {
  const MAIN = 'main-text'
  const { lines, dropped } = pageLines(body, {
    measures: context.measures,
    reason: (element) => {
      if (element === main) return MAIN
      return context.reason(element) === 'hidden-text' ? 'hidden-text' : null
    },
  })
  const clutter = lines.map((line) => ({ reason: 'web-clutter', text: line.text }))
  return [...clutter, ...dropped.filter((piece) => piece.reason !== MAIN)]
}

function titleText(elements: readonly PageElement[]): DroppedText[] {
  const title = elements.find((element) => element.tagName === 'title')
  const text = title === undefined ? '' : textUnder(title).trim()
  return text === '' ? [] : [{ reason: 'page-title', text }]
}

/** Share of the text in lines ended by breaks from which these decide, and of them that end like paragraphs. */
const BROKEN_SHARE = 0.5
const CLOSED_SHARE = 0.5
const MIN_LENGTH = 12

/** Blocks are paragraphs. Lines between breaks are too, unless most of them stop in the middle of a sentence. */
function isStructured(lines: readonly PageLine[]): boolean {
  const size = (some: readonly PageLine[]) => some.reduce((sum, line) => sum + countNonBlank(line.text), 0)
  const broken = lines.filter((line) => line.broken)
  if (size(broken) < size(lines) * BROKEN_SHARE) return true
  const long = broken.filter((line) => line.text.length >= MIN_LENGTH)
  return long.filter((line) => CLOSED_END.test(line.text.trimEnd())).length >= long.length * CLOSED_SHARE
}

function withoutBreak(line: RawLine | PageLine): RawLine {
  const { text, kind, level } = line
  return { text, ...(kind === undefined ? {} : { kind }), ...(level === undefined ? {} : { level }) }
}

function brokenWarning(count: number): ReadWarning {
  return { code: 'broken-characters', message: `有 ${count} 个字无法解码，显示为“\ufffd”，请对照原网页核对。` }
}
