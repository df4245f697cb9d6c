import { textWidth } from '../../../shared/text/characters.ts'
import { childrenOf, type XmlElement } from '../docx/xml-tree.ts'
import type { Fragment } from '../layout/fragment.ts'
import { append } from '../lists.ts'
import { type Matrix, numbers, objectMatrix, POINTS, toPage } from './ofd-geometry.ts'

/** The text of an object that stands askew on the page (a watermark), or its runs. */
export type ObjectText = { readonly askew: string } | { readonly fragments: readonly Fragment[] }

/** Sine of the angle within which text counts as level. */
const LEVEL = 0.05
const MAX_DELTAS = 100_000
/** A gap between characters of this many font sizes, and a step up or down of this many, begins a new run. */
const GAP = 0.8
const STEP = 0.3

interface Place {
  readonly x: number
  readonly y: number
}

/**
 * Reads a TextObject (GB/T 33190-2016, 11.2): each TextCode places its characters one by one, by the distances from one to
 * the next.
 */
export function readTextObject(object: XmlElement): ObjectText {
  const matrix = objectMatrix(object)
  const size = Number(object.attributes['Size'] ?? 0) || 1
  const fragments: Fragment[] = []
  let origin: Place = { x: 0, y: 0 }
  for (const code of childrenOf(object, 'TextCode')) {
    const text = code.children.filter((node) => typeof node === 'string').join('')
    const [x] = numbers(code.attributes['X'])
    const [y] = numbers(code.attributes['Y'])
    origin = { x: x ?? origin.x, y: y ?? origin.y }
    const places = placesOf(text, origin, code, size)
    append(fragments, runs(Array.from(text), places, size, matrix))
  }
  const all = fragments.map((fragment) => fragment.text).join('')
  const turned = Math.abs(matrix[1]) > LEVEL * Math.hypot(matrix[0], matrix[1])
  return turned ? { askew: all } : { fragments }
}

/** Where each character stands, in the object's space. */
function placesOf(text: string, origin: Place, code: XmlElement, size: number): Place[] {
  const dx = deltas(code.attributes['DeltaX'])
  const dy = deltas(code.attributes['DeltaY'])
  let { x, y } = origin
  return Array.from(text).map((sign, index) => {
    const place = { x, y }
    const down = dy[index] ?? 0
    x += dx[index] ?? (dx.length > 0 ? (dx.at(-1) ?? 0) : down === 0 ? (textWidth(sign) / 2) * size : 0)
    y += down
    return place
  })
}

/** Distances may be written shortened: `g 3 4.2` is 4.2 three times. */
function deltas(value: string | undefined): number[] {
  const words = (value ?? '').trim().split(/\s+/)
  const found: number[] = []
  for (let i = 0; i < words.length && found.length < MAX_DELTAS; i += 1) {
    if (words[i] === 'g') {
      const count = Math.min(Math.max(Number(words[i + 1]) || 0, 0), MAX_DELTAS - found.length)
      const distance = Number(words[i + 2])
      if (Number.isFinite(distance)) append(found, Array<number>(count).fill(distance))
      i += 2
    } else if (words[i] !== '' && Number.isFinite(Number(words[i]))) found.push(Number(words[i]))
  }
  return found
}

/** Puts characters beside each other together; a wide gap or a step up or down begins a new run. */
function runs(signs: readonly string[], places: readonly Place[], size: number, matrix: Matrix): Fragment[] {
  const found: Fragment[] = []
  let from = 0
  for (let index = 1; index <= signs.length; index += 1) {
    const [a, b] = [places[index - 1], places[index]]
    const wide = (textWidth(signs[index - 1] ?? '') / 2) * size
    const apart =
      a === undefined ||
      b === undefined ||
      Math.abs(b.y - a.y) > size * STEP ||
      b.x < a.x ||
      b.x - a.x - wide > size * GAP
    if (!apart) continue
    const run = fragmentOf(signs.slice(from, index), places.slice(from, index), size, matrix)
    if (run !== null) found.push(run)
    from = index
  }
  return found
}

function fragmentOf(signs: readonly string[], places: readonly Place[], size: number, matrix: Matrix): Fragment | null {
  const text = signs.join('')
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined || text.trim() === '') return null
  const start = toPage(matrix, first.x, first.y)
  const end = toPage(matrix, last.x, last.y)
  const scale = Math.hypot(matrix[2], matrix[3]) * POINTS
  const width = end.x - start.x + (textWidth(signs.at(-1) ?? '') / 2) * size * Math.hypot(matrix[0], matrix[1]) * POINTS
  return { text, x: start.x, y: start.y, width: Math.max(width, 0), size: Math.max(size * scale, 0.5) }
}
