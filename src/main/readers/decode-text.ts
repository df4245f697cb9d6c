/** How a text file was encoded. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** The last character is not whole: the file was cut off when it was copied or downloaded. */
  readonly cut: boolean
}

/** Bytes looked at to guess UTF-16 without a byte order mark. */
const SAMPLE = 4096

/**
 * Decodes the bytes of a text file: by byte order mark, then UTF-16 by the place of its zero bytes, then strict
 * UTF-8, then GB18030 (which holds GBK and GB2312) or Big5, whichever gives the commoner words. Null when the bytes are
 * no text in any of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return decodeAs(marked, bytes)
  const wide = guessUtf16(bytes)
  if (wide !== null) return decodeAs(wide, bytes)
  const utf8 = decodeAs('utf-8', bytes)
  if (utf8 !== null && (!utf8.cut || countCommon(utf8.text) >= MIN_COMMON)) return utf8
  return commoner(decodeAs('gb18030', bytes), decodeAs('big5', bytes))
}

/** Words that every official text is full of, in both scripts: an eighth of its characters. Of bytes read in a wrong encoding they make up nothing. */
const COMMON = /[的一和在不人大中年全工作建政府会會发發展市县縣]/g
const MIN_COMMON = 5

function countCommon(text: string): number {
  return text.match(COMMON)?.length ?? 0
}

/** Nearly all bytes of Big5 are some characters in GB18030 too, so that only the words tell them apart. */
function commoner(mainland: DecodedText | null, taiwan: DecodedText | null): DecodedText | null {
  if (mainland === null || taiwan === null) return mainland
  const words = countCommon(taiwan.text)
  return words >= MIN_COMMON && words > countCommon(mainland.text) * 2 ? taiwan : mainland
}

function byteOrderMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 text has line breaks, digits and blanks whose high byte is zero, always on the same side, and no other zero
 * bytes but the low byte of a few characters (一 is 4E00); Chinese text is told by its high bytes lying in the range of Han characters.
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
  const units = length / 2
  const weight = (side: number) => (zeros[side] ?? 0) + (chinese[side] ?? 0)
  const high = weight(1) > weight(0) ? 1 : 0
  const low = 1 - high
  if ((zeros[low] ?? 0) > units * MAX_LOW_ZEROS) return null
  return weight(high) >= units * 0.6 ? (high === 1 ? 'utf-16le' : 'utf-16be') : null
}

/** Characters whose low byte is zero (一 above all) are at most so many of all. */
const MAX_LOW_ZEROS = 0.1

/** Strictly, but for a last character of which bytes are missing. */
function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText | null {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let text: string
  try {
    text = decoder.decode(bytes, { stream: true })
  } catch {
    return null
  }
  try {
    return { text: text + decoder.decode(), encoding, cut: false }
  } catch {
    return { text, encoding, cut: true }
  }
}
