import { bareText } from './bare-text.ts'
import type { LeftOut } from './clean.ts'
import { PAGE_LINE } from './steps/page-line.ts'

/** One of two texts that are read to be compared. */
export interface ReadSide {
  /** The lines as the reader found them. */
  readonly rawLines: readonly string[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Steps that leave out what stands around a text. What they see depends on the whole page, so two alike pages
 * may be cut differently. Page numbers and running heads are not among them: those are never text.
 */
const FRAMING_STEPS = ['web-page', 'repeated-article', 'table-of-contents'] as const

/** So much of what a step left out stands on the other side too: then both are the same page, and not a page and a clean text. */
const SAME_PAGE = 0.5

/**
 * The steps to switch off when two texts are compared, because what they leave out stands on both sides. Cut on one side alone, or
 * cut at another place, it would show as inserted or deleted; cut on both, a line that one of them lacks would be lost to the reader.
 * What only one side has around its text is left out as ever. Marks for lost characters go only where that makes lines alike.
 */
export function commonFurniture(left: ReadSide, right: ReadSide): string[] {
  const framing = FRAMING_STEPS.filter((code) => standsIn(left, code, right) || standsIn(right, code, left))
  const lost = [left, right].some((side) => side.leftOut.some(({ code }) => code === LOST))
  return lost && !bringsTogether(left, right) && !bringsTogether(right, left) ? [...framing, LOST] : framing
}

const LOST = 'lost-characters'
const LOST_MARKS = /\?{2,}/g

/** Whether a line of one side stands on the other only without the marks that an export wrote for what it lost. */
function bringsTogether(side: ReadSide, other: ReadSide): boolean {
  const text = joined(other)
  return side.rawLines.some((line) => {
    if (!line.includes('??')) return false
    const [whole, without] = [bareText(line), bareText(line.replace(LOST_MARKS, ''))]
    return without !== '' && !text.includes(whole) && text.includes(without)
  })
}

/** What these leave out stands in the text a second time: a page and a clean text share it too, but not as often. */
const REPEATS: ReadonlySet<string> = new Set(['repeated-article', 'table-of-contents'])

function standsIn(side: ReadSide, code: string, other: ReadSide): boolean {
  const pieces = side.leftOut.filter((piece) => piece.code === code).map((piece) => bareText(piece.text))
  const all = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (all === 0) return false
  if (!REPEATS.has(code) && haveLines(other, pieces)) return true
  const text = joined(other)
  const own = REPEATS.has(code) ? joined(side) : ''
  const stands = (piece: string) =>
    own === '' ? text.includes(piece) : text.split(piece).length >= own.split(piece).length
  const found = pieces.reduce((sum, piece) => sum + (piece !== '' && stands(piece) ? piece.length : 0), 0)
  return found >= all * SAME_PAGE
}

/** Whether most of the pieces are lines of the other side, too: of a page a few long lines may be gone and the menus still tell. */
function haveLines({ rawLines }: ReadSide, pieces: readonly string[]): boolean {
  const lines = new Set(rawLines.map(bareText))
  const common = pieces.filter((piece) => lines.has(piece)).length
  return pieces.length >= MIN_PIECES && common >= pieces.length * SAME_PAGE
}

/** Fewer lines than this can be those that a clean text has, too: its title, its date. */
const MIN_PIECES = 8

/** All lines as one, because the two may be wrapped at different widths; without the page numbers that then stand between them. */
function joined({ rawLines }: ReadSide): string {
  return bareText(rawLines.filter((line) => !PAGE_LINE.test(line.trim())).join(''))
}
