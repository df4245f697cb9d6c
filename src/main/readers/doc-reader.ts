import { MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'
import type { DroppedText, Format, RawDocument } from '../../shared/text/raw-document.ts'
import { flaggedRanges } from './doc/character-flags.ts'
import { type DocContext, type DocLines, docLines } from './doc/doc-lines.ts'
import { countRevisions, readNames } from './doc/doc-revisions.ts'
import { type Fib, PART, readFib, type Story } from './doc/fib.ts'
import { readFormatting } from './doc/formatting.ts'
import { readLists } from './doc/list-tables.ts'
import { readPieces } from './doc/pieces.ts'
import { readReferences } from './doc/references.ts'
import { createStoryText } from './doc/story-text.ts'
import { readStyleSheet } from './doc/style-sheet.ts'
import type { View } from './docx/view.ts'
import { type CompoundFile, OleError, openCompoundFile } from './ole/compound-file.ts'
import { readErrors } from './read-errors.ts'

/**
 * Reads a binary Word document (MS-DOC), as Word 97 to 2003 and WPS Writer (.wps) write it: paragraphs with the numbers
 * Word generates, headings by style, tables as rows, notes after their paragraph. Tracked changes are accepted; deleted
 * and hidden text, running heads and remarks are counted as dropped, and the text before the changes is handed over too.
 * @throws DuigaoError `file-damaged`, `file-too-large`, `file-encrypted`, `file-unsupported` or `file-empty`
 */
export function readDoc(bytes: Uint8Array, fileName: string, format: Format = 'doc'): RawDocument {
  try {
    return readFile(openCompoundFile(bytes), fileName, format)
  } catch (error) {
    if (error instanceof OleError) throw readErrors.damaged(fileName, '文档内部结构不完整', error)
    throw error
  }
}

function readFile(file: CompoundFile, fileName: string, format: Format): RawDocument {
  const fib = readFib(file)
  if (fib.old) throw readErrors.unsupported(fileName, 'Word 95 或更早版本的文档')
  if (fib.encrypted) throw readErrors.encrypted(fileName)
  const pieces = readPieces(fib.part(PART.pieces), fib.main)
  if (pieces.text.length > MAX_TEXT_LENGTH) throw readErrors.tooLarge(fileName, `${MAX_TEXT_LENGTH / 10_000} 万字`)
  const characters = readFormatting(fib.part(PART.characterPages), fib.main, 'characters')
  const flagged = flaggedRanges(characters, pieces)
  const fixed = {
    pieces,
    paragraphs: readFormatting(fib.part(PART.paragraphPages), fib.main, 'paragraphs'),
    styles: readStyleSheet(fib.part(PART.styles)),
    references: readReferences(fib),
  }
  const contextOf = (view: View): DocContext => ({
    ...fixed,
    story: createStoryText(pieces.text, flagged, view),
    numbering: readLists(fib),
  })
  const context = contextOf('accepted')
  const { lines, dropped } = bodyLines(fib, context)
  if (lines.every((line) => line.text.trim() === '')) throw readErrors.empty(fileName)
  const outside = [
    ...outsideText(fib, context, 'headers', 'header-footer'),
    ...outsideText(fib, context, 'headerBoxes', 'header-footer'),
    ...outsideText(fib, context, 'comments', 'comment'),
  ]
  const count = countRevisions(flagged, readNames(fib.part(PART.authors)))
  return {
    format,
    structured: true,
    lines,
    dropped: [...dropped, ...outside],
    warnings: [],
    ...(count === null ? {} : { revisions: { ...count, before: bodyLines(fib, contextOf('rejected')).lines } }),
  }
}

function bodyLines(fib: Fib, context: DocContext): DocLines {
  const { start, length } = fib.stories.text
  return docLines(start, Math.min(start + length, context.pieces.text.length), context)
}

/** Text of a story that is left out: running heads and remarks. */
function outsideText(fib: Fib, context: DocContext, story: Story, reason: string): DroppedText[] {
  const { start, length } = fib.stories[story]
  if (length === 0 || start + length > context.pieces.text.length) return []
  const { lines, dropped } = docLines(start, start + length, { ...context, references: [] })
  return [...dropped, ...lines.filter((line) => line.text.trim() !== '').map(({ text }) => ({ reason, text }))]
}
