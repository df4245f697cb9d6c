/** Running text, a numbered heading, or a title or heading without number. */
export type Kind = 'body' | 'heading' | 'title'

/** What a line is to its paragraph: its first line or a later one. */
export interface Role {
  readonly kind: Kind
  readonly first: boolean
}

/** The log probabilities of a run of lines, from which the likeliest paragraphs are found. */
export interface PathScores {
  readonly length: number
  /** A line begins a paragraph of a kind. */
  readonly start: (at: number, kind: Kind) => number
  /** The paragraph of line `at` goes on after it. `lines` counts the lines of the paragraph so far, `at` included. */
  readonly goOn: (at: number, role: Role, lines: number) => number
  /** The paragraph of line `at` ends with it. */
  readonly end: (at: number, role: Role, lines: number) => number
}

/** For each line whether it begins a paragraph, and of which kind its paragraph is. */
export interface ParagraphPath {
  readonly starts: readonly boolean[]
  readonly headings: readonly boolean[]
}

/** Headings are told apart by their number of lines, because a long one is none. */
const MAX_HEADING_LINES = 8

/** States of a line: 0 first of a body, 1 later in a body, then the first, second, … of a heading, then the same of a title. */
const HEADING = 2
const TITLE = HEADING + MAX_HEADING_LINES
const STATES = TITLE + MAX_HEADING_LINES
const ROLES: readonly Role[] = Array.from({ length: STATES }, (_, state) => ({
  kind: state < HEADING ? 'body' : state < TITLE ? 'heading' : 'title',
  first: state === 0 || state === HEADING || state === TITLE,
}))

/** Finds the likeliest paragraphs of a run of lines (Viterbi). Takes time in proportion to the number of lines. */
export function bestPath(scores: PathScores): ParagraphPath {
  const { length } = scores
  const from = new Int8Array(length * STATES)
  let best = new Float64Array(STATES).fill(-Infinity)
  for (let at = 0; at < length; at += 1) {
    const next = new Float64Array(STATES).fill(-Infinity)
    const take = (state: number, value: number, before: number) => {
      if (value <= (next[state] ?? 0)) return
      next[state] = value
      from[at * STATES + state] = before
    }
    if (at === 0) best[0] = 0
    for (let state = 0; state < STATES; state += 1) {
      const value = best[state] ?? -Infinity
      const role = ROLES[state]
      if (value === -Infinity || role === undefined) continue
      const ended = at === 0 ? 0 : value + scores.end(at - 1, role, linesOf(state))
      take(0, ended + scores.start(at, 'body'), state)
      take(HEADING, ended + scores.start(at, 'heading'), state)
      take(TITLE, ended + scores.start(at, 'title'), state)
      const on = state < HEADING ? 1 : state + 1
      if (at > 0 && on !== TITLE && on < STATES) take(on, value + scores.goOn(at - 1, role, linesOf(state)), state)
    }
    best = next
  }
  return trace(from, best, scores)
}

function linesOf(state: number): number {
  if (state < HEADING) return state + 1
  return state < TITLE ? state - HEADING + 1 : state - TITLE + 1
}

function trace(from: Int8Array, best: Float64Array, { length, end }: PathScores): ParagraphPath {
  const starts: boolean[] = []
  const headings: boolean[] = []
  let state = 0
  let top = -Infinity
  ROLES.forEach((role, each) => {
    const value = (best[each] ?? -Infinity) + (length > 0 ? end(length - 1, role, linesOf(each)) : 0)
    if (value > top) [top, state] = [value, each]
  })
  for (let at = length - 1; at >= 0; at -= 1) {
    starts[at] = ROLES[state]?.first ?? true
    headings[at] = state >= HEADING
    state = from[at * STATES + state] ?? 0
  }
  return { starts, headings }
}
