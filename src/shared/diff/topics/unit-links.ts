/** A unit of each side that say something about the same matter. */
export interface UnitLink {
  readonly left: number
  readonly right: number
  /** How much speaks for it, 0–1. */
  readonly score: number
}

/** Thousands of such links in an order that tells, each at one place of all three lists. */
export interface UnitLinks {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly score: Float64Array
}

export const NO_LINKS: UnitLinks = { left: new Int32Array(0), right: new Int32Array(0), score: new Float64Array(0) }

/** The links from a score on in falling order of it; among equals what stands first in the texts. */
export function bestFirst({ left, right, score }: UnitLinks, least: number): UnitLinks {
  const order: number[] = []
  for (let at = 0; at < score.length; at += 1) if ((score[at] as number) >= least) order.push(at)
  order.sort((a, b) => {
    const [aLeft, bLeft] = [left[a] as number, left[b] as number]
    const byScore = (score[b] as number) - (score[a] as number)
    return byScore || aLeft + (right[a] as number) - bLeft - (right[b] as number) || aLeft - bLeft
  })
  const { length } = order
  const sorted = { left: new Int32Array(length), right: new Int32Array(length), score: new Float64Array(length) }
  for (let i = 0; i < length; i += 1) {
    const at = order[i] as number
    sorted.left[i] = left[at] as number
    sorted.right[i] = right[at] as number
    sorted.score[i] = score[at] as number
  }
  return sorted
}
