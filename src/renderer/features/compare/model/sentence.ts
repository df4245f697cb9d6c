import type { Edit, Row } from '../../../../shared/diff/rows/row.ts'
import type { Range } from '../../../../shared/text/range.ts'

/** A piece of a sentence: unchanged, struck or inserted. */
export interface Piece {
  readonly op: '=' | '-' | '+'
  readonly text: string
}

/** Longest piece of a row shown in the inspector, in characters, when no sentence is asked for. */
const LONGEST = 400

/** One side of a row as pieces, cut to a span. */
export function piecesOf(row: Row, side: 'left' | 'right', text: string, span: Range): Piece[] {
  const pieces: Piece[] = []
  for (const edit of row.edits) {
    const range = rangeOf(edit, side)
    if (!range) continue
    const start = Math.max(range[0], span.start)
    const end = Math.min(range[1], span.end)
    if (start < end) pieces.push({ op: edit.op, text: text.slice(start, end) })
  }
  return pieces
}

function rangeOf(edit: Edit, side: 'left' | 'right'): readonly [number, number] | null {
  if (edit.op === '=') return edit[side]
  if (edit.op === '-') return side === 'left' ? edit.left : null
  return side === 'right' ? edit.right : null
}

/** The whole of a row's side, cut where it is too long to be read beside the text. */
export function wholeOf(ranges: readonly Range[]): Range | null {
  const first = ranges[0]
  const last = ranges.at(-1)
  return first && last ? { start: first.start, end: Math.min(last.end, first.start + LONGEST) } : null
}
