import { countNonBlank } from '../../shared/text/characters.ts'
import type { RawDocument } from '../../shared/text/raw-document.ts'
import { decodePage } from './html/decode-page.ts'
import { mimeParts } from './html/mht-parts.ts'
import { rawFromPage } from './html-reader.ts'
import { readErrors } from './read-errors.ts'

/** Frames of a page: an article and its site's bars. A web archive with more is none. */
const MAX_FRAMES = 20

/**
 * Reads a web archive (.mht): of its pages (a frame is a page) the one with the most text; the others are counted as dropped.
 * @throws DuigaoError `file-damaged`, `file-empty`, `file-not-text` or `file-too-large`
 */
export function readMht(bytes: Uint8Array, fileName: string): RawDocument {
  const pages = (mimeParts(bytes) ?? []).filter((part) => /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type))
  if (pages.length === 0) throw readErrors.damaged(fileName, '网页归档里没有网页')
  const documents = pages.slice(0, MAX_FRAMES).flatMap((page) => {
    const decoded = decodePage(page.bytes, page.charset)
    return decoded === null ? [] : readFrame(decoded.text, fileName, decoded.broken)
  })
  const sizes = documents.map((document) => document.lines.reduce((sum, line) => sum + countNonBlank(line.text), 0))
  const main = documents[sizes.indexOf(Math.max(...sizes))]
  if (main === undefined) throw readErrors.empty(fileName)
  const others = documents.filter((document) => document !== main)
  const frames = others.flatMap((document) => [
    ...document.lines.map((line) => ({ reason: 'other-frame', text: line.text })),
    ...document.dropped.map((piece) => ({ reason: 'other-frame', text: piece.text })),
  ])
  return { ...main, dropped: [...main.dropped, ...frames] }
}

/** A frame without text (a banner of pictures) is no error of the archive. */
function readFrame(html: string, fileName: string, broken: number): RawDocument[] {
  return /\S/.test(html.replace(/<[^>]*>/g, '')) ? tryPage(html, fileName, broken) : []
}

function tryPage(html: string, fileName: string, broken: number): RawDocument[] {
  try {
    return [rawFromPage(html, fileName, 'mht', broken)]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'file-empty') return []
    throw error
  }
}
