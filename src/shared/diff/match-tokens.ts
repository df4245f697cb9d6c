import DiffMatchPatch from 'diff-match-patch'
import { type Island, joinIslands } from './island.ts'
import { startOf, type TokenRow, type TokenSpan } from './token-row.ts'

/** Token pairs above which a comparison of two rows is not begun. */
const MOST_PAIRS = 100_000_000
/** Tokens of one kind each get one UTF-16 unit; the surrogate range is left out. */
const BELOW_SURROGATES = 0xd800
const SURROGATES = 0x800
const MOST_KINDS = 0xffff - SURROGATES

/** What two long stretches share token by token, as much as possible in all; not precise when even that is too much work. */
export function matchTokens(left: TokenRow, right: TokenRow, span: TokenSpan): { islands: Island[]; precise: boolean } {
  const codes = new Map<string, number>()
  const a = encode(left, span.leftStart, span.leftEnd, codes)
  const b = encode(right, span.rightStart, span.rightEnd, codes)
  if (codes.size > MOST_KINDS || a.length * b.length > MOST_PAIRS) return { islands: [], precise: false }
  const islands: Island[] = []
  let [l, r] = [span.leftStart, span.rightStart]
  for (const [op, text] of engine.diff_main(a, b, false)) {
    if (op === 0) {
      const [from, to] = [startOf(left, l), startOf(left, l + text.length)]
      islands.push({ left: from, right: startOf(right, r), count: to - from })
    }
    if (op <= 0) l += text.length
    if (op >= 0) r += text.length
  }
  return { islands: joinIslands(islands), precise: true }
}

/** Each token as one UTF-16 unit, equal tokens as equal units. */
function encode(row: TokenRow, from: number, to: number, codes: Map<string, number>): string {
  let text = ''
  for (let token = from; token < to; token += 1) {
    const key = row.key.slice(startOf(row, token), row.ends[token])
    const code = codes.get(key) ?? codes.size + 1
    if (code > codes.size) codes.set(key, code)
    text += String.fromCharCode(code < BELOW_SURROGATES ? code : code + SURROGATES)
  }
  return text
}

/** Without a time limit of its own: that would need a clock. This also switches off its guess at a common half. */
const engine = new DiffMatchPatch()
engine.Diff_Timeout = 0
