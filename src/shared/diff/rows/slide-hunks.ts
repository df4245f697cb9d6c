import { INSIDE_ATOM } from './borders.ts'
import type { Island } from './island.ts'
import type { KeyPair } from './refine-hunks.ts'

/**
 * Moves what was only put in or only struck to where it reads as a unit: of the equal ways to say that A、B became
 * A、C、B the one that puts in `C、` as a whole. Islands keep their number and never become empty in the middle.
 */
export function slideHunks(pair: KeyPair, islands: readonly Island[]): Island[] {
  const result = [...islands]
  for (let i = 1; i < result.length; i += 1) {
    const [before, after] = [result[i - 1], result[i]]
    if (!before || !after) continue
    const insertion = before.left + before.count === after.left
    const deletion = before.right + before.count === after.right
    if (insertion === deletion) continue
    const shift = bestShift(insertion ? pair.right : pair.left, insertion ? pair.rightBorders : pair.leftBorders, {
      start: insertion ? before.right + before.count : before.left + before.count,
      end: insertion ? after.right : after.left,
      back: before.count - (i > 1 ? 1 : 0),
      ahead: after.count - (i < result.length - 1 ? 1 : 0),
    })
    result[i - 1] = { ...before, count: before.count + shift }
    result[i] = { left: after.left + shift, right: after.right + shift, count: after.count - shift }
  }
  return result.filter((island) => island.count > 0)
}

interface Slide {
  readonly start: number
  readonly end: number
  /** How far the span may move back and ahead. */
  readonly back: number
  readonly ahead: number
}

function bestShift(key: string, borders: Uint8Array, { start, end, back, ahead }: Slide): number {
  let best = 0
  let bestScore = scoreAt(borders, start, end)
  for (let n = 1; n <= back && key[start - n] === key[end - n]; n += 1) {
    const score = scoreAt(borders, start - n, end - n)
    if (score > bestScore) [best, bestScore] = [-n, score]
  }
  for (let n = 1; n <= ahead && key[start + n - 1] === key[end + n - 1]; n += 1) {
    const score = scoreAt(borders, start + n, end + n)
    if (score > bestScore) [best, bestScore] = [n, score]
  }
  return best
}

function scoreAt(borders: Uint8Array, start: number, end: number): number {
  const [from, to] = [borders[start] ?? 0, borders[end] ?? 0]
  return from === INSIDE_ATOM || to === INSIDE_ATOM ? -1 : from + to
}
