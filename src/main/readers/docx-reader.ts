import { DuigaoError } from '../../shared/contract/errors.ts'
import type { DroppedText, RawDocument, RawLine, ReadWarning } from '../../shared/text/raw-document.ts'
import { takeMarks, withoutMarks } from './docx/comment-marks.ts'
import { placeComments } from './docx/comments.ts'
import type { Chunk, DocxParts } from './docx/document-context.ts'
import { type DocxLines, documentLines } from './docx/document-lines.ts'
import { NO_NUMBERING, readNumbering } from './docx/numbering.ts'
import { openWordPackage, type WordPackage } from './docx/package-parts.ts'
import { countRevisions } from './docx/revisions.ts'
import { readStyles } from './docx/styles.ts'
import { child, childrenOf, parseXml, type XmlElement, XmlError } from './docx/xml-tree.ts'
import { readErrors } from './read-errors.ts'

/** Elements without text: geometry, properties of fonts and sections, markers. */
const SKIPPED: ReadonlySet<string> = new Set([
  'sectPr',
  'rFonts',
  'proofErr',
  'bookmarkStart',
  'bookmarkEnd',
  'tblPr',
  'tblGrid',
  'tblPrEx',
  'spPr',
  'bodyPr',
  'docDefaults',
  'latentStyles',
  'sectPrChange',
  'tblPrChange',
  'tcPrChange',
  'trPrChange',
])

/** Reads a document that is embedded whole, by the name of its part; null when no reader reads it. May throw a DuigaoError. */
export type ReadChunk = (bytes: Uint8Array, part: string) => Chunk | null

/**
 * Reads a Word document (ECMA-376): paragraphs with the numbers Word generates, headings by style, tables as rows, notes
 * after their paragraph. Tracked changes are accepted; deleted, hidden and repeated text is counted as dropped, and the
 * text before the changes is handed over too. Remarks are handed over with their places.
 * @throws DuigaoError `file-damaged`, `file-too-large`, `file-unsupported` or `file-empty`
 */
export function readDocx(bytes: Uint8Array, fileName: string, readChunk: ReadChunk = () => null): RawDocument {
  try {
    const opened = openWordPackage(bytes, fileName)
    const main = opened.main === undefined ? undefined : opened.bytes(opened.main)
    if (main === undefined) throw missingDocument(opened.names, fileName)
    return readPackage(opened, main, fileName, readChunk)
  } catch (error) {
    if (error instanceof XmlError) throw readErrors.damaged(fileName, '文档内容的 XML 不合规范', error)
    throw error
  }
}

function readPackage(opened: WordPackage, main: Uint8Array, fileName: string, readChunk: ReadChunk): RawDocument {
  const body = child(childrenOf(parseXml(main, SKIPPED), 'document')[0], 'body')
  if (body === undefined) throw readErrors.damaged(fileName, '缺少正文')
  const xml = partsByType(opened)
  const { chunks, warnings } = readChunks(opened, readChunk)
  const [numbering] = xml('numbering')
  const notes = [...notesOf(xml('footnotes')[0], 'footnote'), ...notesOf(xml('endnotes')[0], 'endnote')]
  const parts: DocxParts = {
    styles: readStyles(xml('styles')[0]),
    numbering: () => readNumbering(numbering),
    notes: new Map(notes),
    chunks,
  }
  const accepted = documentLines(body, parts, 'accepted')
  const { lines, places } = takeMarks(accepted.lines)
  if (lines.every((line) => line.text.trim() === '')) throw readErrors.empty(fileName)
  const heads = [...xml('header'), ...xml('footer')].flatMap((root) => outsideText(root, 'header-footer'))
  const remarks = xml('comments').flatMap((root) => outsideText(root, 'comment'))
  const numberOf = new Map(accepted.marks.ids.map((id, number) => [id, number]))
  const comments = placeComments(
    { comments: xml('comments')[0], extended: xml('commentsExtended')[0], textOf: plainText },
    lines,
    (id) => places.get(numberOf.get(id) ?? -1),
  )
  const count = countRevisions([body, ...notes.map(([, note]) => note)])
  return {
    format: 'docx',
    structured: true,
    lines,
    dropped: [...accepted.dropped, ...heads, ...remarks],
    warnings,
    ...(comments.length === 0 ? {} : { comments }),
    ...(count === null ? {} : { revisions: { ...count, before: rejected(body, parts) } }),
  }
}

function rejected(body: XmlElement, parts: DocxParts): readonly RawLine[] {
  return takeMarks(documentLines(body, parts, 'rejected').lines).lines
}

/** Parses the parts of a type when they are asked for. */
function partsByType({ references, bytes }: WordPackage): (type: string) => XmlElement[] {
  return (type) =>
    references
      .filter((reference) => reference.type === type)
      .flatMap(({ part }) => bytes(part) ?? [])
      .map((part) => parseXml(part, SKIPPED))
}

const UNREADABLE_CHUNK: ReadWarning = {
  code: 'embedded-document',
  message: '文档里嵌入了无法读取的其他文档，那一部分没有导入。请用 Word 打开后另存，再重新导入。',
}

function readChunks({ references, bytes }: WordPackage, read: ReadChunk) {
  const chunks = new Map<string, Chunk>()
  const warnings: ReadWarning[] = []
  for (const { id, type, part } of references) {
    const content = type === 'aFChunk' ? bytes(part) : undefined
    if (content === undefined) continue
    const chunk = tryChunk(() => read(content, part))
    if (chunk === null) warnings.push(UNREADABLE_CHUNK)
    else chunks.set(id, chunk)
  }
  return { chunks, warnings }
}

function tryChunk(read: () => Chunk | null): Chunk | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof DuigaoError) return null
    throw error
  }
}

function notesOf(root: XmlElement | undefined, kind: 'footnote' | 'endnote'): [string, XmlElement][] {
  return childrenOf(child(root, `${kind}s`), kind)
    .filter((note) => note.attributes['type'] === undefined || note.attributes['type'] === 'normal')
    .map((note) => [`${kind}:${note.attributes['id'] ?? ''}`, note])
}

const BARE: DocxParts = {
  styles: readStyles(undefined),
  numbering: () => NO_NUMBERING,
  notes: new Map(),
  chunks: new Map(),
}

/** Text outside the body that is left out: running heads and remarks. */
function outsideText(root: XmlElement, reason: 'header-footer' | 'comment'): DroppedText[] {
  const read: DocxLines = documentLines(root, BARE, 'accepted')
  const texts = [...read.lines, ...read.dropped].map((piece) => withoutMarks(piece.text))
  return texts.filter((text) => text.trim() !== '').map((text) => ({ reason, text }))
}

function plainText(part: XmlElement): string {
  return documentLines(part, BARE, 'accepted')
    .lines.map((line) => withoutMarks(line.text).trim())
    .filter((text) => text !== '')
    .join('\n')
}

function missingDocument(names: readonly string[], fileName: string): Error {
  if (names.some((name) => name.startsWith('xl/'))) return readErrors.unsupported(fileName, 'Excel 表格')
  if (names.some((name) => name.startsWith('ppt/'))) return readErrors.unsupported(fileName, '演示文稿')
  if (names.some((name) => name === 'OFD.xml')) return readErrors.unsupported(fileName, 'OFD 版式文件')
  if (/\.docx$/i.test(fileName)) return readErrors.damaged(fileName, '压缩包里没有 word/document.xml')
  return readErrors.unsupported(fileName, '压缩包')
}
