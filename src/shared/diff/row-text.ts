import { fold, seenPlaces } from './fold.ts'
import { cutPieces, type TermFinder, type TokenKind, type WordSplitter } from './tokenize.ts'
import type { Unit } from './unit.ts'

export interface Tokenizer {
  readonly splitWords: WordSplitter
  readonly terms: TermFinder
}

/** Where a unit of the row begins and ends in the key, and its range in the canonical text. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/**
 * One side of a row as it is compared: the keys of its units one behind the other, cut into
 * tokens. Indexes into it are called places; `starts` leads from a place to the canonical text.
 */
export interface RowText {
  readonly key: string
  readonly starts: readonly number[]
  readonly parts: readonly Part[]
  /** Place where each token ends, ascending, and its kind. */
  readonly ends: readonly number[]
  readonly kinds: readonly TokenKind[]
}

/** Stands for a unit that has no visible character at all. */
const NOTHING = '\u0000'

/** The text of one side of a row, from its units in order. */
export function toRowText(text: string, units: readonly Unit[], tokenizer: Tokenizer): RowText {
  const row = { key: '', starts: [] as number[], parts: [] as Part[], ends: [] as number[], kinds: [] as TokenKind[] }
  const addAtom = (key: string, start: number, kind: TokenKind): void => {
    row.key += key
    row.starts.push(start)
    row.ends.push(row.key.length)
    row.kinds.push(kind)
  }
  for (const unit of units) {
    const from = row.key.length
    if (unit.labelKey !== '') addLabel(text, unit, row)
    const places = seenPlaces(text, unit.bodyStart, unit.end)
    const seen =
      places.length === unit.end - unit.bodyStart
        ? text.slice(unit.bodyStart, unit.end)
        : places.map((at) => text.charAt(at)).join('')
    for (const piece of cutPieces(seen, tokenizer.splitWords, tokenizer.terms)) {
      row.ends.push((row.ends.at(-1) ?? 0) + piece.text.length)
      row.kinds.push(piece.kind)
    }
    row.key += fold(seen)
    for (const at of places) row.starts.push(at)
    if (row.key.length === from) addAtom(NOTHING, unit.start, 'mark')
    row.parts.push({ from, to: row.key.length, start: unit.start, end: unit.end })
  }
  return row
}

/** A label is one token, whatever it is made of: 第十一条 never shares a piece with 第十条. */
function addLabel(
  text: string,
  unit: Unit,
  row: { key: string; starts: number[]; ends: number[]; kinds: TokenKind[] },
): void {
  for (const at of seenPlaces(text, unit.start, unit.bodyStart)) row.starts.push(at)
  row.key += unit.labelKey
  row.ends.push(row.key.length)
  row.kinds.push('label')
}

/** Ranges of the canonical text for the places `from`–`to`, one for each unit they touch. Blanks belong to what precedes them. */
export function toSpans(row: RowText, from: number, to: number): { from: number; span: [number, number] }[] {
  const spans: { from: number; span: [number, number] }[] = []
  for (const part of row.parts) {
    const first = Math.max(from, part.from)
    const last = Math.min(to, part.to)
    if (first >= last) continue
    const start = first === part.from ? part.start : (row.starts[first] ?? part.start)
    const end = last === part.to ? part.end : (row.starts[last] ?? part.end)
    spans.push({ from: first, span: [start, end] })
  }
  return spans
}
