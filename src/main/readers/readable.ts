import type { RawDocument } from '../../shared/text/raw-document.ts'
import { readErrors } from './read-errors.ts'

/** A text shorter than this is not judged. */
const MIN_LENGTH = 400
/** Official texts have four letters or digits for each mark; a text of little but marks has lost its letters. */
const MIN_LETTERS = 0.5
const MAX_GLYPH_CODES = 0.02
const MAX_UNKNOWN = 0.05

/**
 * Refuses text without usable characters, as PDF exporters make it of fonts that do not say what their glyphs mean: glyph numbers ((cid:31)), marks
 * without words between them, private or replacement characters.
 * @throws DuigaoError `file-no-text`
 */
export function assertReadable(raw: RawDocument, fileName: string): RawDocument {
  const text = raw.lines
    .map((line) => line.text)
    .join('')
    .replace(/\s/g, '')
  if (text.length < MIN_LENGTH) return raw
  const codes = text.match(/\(cid:\d+\)/g)?.length ?? 0
  if (codes > text.length * MAX_GLYPH_CODES) throw readErrors.noText(fileName, '字形编号，没有对应的文字')
  const unknown = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0
  if (unknown > text.length * MAX_UNKNOWN) throw readErrors.noText(fileName, '无法识别的字形')
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < text.length * MIN_LETTERS) throw readErrors.noText(fileName, '几乎只有标点，文字已经丢失')
  return raw
}
