import { borderBetween, CLAUSE, SENTENCE } from './borders.ts'
import { type Hunk, hunksOf, type Island, joinIslands } from './island.ts'
import { partLabel } from './label-hunks.ts'
import { splitSpan } from './split-span.ts'
import { startOf, type TokenRow, type TokenSpan, tokenAt } from './token-row.ts'
import { weighToken } from './token-weight.ts'

/** Token pairs up to which the best alignment is searched for; a longer stretch is first split where a phrase stands once on each side. */
const MOST_CELLS = 1_000_000
/** What a reader pays for one more marked place, in the unit of weights: where text is only put in or struck, and where it is replaced. */
const MARKED = 80
const REPLACED = 150
/** How much less of it where the change begins or ends at the border of a clause or a sentence: enough to choose among equals. */
const AT_CLAUSE = 3
const AT_SENTENCE = 5

/**
 * What two row texts share: the anchors, and between them the tokens whose match is worth the marks it costs. Not precise
 * where a stretch was too long to search or time ran out: it then counts as replaced as a whole.
 */
export function alignTokens(
  left: TokenRow,
  right: TokenRow,
  anchors: readonly Island[],
  isExpired: () => boolean,
): { islands: Island[]; precise: boolean } {
  const islands: Island[] = []
  let precise = true
  for (const [i, hunk] of hunksOf(anchors, left.key.length, right.key.length).entries()) {
    const whole = toTokens(left, right, partLabel(left, right, hunk).rest)
    for (const span of cellsOf(whole) > MOST_CELLS ? splitSpan(left, right, whole) : [whole]) {
      const cells = cellsOf(span)
      if (cells === 0) continue
      if (cells > MOST_CELLS || isExpired()) precise = false
      else islands.push(...bestAlignment(left, right, span))
    }
    const anchor = anchors[i]
    if (anchor) islands.push(anchor)
  }
  return { islands: joinIslands(islands), precise }
}

function cellsOf({ leftStart, leftEnd, rightStart, rightEnd }: TokenSpan): number {
  return (leftEnd - leftStart) * (rightEnd - rightStart)
}

function toTokens(left: TokenRow, right: TokenRow, hunk: Hunk): TokenSpan {
  return {
    leftStart: tokenAt(left, hunk.leftStart),
    leftEnd: tokenAt(left, hunk.leftEnd),
    rightStart: tokenAt(right, hunk.rightStart),
    rightEnd: tokenAt(right, hunk.rightEnd),
  }
}

/** The states of the search: the last step matched, struck, set, or set after striking. */
const MATCHED = 0
const STRUCK = 1
const SET = 2
const SWAPPED = 3
/** Bits of a cell's memory: where each state of it came from. */
const FROM_MATCH = 3
const STRUCK_ON = 4
const SET_ON = 8
const SWAPPED_ON = 16
const NEVER = -1_000_000_000

/**
 * The alignment that keeps most and marks least: the sum of the weights of matching tokens less a price for each place
 * marked. A 的 between two changes is therefore not kept, while the same word between changes that it holds apart is.
 */
function bestAlignment(left: TokenRow, right: TokenRow, span: TokenSpan): Island[] {
  const ids = new Map<string, number>()
  const a = identify(left, span.leftStart, span.leftEnd, ids)
  const b = identify(right, span.rightStart, span.rightEnd, ids)
  const weights = Int32Array.from({ length: a.length }, (_, i) => weightAt(left, span.leftStart + i))
  const edges = [edgesOf(left, span.leftStart, a.length), edgesOf(right, span.rightStart, b.length)] as const
  const memory = fillTable(a, b, weights, edges)
  return readBack(left, right, span, memory)
}

function weightAt(row: TokenRow, token: number): number {
  return weighToken(row.key.slice(startOf(row, token), row.ends[token]), row.kinds[token] ?? 'word')
}

/** For each token, and the end, what a change is spared that begins or ends before it: changes fall on whole clauses where they can. */
function edgesOf(row: TokenRow, from: number, count: number): Int32Array {
  return Int32Array.from({ length: count + 1 }, (_, i) => {
    const border = borderBetween(row.key, startOf(row, from + i))
    return border === SENTENCE ? AT_SENTENCE : border === CLAUSE ? AT_CLAUSE : 0
  })
}

/** Each token as a number, those that may match alike. A qualifier (3%以上) never matches a word (县级以上). */
function identify(row: TokenRow, from: number, to: number, ids: Map<string, number>): Int32Array {
  const found = new Int32Array(to - from)
  for (let token = from; token < to; token += 1) {
    const kind = row.kinds[token]
    const apart = kind === 'number' || kind === 'qualifier' || kind === 'label' || kind === 'reference' ? kind : ''
    const name = apart + row.key.slice(startOf(row, token), row.ends[token])
    const id = ids.get(name) ?? ids.size
    if (id === ids.size) ids.set(name, id)
    found[token - from] = id
  }
  return found
}

/** For every cell, where its four states come from; the last entry is the best final state. */
function fillTable(
  a: Int32Array,
  b: Int32Array,
  weights: Int32Array,
  [leftEdges, rightEdges]: readonly [Int32Array, Int32Array],
): Uint8Array {
  const [rows, columns] = [a.length, b.length]
  const width = columns + 1
  const memory = new Uint8Array((rows + 1) * width + 1)
  let above = [0, 1, 2, 3].map(() => new Int32Array(width).fill(NEVER))
  let here = [0, 1, 2, 3].map(() => new Int32Array(width).fill(NEVER))
  for (let i = 0; i <= rows; i += 1) {
    fillRow({
      i,
      columns,
      above,
      here,
      memory,
      a,
      b,
      weight: weights[i - 1] ?? 0,
      edge: leftEdges[i - 1] ?? 0,
      rightEdges,
    })
    ;[above, here] = [here, above]
  }
  const [edge = 0, other = 0] = [leftEdges[rows], rightEdges[columns]]
  const spared = [0, edge, other, Math.min(edge, other)]
  const last = above.map((state, i) => (state[columns] ?? NEVER) + (spared[i] ?? 0))
  memory[memory.length - 1] = last.indexOf(Math.max(...last))
  return memory
}

interface TableRow {
  readonly i: number
  readonly columns: number
  readonly above: readonly Int32Array[]
  readonly here: readonly Int32Array[]
  readonly memory: Uint8Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: number
  /** What a change is spared that ends or begins before the left token, and before each of the right. */
  readonly edge: number
  readonly rightEdges: Int32Array
}

function fillRow({ i, columns, above, here, memory, a, b, weight, edge, rightEdges }: TableRow): void {
  const [matchedAbove, struckAbove, setAbove, swappedAbove] = above as [Int32Array, Int32Array, Int32Array, Int32Array]
  const [matched, struck, set, swapped] = here as [Int32Array, Int32Array, Int32Array, Int32Array]
  const id = a[i - 1]
  for (let j = 0; j <= columns; j += 1) {
    let bits = 0
    let best = NEVER
    if (i === 0 && j === 0) best = 0
    else if (i > 0 && j > 0 && b[j - 1] === id) {
      let from = MATCHED
      const other = rightEdges[j - 1] as number
      best = matchedAbove[j - 1] as number
      const afterStruck = (struckAbove[j - 1] as number) + edge
      if (afterStruck > best) [best, from] = [afterStruck, STRUCK]
      const afterSet = (setAbove[j - 1] as number) + other
      if (afterSet > best) [best, from] = [afterSet, SET]
      const afterSwap = (swappedAbove[j - 1] as number) + Math.min(edge, other)
      if (afterSwap > best) [best, from] = [afterSwap, SWAPPED]
      best += weight
      bits = from
    }
    matched[j] = best
    const begin = i > 0 ? (matchedAbove[j] as number) - MARKED + edge : NEVER
    const goOn = i > 0 ? (struckAbove[j] as number) : NEVER
    struck[j] = Math.max(begin, goOn)
    if (goOn > begin) bits |= STRUCK_ON
    const beginSet = j > 0 ? (matched[j - 1] as number) - MARKED + (rightEdges[j - 1] as number) : NEVER
    const setOn = j > 0 ? (set[j - 1] as number) : NEVER
    set[j] = Math.max(beginSet, setOn)
    if (setOn > beginSet) bits |= SET_ON
    const beginSwap = j > 0 ? (struck[j - 1] as number) - (REPLACED - MARKED) : NEVER
    const swapOn = j > 0 ? (swapped[j - 1] as number) : NEVER
    swapped[j] = Math.max(beginSwap, swapOn)
    if (swapOn > beginSwap) bits |= SWAPPED_ON
    memory[i * (columns + 1) + j] = bits
  }
}

function readBack(left: TokenRow, right: TokenRow, span: TokenSpan, memory: Uint8Array): Island[] {
  const width = span.rightEnd - span.rightStart + 1
  let [i, j] = [span.leftEnd - span.leftStart, width - 1]
  let state = memory[memory.length - 1] ?? MATCHED
  const islands: Island[] = []
  while (i > 0 || j > 0) {
    const bits = memory[i * width + j] ?? 0
    if (state === MATCHED) {
      i -= 1
      j -= 1
      const from = startOf(left, span.leftStart + i)
      const count = (left.ends[span.leftStart + i] ?? 0) - from
      islands.push({ left: from, right: startOf(right, span.rightStart + j), count })
      state = bits & FROM_MATCH
    } else if (state === STRUCK) {
      i -= 1
      state = bits & STRUCK_ON ? STRUCK : MATCHED
    } else {
      j -= 1
      if (state === SET) state = bits & SET_ON ? SET : MATCHED
      else state = bits & SWAPPED_ON ? SWAPPED : STRUCK
    }
  }
  return islands.reverse()
}
