import { fold } from '../../src/shared/diff/units/fold.ts'

/** A place in a raw file: its line, counted from 1, and which of the pieces between wide gaps; the last one without a number. */
export type PlaceName = string

/** Where the places of a raw file stand in a canonical text made from it, whatever the reading did to lines and blanks. */
export interface Places {
  /** The canonical range of a piece; null when its text is not in the canonical text. */
  readonly find: (name: PlaceName) => { readonly start: number; readonly end: number } | null
}

/** Two or more blanks between heading and text, as plans copied from web pages have them. */
const GAP = /[ \u00a0\u3000]{2,}/u

/** Finds pieces by their text without blanks and width, nearest to where the raw file has them. */
export function resolvePlaces(raw: string, canonical: string): Places {
  const lines = raw.split('\n').map((line) => line.replace(/^\ufeff/, ''))
  const before = [0]
  for (const line of lines) before.push((before.at(-1) ?? 0) + fold(line).length)
  const key = fold(canonical)
  const starts = placesOfKey(canonical)
  const find: Places['find'] = (name) => {
    const [line = 0, piece = -1] = name.split('.').map(Number)
    const pieces = (lines[line - 1] ?? '').trim().split(GAP).filter(Boolean)
    const index = piece < 0 ? pieces.length - 1 : piece
    const wanted = fold(pieces[index] ?? '')
    const expected = (before[line - 1] ?? 0) + fold(pieces.slice(0, index).join('')).length
    const at = nearest(key, wanted, expected)
    if (at < 0) return null
    return { start: starts[at] ?? 0, end: (starts[at + wanted.length - 1] ?? 0) + 1 }
  }
  return { find }
}

/** The place of `wanted` in `key` that is nearest to `expected`, or -1. */
function nearest(key: string, wanted: string, expected: number): number {
  if (wanted === '') return -1
  let best = -1
  for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
    if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at
    if (at > expected) break
  }
  return best
}

function placesOfKey(text: string): number[] {
  const places: number[] = []
  for (let i = 0; i < text.length; i += 1) if (fold(text.charAt(i)) !== '') places.push(i)
  return places
}
