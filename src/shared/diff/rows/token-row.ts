import type { Island } from './island.ts'
import { partAt, type RowText } from './row-text.ts'
import { cutWords, type TermFinder, type TokenKind, type WordSplitter } from './tokenize.ts'

export interface Tokenizer {
  readonly splitWords: WordSplitter
  readonly terms: TermFinder
}

/** A row text cut into tokens. What is the same clause on both sides is one token of kind `anchor`. */
export interface TokenRow extends RowText {
  /** Place where each token ends, ascending, and its kind. */
  readonly ends: readonly number[]
  readonly kinds: readonly TokenKind[]
}

/** A stretch of tokens on both sides. */
export interface TokenSpan {
  readonly leftStart: number
  readonly leftEnd: number
  readonly rightStart: number
  readonly rightEnd: number
}

/** Cuts one side of a row into tokens; `anchors` are its stretches that need none. */
export function toTokenRow(
  row: RowText,
  anchors: readonly Island[],
  side: 'left' | 'right',
  tokenizer: Tokenizer,
): TokenRow {
  const ends: number[] = []
  const kinds: TokenKind[] = []
  const cut = (from: number, to: number): void => {
    if (from >= to) return
    for (let i = partAt(row, from); i < row.parts.length; i += 1) {
      const part = row.parts[i]
      if (!part || part.from >= to) break
      const first = Math.max(from, part.from)
      const last = Math.min(to, part.to)
      if (first >= last) continue
      if (first < part.labelTo) {
        ends.push(part.labelTo)
        kinds.push('label')
      }
      const words = row.key.slice(Math.max(first, part.labelTo), last)
      let end = Math.max(first, part.labelTo)
      for (const { text, kind } of cutWords(words, tokenizer.splitWords, tokenizer.terms)) {
        end += text.length
        ends.push(end)
        kinds.push(kind)
      }
    }
  }
  let at = 0
  for (const anchor of anchors) {
    cut(at, anchor[side])
    at = anchor[side] + anchor.count
    ends.push(at)
    kinds.push('anchor')
  }
  cut(at, row.key.length)
  return { ...row, ends, kinds }
}

/** Where a token begins. */
export function startOf(row: TokenRow, token: number): number {
  return token <= 0 ? 0 : (row.ends[token - 1] ?? row.key.length)
}

/** The first token that ends behind a place. */
export function tokenAt(row: TokenRow, place: number): number {
  let [low, high] = [0, row.ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((row.ends[middle] ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}
