import { foldText } from './search-terms.ts'

/*
 * What is kept of a text so that one nearly the same is found again without reading every text. Whoever changes what a sketch
 * holds adds a migration that makes them anew.
 */

/** Characters of one piece: an edit touches this many pieces, and pieces of this length are rare enough to tell texts apart. */
const PIECE = 6
/** Hashes kept: the estimate is off by three hundredths at most times (the square root of s(1−s)/256). */
const KEPT = 256
/** Hashes gathered before the largest of them are thrown away. */
const BUFFER = KEPT * 16

/** Mixes a hash so that its order says nothing of the text (finalizer of MurmurHash3, Austin Appleby, public domain). */
function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The smallest distinct hashes among the first `count` of the buffer, in order, at its beginning; how many there are. */
function condense(buffer: Uint32Array, count: number): number {
  buffer.subarray(0, count).sort()
  let kept = 0
  for (let i = 0; i < count && kept < KEPT; i += 1)
    if (i === 0 || buffer[i] !== buffer[i - 1]) buffer[kept++] = buffer[i] ?? 0
  return kept
}

/**
 * The smallest hashes of a text's pieces (bottom-k sketch: Broder, On the resemblance and containment of documents, 1997), in
 * ascending order. Blanks, case and width do not count. Empty for a text shorter than one piece.
 */
export function sketchText(text: string): Uint32Array {
  const bare = foldText(text).replace(/\s+/g, '')
  const buffer = new Uint32Array(BUFFER)
  let count = 0
  let limit = 0xffffffff
  for (let end = PIECE; end <= bare.length; end += 1) {
    let hash = 0x811c9dc5
    for (let i = end - PIECE; i < end; i += 1) hash = Math.imul(hash ^ bare.charCodeAt(i), 0x01000193)
    const mixed = mix(hash)
    if (mixed > limit) continue
    buffer[count++] = mixed
    if (count < BUFFER) continue
    count = condense(buffer, count)
    limit = buffer[count - 1] ?? limit
  }
  return buffer.slice(0, condense(buffer, count))
}

/**
 * How much two texts have in common, 0 to 1, estimated from their sketches: the share of pieces that are in both among all that
 * are in either.
 */
export function sketchLikeness(a: Uint32Array, b: Uint32Array): number {
  let i = 0
  let j = 0
  let seen = 0
  let both = 0
  while (seen < KEPT && (i < a.length || j < b.length)) {
    const x = a[i] ?? Number.POSITIVE_INFINITY
    const y = b[j] ?? Number.POSITIVE_INFINITY
    if (x === y) both += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
    seen += 1
  }
  return seen === 0 ? 0 : both / seen
}

/** A sketch as bytes, little-endian as on every machine this runs on. */
export function sketchBytes(sketch: Uint32Array): Uint8Array {
  return new Uint8Array(sketch.buffer, sketch.byteOffset, sketch.byteLength)
}

/** The sketch of such bytes, which may lie anywhere. */
export function sketchOfBytes(bytes: Uint8Array): Uint32Array {
  // A copy: SQLite's bytes need not lie at a multiple of four.
  return new Uint32Array(new Uint8Array(bytes).buffer)
}
