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
