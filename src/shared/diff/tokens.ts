import type { Range } from '../text/range.ts'
import { comparisonKey } from './comparison-key.ts'
import { cutPieces, type TermFinder, type TokenKind, type WordSplitter } from './tokenize.ts'
import type { Unit } from './unit.ts'

/** The smallest thing an edit touches. The tokens of a unit cover its range without a gap; blanks belong to the token before them. */
export interface Token extends Range {
  readonly kind: TokenKind
  /** What is compared. Labels only ever equal labels. */
  readonly key: string
  /** Index of the unit's place in its row: no edit reaches over the end of a unit. */
  readonly part: number
}

export interface Tokenizer {
  readonly splitWords: WordSplitter
  readonly terms: TermFinder
}

/** The tokens of the units of one side of a row, in order. */
export function tokensOf(text: string, units: readonly Unit[], tokenizer: Tokenizer): Token[] {
  const tokens: Token[] = []
  for (const [part, unit] of units.entries()) {
    const from = tokens.length
    if (unit.bodyStart > unit.start) {
      tokens.push({ kind: 'label', key: `\u0000${unit.labelKey}`, start: unit.start, end: unit.bodyStart, part })
    }
    addBody(text, unit, part, tokenizer, tokens)
    if (tokens.length === from) tokens.push({ kind: 'mark', key: '', start: unit.start, end: unit.end, part })
    closeGaps(tokens, from, unit)
  }
  return tokens
}

function addBody(text: string, unit: Unit, part: number, tokenizer: Tokenizer, into: Token[]): void {
  const { dense, places } = withoutBlanks(text, unit.bodyStart, unit.end)
  let at = 0
  for (const piece of cutPieces(dense, tokenizer.splitWords, tokenizer.terms)) {
    const start = places[at] ?? unit.end
    at += piece.text.length
    into.push({ kind: piece.kind, key: comparisonKey(piece.text), start, end: places[at] ?? unit.end, part })
  }
}

/** The text without blanks and unseen characters, and where each of its UTF-16 units stands. */
function withoutBlanks(text: string, from: number, to: number): { dense: string; places: Int32Array } {
  const kept: string[] = []
  const places = new Int32Array(to - from + 1)
  let count = 0
  for (const match of text.slice(from, to).matchAll(SEEN)) {
    kept.push(match[0])
    for (let i = 0; i < match[0].length; i += 1) places[count++] = from + match.index + i
  }
  return { dense: kept.join(''), places: places.subarray(0, count) }
}

const SEEN = /[^\s\u00ad\u180e\u200b-\u200f\u2060]+/gu

/** Stretches the tokens of one unit over the blanks between them. */
function closeGaps(tokens: Token[], from: number, unit: Unit): void {
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (!token) continue
    const start = i === from ? unit.start : token.start
    const end = tokens[i + 1]?.start ?? unit.end
    if (start !== token.start || end !== token.end) tokens[i] = { ...token, start, end }
  }
}
