import { TextDecoder } from 'node:util'
import { decodeText } from '../decode-text.ts'

/** Bytes in which a page must declare its encoding (WHATWG HTML looks at 1024; saved pages put comments first). */
const HEAD = 4096
/** Share of undecodable characters up to which a page counts as slightly damaged text. */
const MAX_BROKEN = 0.005

/** The text of a page, and how many of its characters could not be decoded. */
export interface DecodedPage {
  readonly text: string
  readonly broken: number
}

/**
 * Decodes a page: strictly as text files are, because browsers save pages as UTF-8 under their old declaration;
 * failing that by the declared (or given) encoding, a few broken characters allowed. Null when it is no text.
 */
export function decodePage(bytes: Uint8Array, charset?: string): DecodedPage | null {
  const declared = charset ?? declaredCharset(bytes)
  const decoder = decoderFor(declared)
  if (decoder === null || /^(?:utf-?(?:8|16)|gb)/i.test(declared ?? '')) {
    const strict = decodeText(bytes)
    if (strict !== null && !strict.cut) return { text: strict.text, broken: 0 }
  }
  const text = (decoder ?? new TextDecoder('utf-8')).decode(bytes)
  const broken = text.split('\ufffd').length - 1
  return broken <= text.length * MAX_BROKEN ? { text, broken } : null
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
  return (/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head))?.[1]
}

function decoderFor(charset: string | undefined): TextDecoder | null {
  if (charset === undefined) return null
  try {
    return new TextDecoder(charset)
  } catch {
    return null
  }
}
