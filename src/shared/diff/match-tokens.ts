import DiffMatchPatch from 'diff-match-patch'
import { type Island, joinIslands } from './island.ts'
import type { RowText } from './row-text.ts'

/** Token pairs above which a comparison of two rows is not begun. */
const MOST_PAIRS = 100_000_000
/** Tokens of one kind each get one UTF-16 unit; the surrogate range is left out. */
const BELOW_SURROGATES = 0xd800
const SURROGATES = 0x800
const MOST_KINDS = 0xffff - SURROGATES

/** What two row texts share token by token, as much as possible in all, and whether that is certain. */
export function matchTokens(left: RowText, right: RowText): { islands: Island[]; precise: boolean } {
  const codes = new Map<string, number>()
  const [a, b] = [encode(left, codes), encode(right, codes)]
  if (codes.size > MOST_KINDS || a.length * b.length > MOST_PAIRS) return { islands: [], precise: false }
  const islands: Island[] = []
  let [l, r] = [0, 0]
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

function startOf(row: RowText, token: number): number {
  return token === 0 ? 0 : (row.ends[token - 1] ?? row.key.length)
}

/** Each token as one UTF-16 unit, equal tokens as equal units. */
function encode(row: RowText, codes: Map<string, number>): string {
  let text = ''
  let from = 0
  for (const to of row.ends) {
    const key = row.key.slice(from, to)
    let code = codes.get(key)
    if (code === undefined) {
      code = codes.size + 1
      codes.set(key, code)
    }
    text += String.fromCharCode(code < BELOW_SURROGATES ? code : code + SURROGATES)
    from = to
  }
  return text
}

/** Without a time limit of its own: that would need a clock. This also switches off its guess at a common half. */
const engine = new DiffMatchPatch()
engine.Diff_Timeout = 0
