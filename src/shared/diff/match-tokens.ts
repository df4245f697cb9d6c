import DiffMatchPatch from 'diff-match-patch'
import type { Token } from './tokens.ts'

/** A run of tokens that stand on both sides: `count` tokens from `left` and from `right`. */
export interface Island {
  readonly left: number
  readonly right: number
  readonly count: number
}

/** Above this many steps a comparison of two token runs is cut short. */
const STEPS = 30_000_000
/** Tokens of one kind each get one UTF-16 unit; the surrogate range is left out. */
const BELOW_SURROGATES = 0xd800
const SURROGATES = 0x800
const MOST_KINDS = 0xffff - SURROGATES

/** The runs of tokens that two sides share, longest possible in all, and whether that is certain. */
export function matchTokens(left: readonly Token[], right: readonly Token[]): { islands: Island[]; precise: boolean } {
  let head = 0
  while (head < left.length && head < right.length && left[head]?.key === right[head]?.key) head += 1
  let tail = 0
  const most = Math.min(left.length, right.length) - head
  while (tail < most && left[left.length - 1 - tail]?.key === right[right.length - 1 - tail]?.key) tail += 1
  const middle = matchMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail))
  const islands: Island[] = []
  if (head > 0) islands.push({ left: 0, right: 0, count: head })
  for (const island of middle.islands) islands.push({ ...island, left: island.left + head, right: island.right + head })
  if (tail > 0) islands.push({ left: left.length - tail, right: right.length - tail, count: tail })
  return { islands: joined(islands), precise: middle.precise }
}

function matchMiddle(left: readonly Token[], right: readonly Token[]): { islands: Island[]; precise: boolean } {
  if (left.length === 0 || right.length === 0) return { islands: [], precise: true }
  const encoded = encode(left, right)
  if (!encoded || left.length * right.length > STEPS) return { islands: [], precise: false }
  const islands: Island[] = []
  let l = 0
  let r = 0
  for (const [op, text] of engine.diff_main(encoded.left, encoded.right, false)) {
    if (op === 0) islands.push({ left: l, right: r, count: text.length })
    if (op <= 0) l += text.length
    if (op >= 0) r += text.length
  }
  return { islands, precise: true }
}

/** Each token as one UTF-16 unit, equal tokens as equal units; null when there are more kinds of tokens than units. */
function encode(left: readonly Token[], right: readonly Token[]): { left: string; right: string } | null {
  const codes = new Map<string, number>()
  const one = (tokens: readonly Token[]): string => {
    let text = ''
    for (const { key } of tokens) {
      let code = codes.get(key)
      if (code === undefined) {
        code = codes.size + 1
        codes.set(key, code)
      }
      text += String.fromCharCode(code < BELOW_SURROGATES ? code : code + SURROGATES)
    }
    return text
  }
  const result = { left: one(left), right: one(right) }
  return codes.size <= MOST_KINDS ? result : null
}

/** Joins runs that follow each other on both sides. */
export function joined(islands: readonly Island[]): Island[] {
  const result: Island[] = []
  for (const island of islands) {
    const last = result.at(-1)
    if (last && last.left + last.count === island.left && last.right + last.count === island.right) {
      result[result.length - 1] = { ...last, count: last.count + island.count }
    } else result.push(island)
  }
  return result
}

/** Without a time limit of its own: it would need a clock, and its half-match guess is switched off by this too. */
const engine = new DiffMatchPatch()
engine.Diff_Timeout = 0
