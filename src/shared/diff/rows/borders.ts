import type { TokenRow } from './token-row.ts'

/** How well a text may be cut at a place. */
export const INSIDE_ATOM = 0
export const INSIDE_WORD = 1
export const WORD = 2
export const BEFORE_MARK = 3
export const CLAUSE = 4
export const SENTENCE = 5

const SENTENCE_END = new Set('。！？!?;；')
const CLAUSE_END = new Set(',，、:：）)”》|')
const OPENING = new Set('（(“《|')
const MARKS = new Set('。！？!?;；,，、:：')

/** For each place of the text, and the one behind its end, how good a border it is. */
export function bordersOf(row: TokenRow): Uint8Array {
  const borders = new Uint8Array(row.key.length + 1).fill(INSIDE_WORD)
  let from = 0
  for (const [i, to] of row.ends.entries()) {
    const kind = row.kinds[i]
    if (kind !== 'word' && kind !== 'mark') borders.fill(INSIDE_ATOM, from + 1, to)
    borders[from] = Math.max(WORD, borderBetween(row.key, from))
    from = to
  }
  borders[row.key.length] = SENTENCE
  for (const part of row.parts) {
    borders[part.from] = SENTENCE
    borders[part.to] = SENTENCE
  }
  return keepPairsWhole(row.key, borders)
}

/** How good a border lies before a place, where tokens meet. */
export function borderBetween(key: string, at: number): number {
  const before = key.charAt(at - 1)
  if (SENTENCE_END.has(before)) return SENTENCE
  if (CLAUSE_END.has(before) || OPENING.has(key.charAt(at))) return CLAUSE
  return MARKS.has(key.charAt(at)) ? BEFORE_MARK : WORD
}

/** No border in the middle of a surrogate pair or before a combining mark. */
function keepPairsWhole(key: string, borders: Uint8Array): Uint8Array {
  if (!/[\ud800-\udfff\p{M}]/u.test(key) && !SURROGATE.test(key)) return borders
  for (let i = 1; i < key.length; i += 1) {
    const isLow = /^[\udc00-\udfff]$/.test(key.charAt(i)) && /^[\ud800-\udbff]$/.test(key.charAt(i - 1))
    if (isLow || /^\p{M}$/u.test(key.charAt(i))) borders[i] = INSIDE_ATOM
  }
  return borders
}
const SURROGATE = /[\ud800-\udfff]/
