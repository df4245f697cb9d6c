import { type Bytes, readBytes } from '../ole/bytes.ts'
import { OleError } from '../ole/compound-file.ts'

/** A stretch of the text and where in the file its bytes lie. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly offset: number
  /** Bytes a character. */
  readonly width: 1 | 2
}

/** All stories of a document in one string, and the way from characters to bytes and back. */
export interface PieceText {
  readonly text: string
  /** The byte offset of a character. */
  readonly offsetOf: (character: number) => number
  /** The ranges of characters whose bytes lie in a range of bytes. */
  readonly rangesOf: (from: number, to: number) => { start: number; end: number }[]
}

const COMPRESSED = 0x40000000
const PROPERTIES = 1
const PIECES = 2

/** Reads the piece table (MS-DOC 2.9.38, Clx): the text lies in the file in pieces, in one or two bytes a character. */
export function readPieces(clx: Bytes, main: Bytes): PieceText {
  const pieces = readTable(clx)
  const latin = new TextDecoder('windows-1252')
  const text = pieces
    .map(({ start, end, offset, width }) =>
      width === 1 ? latin.decode(main.part(offset, end - start)) : main.text(offset, end - start),
    )
    .join('')
  return {
    text,
    offsetOf: (character) => {
      const piece = find(pieces, character)
      return piece === undefined ? -1 : piece.offset + (character - piece.start) * piece.width
    },
    rangesOf: (from, to) =>
      pieces.flatMap(({ start, end, offset, width }) => {
        const first = Math.max(start, start + Math.ceil((from - offset) / width))
        const last = Math.min(end, start + Math.ceil((to - offset) / width))
        return first < last ? [{ start: first, end: last }] : []
      }),
  }
}

function find(pieces: readonly Piece[], character: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece === undefined) return undefined
    if (character < piece.start) high = middle - 1
    else if (character >= piece.end) low = middle + 1
    else return piece
  }
  return undefined
}

function readTable(clx: Bytes): Piece[] {
  let at = 0
  while (clx.u8(at) === PROPERTIES) at += 3 + clx.u16(at + 1)
  if (clx.u8(at) !== PIECES) throw new OleError('piece table')
  const table = readBytes(clx.part(at + 5, clx.u32(at + 1)))
  const count = Math.floor((table.length - 4) / 12)
  return Array.from({ length: count }, (_, index) => {
    const place = table.u32((count + 1) * 4 + index * 8 + 2)
    const compressed = (place & COMPRESSED) !== 0
    const start = table.u32(index * 4)
    const end = table.u32(index * 4 + 4)
    if (end < start) throw new OleError('piece order')
    const offset = place & ~COMPRESSED & 0x7fffffff
    return { start, end, offset: compressed ? offset >> 1 : offset, width: compressed ? 1 : 2 }
  })
}
