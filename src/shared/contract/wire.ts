/**
 * How a value of the contract travels over HTTP: four bytes with the length of the JSON (big endian), the JSON in UTF-8,
 * then the bytes of every Uint8Array one after the other. The JSON is `{ value, bytes: [{ path, length }] }`, with null
 * where a Uint8Array stood, so no string in the data can be mistaken for one.
 *
 * Encoding and decoding of UTF-8 are arguments because this folder knows neither Node nor the DOM.
 */
export const WIRE_MEDIA_TYPE = 'application/vnd.duigao.wire'

const HEADER_BYTES = 4

type Path = readonly (string | number)[]
interface Envelope {
  readonly value: unknown
  readonly bytes: readonly { readonly path: Path; readonly length: number }[]
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Replaces every Uint8Array below `value` by null and notes where it stood. */
function extract(value: unknown, path: Path, found: { path: Path; part: Uint8Array }[]): unknown {
  if (value instanceof Uint8Array) {
    found.push({ path, part: value })
    return null
  }
  if (Array.isArray(value)) return value.map((entry: unknown, index) => extract(entry, [...path, index], found))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, extract(entry, [...path, key], found)]))
}

/** Puts `part` where `path` points; throws when the path does not exist, so that nothing but own fields is ever set. */
function restore(envelope: Record<string, unknown>, path: Path, part: Uint8Array): void {
  let holder = envelope
  let key: string | number = 'value'
  for (const step of path) {
    const next = holder[key]
    if (!isPlain(next) || !Object.hasOwn(next, step)) throw new RangeError('wire: a path leads nowhere')
    holder = next
    key = step
  }
  holder[key] = part
}

export function encodeWire(value: unknown, utf8: (text: string) => Uint8Array): Uint8Array {
  const found: { path: Path; part: Uint8Array }[] = []
  const envelope: Envelope = {
    value: extract(value, [], found),
    bytes: found.map(({ path, part }) => ({ path, length: part.byteLength })),
  }
  const json = utf8(JSON.stringify(envelope))
  const total = found.reduce((sum, { part }) => sum + part.byteLength, HEADER_BYTES + json.byteLength)
  const message = new Uint8Array(total)
  new DataView(message.buffer).setUint32(0, json.byteLength)
  message.set(json, HEADER_BYTES)
  let offset = HEADER_BYTES + json.byteLength
  for (const { part } of found) {
    message.set(part, offset)
    offset += part.byteLength
  }
  return message
}

/** The value that was encoded. Throws on anything that `encodeWire` cannot have written. */
export function decodeWire(message: Uint8Array, text: (utf8: Uint8Array) => string): unknown {
  if (message.byteLength < HEADER_BYTES) throw new RangeError('wire: too short')
  const length = new DataView(message.buffer, message.byteOffset, message.byteLength).getUint32(0)
  let offset = HEADER_BYTES + length
  if (offset > message.byteLength) throw new RangeError('wire: the JSON is cut short')
  const envelope = JSON.parse(text(message.subarray(HEADER_BYTES, offset))) as Record<string, unknown> & Envelope
  if (!isPlain(envelope) || !Array.isArray(envelope.bytes)) throw new RangeError('wire: no envelope')
  for (const { path, length: size } of envelope.bytes) {
    if (!Array.isArray(path) || !Number.isInteger(size) || size < 0 || offset + size > message.byteLength)
      throw new RangeError('wire: bytes are missing')
    // Copied, not sliced: a slice of Node's Buffer would be a Buffer that shares the whole message.
    restore(envelope, path, new Uint8Array(message.subarray(offset, offset + size)))
    offset += size
  }
  if (offset !== message.byteLength) throw new RangeError('wire: too long')
  return envelope.value
}
