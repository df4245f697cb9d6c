import type { RawDocument } from '../../shared/text/raw-document.ts'
import { rawFromText } from './text-reader.ts'

/**
 * Reads pasted plain text.
 * @throws DuigaoError `file-empty` or `file-too-large`
 */
export function readClipboard(text: string): RawDocument {
  return rawFromText(text, '剪贴板', 'clipboard')
}
