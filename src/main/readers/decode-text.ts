/** How a text file was encoded. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** Bytes looked at to guess UTF-16 without a byte order mark. */
const SAMPLE = 4096

/**
 * Decodes the bytes of a text file: by byte order mark, then UTF-16 by the place of its zero bytes, then strict
 * UTF-8, then GB18030 (which holds GBK and GB2312). Null when the bytes are no text in any of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return decodeAs(marked, bytes)
  const wide = guessUtf16(bytes)
  if (wide !== null) return decodeAs(wide, bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes)
}

function byteOrderMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 text has line breaks, digits and blanks whose high byte is zero, always on the same side, and no other zero
 * bytes; Chinese text without any of them is told by its high bytes lying in the range of Han characters.
 */
function guessUtf16(bytes: Uint8Array): TextEncoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const length = Math.min(bytes.length, SAMPLE)
  const zeros = [0, 0]
  const chinese = [0, 0]
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0
    const side = i % 2
    if (byte === 0) zeros[side] = (zeros[side] ?? 0) + 1
    if (byte >= 0x4e && byte <= 0x9f) chinese[side] = (chinese[side] ?? 0) + 1
  }
  const [evenZeros = 0, oddZeros = 0] = zeros
  if (evenZeros === 0 && oddZeros === 0) return null
  if (evenZeros > 0 && oddZeros > 0) return null
  const units = length / 2
  const high = oddZeros > 0 ? 1 : 0
  const plausible = (zeros[high] ?? 0) + (chinese[high] ?? 0) >= units * 0.6
  return plausible ? (high === 1 ? 'utf-16le' : 'utf-16be') : null
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}
