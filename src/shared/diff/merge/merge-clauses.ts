import type { TextChange } from './text-changes.ts'

/** A stretch of the base between clause borders, and the changes of each side to it. An empty stretch is a border itself. */
export interface ClauseRegion {
  readonly from: number
  readonly to: number
  readonly ours: readonly TextChange[]
  readonly theirs: readonly TextChange[]
}

interface Touch {
  readonly side: 'ours' | 'theirs'
  readonly change: TextChange
  readonly from: number
  readonly to: number
}

/** What a clause put in ends with. */
const ENDS_CLAUSE = /[，。；：！？,;:!?|…\n][”’」』》〉)）】\s]*$/u

/** The base text of a merge and where its clauses end, as offsets into it. */
export interface ClauseText {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Ascending; the last is `end`. */
  readonly ends: readonly number[]
}

/**
 * The stretches that either side changed, widened to whole clauses, in the order of the base; stretches that touch the
 * same clause are one. A clause put in between two others touches neither.
 */
export function clauseRegions(
  base: ClauseText,
  ours: readonly TextChange[],
  theirs: readonly TextChange[],
): ClauseRegion[] {
  const touches = [...touchesOf(base, ours, 'ours'), ...touchesOf(base, theirs, 'theirs')]
  touches.sort((a, b) => a.from - b.from || a.to - b.to)
  const groups: { from: number; to: number; touches: Touch[] }[] = []
  for (const touch of touches) {
    const last = groups.at(-1)
    if (last && overlap(last, touch)) {
      last.touches.push(touch)
      last.to = Math.max(last.to, touch.to)
    } else groups.push({ from: touch.from, to: touch.to, touches: [touch] })
  }
  return groups.map(({ from, to, touches: all }) => ({ from, to, ours: of(all, 'ours'), theirs: of(all, 'theirs') }))
}

function overlap(group: { readonly from: number; readonly to: number }, touch: Touch): boolean {
  return touch.from < group.to || (group.from === touch.from && group.to === touch.to)
}

function of(touches: readonly Touch[], side: Touch['side']): TextChange[] {
  return touches
    .filter((touch) => touch.side === side)
    .map(({ change }) => change)
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

function touchesOf(base: ClauseText, changes: readonly TextChange[], side: Touch['side']): Touch[] {
  return changes.map((given, i) => {
    const change = slideToBorder(base, given, changes[i + 1]?.from ?? base.end)
    return { side, change, ...clausesOf(base, change) }
  })
}

/** 甲，[丙，]乙 and 甲[，丙]，乙 are the same text: what is put in or struck is slid to where it is a clause of its own. */
function slideToBorder(base: ClauseText, change: TextChange, limit: number): TextChange {
  let best = change
  let current = change
  for (let step = 0; step < MOST_SLIDES && !isClauses(base, best); step += 1) {
    const next = base.text.charAt(current.to)
    if (current.to >= limit || current.to >= base.end) break
    const moving = current.from === current.to ? current.text : base.text.slice(current.from, current.to)
    if (moving === '' || moving.charAt(0) !== next || (current.from !== current.to && current.text !== '')) break
    const text = current.text === '' ? '' : current.text.slice(1) + next
    current = { from: current.from + 1, to: current.to + 1, sideFrom: current.sideFrom + 1, text }
    if (isClauses(base, current)) best = current
  }
  return best
}

/** A closing quote, a full stop and a line break are the most that clauses share at their ends. */
const MOST_SLIDES = 4

/** Whether a change puts in or strikes whole clauses and nothing else. */
function isClauses(base: ClauseText, { from, to, text }: TextChange): boolean {
  if (!isBorder(base, from) || !isBorder(base, to)) return false
  return from !== to || ENDS_CLAUSE.test(text)
}

function isBorder({ start, ends }: ClauseText, place: number): boolean {
  return place <= start || ends[firstEnd(ends, place)] === place
}

/** The clauses that a change touches, as a stretch of the base; empty for clauses put in between two. */
function clausesOf(base: ClauseText, change: TextChange): { from: number; to: number } {
  const { from, to } = change
  if (from === to && isBorder(base, from)) {
    const before = base.text.slice(base.start, from)
    if (ENDS_CLAUSE.test(change.text) || (from === base.end && ENDS_CLAUSE.test(before))) return { from, to }
  }
  const { start, ends } = base
  // At the very end without a full stop, more text goes on with the last clause.
  const first = Math.min(firstEnd(ends, from + 1), Math.max(0, ends.length - 1))
  const last = Math.max(first, firstEnd(ends, to))
  return { from: first === 0 ? start : (ends[first - 1] ?? start), to: ends[last] ?? base.end }
}

/** The first clause that ends at or behind a place. */
function firstEnd(ends: readonly number[], place: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) >= place) high = middle
    else low = middle + 1
  }
  return low
}
