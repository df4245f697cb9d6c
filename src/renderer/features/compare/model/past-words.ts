import type { PastPassage, PastPiece } from '../../../../shared/comparison/passage-history.ts'
import type { Target } from '../../../../shared/targets/target.ts'
import type { Range } from '../../../../shared/text/range.ts'
import { findNumberRange } from './number-range.ts'

/** Words of a passage in one mark; `figure`: the number of a target. */
export interface PastWords {
  readonly op: PastPiece['op']
  readonly text: string
  readonly figure: boolean
}

/** What is left out of a long passage: so many characters that both have. */
export interface PastGap {
  readonly gap: number
}

/** Passages up to this length are shown whole. */
const SHORT = 140
/** Of equal words this much stays beside a change, and at the beginning of the passage. */
const KEPT = 14
/** Of a passage without marks, which is read for what it says. */
const BEGINNING = 80
/** Less than this is not worth leaving out. */
const LEAST_GAP = 12

/** The pieces of a passage with the figures of its targets apart. */
export function wordsOf({ pieces, targets }: Pick<PastPassage, 'pieces' | 'targets'>): PastWords[] {
  const figures = figureRanges(targets)
  return pieces.flatMap((piece) => (piece.start === null ? [plain(piece)] : splitAt(piece, piece.start, figures)))
}

/** A text without marks but for the figures of targets; `start` is its offset among them. */
export function plainWords(text: string, start: number, targets: readonly Target[]): PastWords[] {
  return splitAt({ op: '=', text }, start, figureRanges(targets))
}

/** Without most of what both have, where the passage is long. */
export function condense(words: readonly PastWords[]): (PastWords | PastGap)[] {
  const length = words.reduce((sum, { text }) => sum + text.length, 0)
  if (length <= SHORT) return [...words]
  return runsOf(words).flatMap((run, index, runs) => {
    if (run[0]?.op !== '=') return run
    if (runs.length === 1) return shorten(run, BEGINNING, 0)
    return shorten(run, KEPT, index === runs.length - 1 ? 0 : KEPT)
  })
}

function plain({ op, text }: Pick<PastPiece, 'op' | 'text'>): PastWords {
  return { op, text, figure: false }
}

function figureRanges(targets: readonly Target[]): Range[] {
  return targets.flatMap((target) => findNumberRange(target) ?? []).toSorted((a, b) => a.start - b.start)
}

function splitAt({ op, text }: Pick<PastPiece, 'op' | 'text'>, start: number, figures: readonly Range[]): PastWords[] {
  const words: PastWords[] = []
  let at = 0
  const put = (end: number, figure: boolean) => {
    if (end > at) words.push({ op, text: text.slice(at, end), figure })
    at = Math.max(at, end)
  }
  for (const figure of figures) {
    const [from, to] = [figure.start - start, figure.end - start]
    if (to <= at || from >= text.length) continue
    put(Math.max(from, at), false)
    put(Math.min(to, text.length), true)
  }
  put(text.length, false)
  return words
}

/** Runs of equal words, and each changed piece for itself. */
function runsOf(words: readonly PastWords[]): PastWords[][] {
  const runs: PastWords[][] = []
  for (const word of words) {
    const run = runs.at(-1)
    if (word.op === '=' && run?.[0]?.op === '=') run.push(word)
    else runs.push([word])
  }
  return runs
}

/** The first `head` and the last `tail` characters of a run of equal words. */
function shorten(run: readonly PastWords[], head: number, tail: number): (PastWords | PastGap)[] {
  const length = run.reduce((sum, { text }) => sum + text.length, 0)
  const gap = length - head - tail
  if (gap < LEAST_GAP) return [...run]
  return [...cut(run, 0, head), { gap }, ...cut(run, length - tail, length)]
}

function cut(run: readonly PastWords[], from: number, to: number): PastWords[] {
  let at = 0
  return run.flatMap((word) => {
    const start = at
    at += word.text.length
    const text = word.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...word, text }]
  })
}
