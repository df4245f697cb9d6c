const ZERO = 48
const NINE = 57
const COMMA = 44
const POINT = 46

/** Where a key is written with its numbers as one character each; grows with the longest key. */
let buffer = new Uint16Array(4096)

/**
 * The shingles of a key: every `width` characters in a row, hashed, ascending, repeated ones repeated. Numbers count as
 * one character, so a changed figure makes nobody a stranger. A key shorter than a shingle is one shingle.
 */
export function shinglesOf(key: string, width: number): Int32Array {
  const length = writeNumbersAsOne(key)
  const size = Math.min(width, length)
  const shingles = new Int32Array(length - size + (length > 0 ? 1 : 0))
  for (let i = 0; i < shingles.length; i += 1) {
    let hash = size
    for (let k = i; k < i + size; k += 1) hash = Math.imul(hash ^ (buffer[k] as number), 0x9e3779b1) ^ (hash >>> 15)
    shingles[i] = hash
  }
  return shingles.sort()
}

/** An ascending list without repetitions. */
export function distinct(shingles: Int32Array): Int32Array {
  let count = 0
  for (let i = 0; i < shingles.length; i += 1) if (i === 0 || shingles[i] !== shingles[i - 1]) count += 1
  if (count === shingles.length) return shingles
  const result = new Int32Array(count)
  let at = 0
  for (let i = 0; i < shingles.length; i += 1) {
    if (i === 0 || shingles[i] !== shingles[i - 1]) result[at++] = shingles[i] as number
  }
  return result
}

/** Writes the key into the buffer with each run of digits (and a decimal point or comma inside it) as a single 0. */
function writeNumbersAsOne(key: string): number {
  if (buffer.length < key.length) buffer = new Uint16Array(key.length * 2)
  let length = 0
  let inNumber = false
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i)
    if (code >= ZERO && code <= NINE) {
      if (!inNumber) buffer[length++] = ZERO
      inNumber = true
    } else if (!(inNumber && (code === COMMA || code === POINT) && isDigit(key.charCodeAt(i + 1)))) {
      buffer[length++] = code
      inNumber = false
    }
  }
  return length
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}
