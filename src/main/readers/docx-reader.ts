import type { DroppedText, RawDocument } from '../../shared/text/raw-document.ts'
import { type DocxParts, documentLines } from './docx/document-lines.ts'
import { readNumbering } from './docx/numbering.ts'
import { openZip } from './docx/open-zip.ts'
import { readStyles } from './docx/styles.ts'
import { child, childrenOf, parseXml, type XmlElement, XmlError } from './docx/xml-tree.ts'
import { readErrors } from './read-errors.ts'

const DOCUMENT = 'word/document.xml'
const WANTED = /^word\/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/

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
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'tcPrChange',
  'trPrChange',
])

/**
 * Reads a Word document (ECMA-376): paragraphs with the numbers Word generates, headings by style, tables as rows, notes
 * after their paragraph. Tracked changes are accepted; deleted, hidden and repeated text is counted as dropped.
 * @throws DuigaoError `file-damaged`, `file-too-large`, `file-unsupported` or `file-empty`
 */
export function readDocx(bytes: Uint8Array, fileName: string): RawDocument {
  const { names, parts } = openZip(bytes, fileName, (name) => WANTED.test(name))
  const main = parts[DOCUMENT]
  if (main === undefined) throw missingDocument(names, fileName)
  try {
    return readParts(main, parts, fileName)
  } catch (error) {
    if (error instanceof XmlError) throw readErrors.damaged(fileName, '文档内容的 XML 不合规范', error)
    throw error
  }
}

function readParts(main: Uint8Array, parts: Readonly<Record<string, Uint8Array>>, fileName: string): RawDocument {
  const xml = (name: string): XmlElement | undefined => {
    const part = parts[name]
    return part === undefined ? undefined : parseXml(part, SKIPPED)
  }
  const body = child(child(parseXml(main, SKIPPED), 'document'), 'body')
  if (body === undefined) throw readErrors.damaged(fileName, '缺少正文')
  const context: DocxParts = {
    styles: readStyles(xml('word/styles.xml')),
    numbering: readNumbering(xml('word/numbering.xml')),
    notes: new Map([
      ...notesOf(xml('word/footnotes.xml'), 'footnote'),
      ...notesOf(xml('word/endnotes.xml'), 'endnote'),
    ]),
  }
  const { lines, dropped } = documentLines(body, context)
  if (lines.every((line) => line.text.trim() === '')) throw readErrors.empty(fileName)
  const outside = Object.keys(parts).flatMap((name) => outsideText(name, xml(name)))
  return { format: 'docx', structured: true, lines, dropped: [...dropped, ...outside], warnings: [] }
}

function notesOf(root: XmlElement | undefined, kind: 'footnote' | 'endnote'): [string, XmlElement][] {
  return childrenOf(child(root, `${kind}s`), kind)
    .filter((note) => note.attributes['type'] === undefined || note.attributes['type'] === 'normal')
    .map((note) => [`${kind}:${note.attributes['id'] ?? ''}`, note])
}

/** Text outside the body that is left out: running heads and remarks. */
function outsideText(name: string, root: XmlElement | undefined): DroppedText[] {
  const reason = /header|footer/.test(name) ? 'header-footer' : /comments/.test(name) ? 'comment' : null
  if (reason === null || root === undefined) return []
  const parts: DocxParts = { styles: new Map(), numbering: readNumbering(undefined), notes: new Map() }
  return documentLines(root, parts)
    .lines.filter((line) => line.text.trim() !== '')
    .map((line) => ({ reason, text: line.text }))
}

function missingDocument(names: readonly string[], fileName: string): Error {
  if (names.some((name) => name.startsWith('xl/'))) return readErrors.unsupported(fileName, 'Excel 表格')
  if (names.some((name) => name.startsWith('ppt/'))) return readErrors.unsupported(fileName, '演示文稿')
  if (names.some((name) => name === 'OFD.xml')) return readErrors.unsupported(fileName, 'OFD 版式文件')
  if (/\.docx$/i.test(fileName)) return readErrors.damaged(fileName, '压缩包里没有 word/document.xml')
  return readErrors.unsupported(fileName, '压缩包')
}
