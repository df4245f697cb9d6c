import type { IncomingMessage } from 'node:http'
import type { Channel } from '../../shared/contract/channels.ts'
import { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from '../../shared/text/limits.ts'

/** Envelope, names and numbers around the bulk of a message. */
const ENVELOPE_BYTES = 64 * 1024
/** A UTF-16 unit is at most three bytes of UTF-8, and six as a JSON escape; `import:paste` carries two texts. */
const TEXT_BYTES = 2 * 3 * MAX_TEXT_LENGTH

/** Calls that carry a file. */
const UPLOADS: ReadonlySet<Channel> = new Set(['files:add', 'files:unpack'])

/** What a call may weigh, so that a runaway page cannot fill the memory. */
export function bodyLimit(channel: Channel): number {
  return (UPLOADS.has(channel) ? MAX_FILE_BYTES : TEXT_BYTES) + ENVELOPE_BYTES
}

/** The whole body, or null when it is longer than `limit` (the rest is read and thrown away, so that the answer arrives). */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return length <= limit ? Buffer.concat(chunks, length) : null
}
