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
  let key = ''
  let kept = start
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i)
    const folded = lookUp(code)
    if (folded === code) continue
    if (kept < i) key += text.slice(kept, i)
    if (folded !== UNSEEN) key += String.fromCharCode(folded)
    kept = i + 1
  }
  return kept === start ? text.slice(start, end) : key + text.slice(kept, end)
}

/** Writes the places of the characters that a key of the stretch is made of into `places` from `at` on; returns where it ends. */
export function writeSeenPlaces(text: string, start: number, end: number, places: Int32Array, at: number): number {
  let next = at
  for (let i = start; i < end; i += 1) if (lookUp(text.charCodeAt(i)) !== UNSEEN) places[next++] = i
  return next
}
