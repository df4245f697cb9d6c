const CHINESE = /[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]/
/** What GB18030 bytes give when they happen to be valid UTF-8: letters of two bytes, never Chinese ones, which have three. */
const TWO_BYTE_LETTERS = /[\u0080-\u07ff]/

/**
 * The name of an entry. Without the flag for UTF-8 a name is in the code page of the machine that packed it: GB18030 on a
 * Chinese Windows, UTF-8 all the same on macOS and Linux.
 */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  return nameText(bytes, isUtf8).normalize('NFC')
}

function nameText(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder('utf-8').decode(bytes)
  const strict = decodeStrictly('utf-8', bytes)
  if (strict !== null && (CHINESE.test(strict) || !TWO_BYTE_LETTERS.test(strict))) return strict
  return decodeStrictly('gb18030', bytes) ?? strict ?? new TextDecoder('latin1').decode(bytes)
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The path of an entry with `/` between its folders; null for one that leads out of the archive or is no path at all.
 * A leading `./` goes.
 */
export function safePath(name: string): string | null {
  const parts = name.replaceAll('\\', '/').split('/')
  while (parts[0] === '.') parts.shift()
  const path = parts.join('/')
  if (path === '' || path.length > MAX_PATH || path.startsWith('/') || /^[a-z]:/i.test(path)) return null
  if (parts.some((part) => part === '..' || part === '.')) return null
  return hasControl(path) ? null : path
}

const MAX_PATH = 1000

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) < 0x20) return true
  return false
}
