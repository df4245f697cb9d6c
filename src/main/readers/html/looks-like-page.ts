/** Bytes in which a page shows what it is. */
const HEAD = 2048

const PAGE =
  /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i
const ARCHIVE = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?content-type:\s*multipart\/related/i

/** What the beginning of a file without a signature shows: a web page, a web archive, or neither (null). */
export function looksLikePage(bytes: Uint8Array): 'html' | 'mht' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = wide ? head.slice(2).replaceAll('\0', '') : head
  if (PAGE.test(text)) return 'html'
  return ARCHIVE.test(text) ? 'mht' : null
}

/** Tags that end a line, as editors of web sites write them around text without a page. */
const BREAK_TAG = /<br\s*\/?>|<\/(?:p|div|h[1-6]|li|tr)>/gi
const MIN_TAGS = 3

/**
 * True for the source of an article as content systems export it: paragraphs told apart by tags, without a page around them. A text that
 * names a tag here and there, or whose own lines are its paragraphs, is none.
 */
export function looksLikeFragment(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const tags = text.match(BREAK_TAG)?.length ?? 0
  if (tags < MIN_TAGS) return false
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  return tags >= lines.length / 2
}
