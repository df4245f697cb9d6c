/** One part of a MIME message: its decoded bytes and what its headers say of them. */
export interface MimePart {
  readonly type: string
  readonly charset: string | undefined
  readonly location: string | undefined
  readonly bytes: Uint8Array
}

const MAX_DEPTH = 4
const MAX_PARTS = 2000

/**
 * Splits a web archive (.mht, RFC 2557) into its parts. Null when the bytes are no MIME message.
 */
export function mimeParts(bytes: Uint8Array): MimePart[] | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const parts: MimePart[] = []
  if (!collect(text, parts, 0)) return null
  return parts
}

function collect(text: string, parts: MimePart[], depth: number): boolean {
  const split = /\r?\n\r?\n/.exec(text)
  if (split === null || depth > MAX_DEPTH || parts.length > MAX_PARTS) return false
  const headers = readHeaders(text.slice(0, split.index))
  const type = headers.get('content-type') ?? ''
  if (type === '') return false
  const body = text.slice(split.index + split[0].length)
  const boundary = parameter(type, 'boundary')
  if (/^multipart\//i.test(type) && boundary !== undefined) {
    const pieces = body.split(`--${boundary}`).slice(1)
    for (const piece of pieces) {
      if (piece.startsWith('--')) break
      collect(piece.replace(/^[ \t]*\r?\n/, ''), parts, depth + 1)
    }
    return true
  }
  parts.push({
    type: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: parameter(type, 'charset'),
    location: headers.get('content-location'),
    bytes: decodeBody(body, headers.get('content-transfer-encoding') ?? ''),
  })
  return true
}

/** Header lines by lower-case name; a line that begins with a blank continues the one before. */
function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const found = /^([\w-]+):\s*(.*)$/.exec(line)
    if (found !== null) headers.set((found[1] ?? '').toLowerCase(), found[2] ?? '')
  }
  return headers
}

function parameter(value: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value)
  return found?.[1] ?? found?.[2]
}

function decodeBody(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase()
  if (name === 'base64') return Buffer.from(body, 'base64')
  if (name === 'quoted-printable') return Buffer.from(decodeQuoted(body), 'latin1')
  return Buffer.from(body, 'latin1')
}

function decodeQuoted(body: string): string {
  return body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
