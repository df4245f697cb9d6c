/** Stands in the table for characters that are left out of every key. */
const UNSEEN = 0xffff
const BLANK_OR_UNSEEN = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/u

/**
 * What each UTF-16 unit is compared as, filled in as units are met: its NFKC form where that is one unit (full width
 * becomes half width), else itself. Unlike NFKC of a whole text it keeps places: unit n of a key is seen unit n of the text.
 */
const table = new Uint16Array(0x10000)

function lookUp(code: number): number {
  const known = table[code] ?? 0
  if (known !== 0) return known
  const character = String.fromCharCode(code)
  const normal = character.normalize('NFKC')
  const folded =
    BLANK_OR_UNSEEN.test(character) || normal.trim() === '' ? UNSEEN : normal.length === 1 ? normal.charCodeAt(0) : code
  table[code] = folded === 0 ? code : folded
  return folded
}

/** Comparison key of a stretch of text: width does not count, blanks and unseen characters are left out. */
export function fold(text: string, start = 0, end = text.length): string {
  const codes = new Uint16Array(end - start)
  let count = 0
  for (let i = start; i < end; i += 1) {
    const folded = lookUp(text.charCodeAt(i))
    if (folded !== UNSEEN) codes[count++] = folded
  }
  return toText(codes.subarray(0, count))
}

/** The places of the characters that a key of the same stretch is made of. */
export function seenPlaces(text: string, start: number, end: number): number[] {
  const places: number[] = []
  for (let i = start; i < end; i += 1) if (lookUp(text.charCodeAt(i)) !== UNSEEN) places.push(i)
  return places
}

/** Arguments that one call of fromCharCode takes without exhausting the stack. */
const CHUNK = 8192

function toText(codes: Uint16Array): string {
  if (codes.length <= CHUNK) return String.fromCharCode(...codes)
  let text = ''
  for (let i = 0; i < codes.length; i += CHUNK) text += String.fromCharCode(...codes.subarray(i, i + CHUNK))
  return text
}
