import type { Side } from './topic-index.ts'
import type { UnitLink, UnitLinks } from './unit-links.ts'

/** Links kept for one unit. */
const MOST = 3

/** The strongest links of each unit of one side; among equals the one to what stands first in the other text. */
export class NearestLinks {
  readonly #side: Side
  readonly #others: Int32Array
  readonly #scores: Float64Array

  /** Of `links` those from a score of `least` on; the side has so many `units`. */
  constructor(links: UnitLinks, side: Side, units: number, least: number) {
    this.#side = side
    this.#others = new Int32Array(units * MOST).fill(-1)
    this.#scores = new Float64Array(units * MOST)
    const [own, other] = side === 'left' ? [links.left, links.right] : [links.right, links.left]
    for (let at = 0; at < own.length; at += 1) {
      const score = links.score[at] as number
      if (score >= least) this.#keep((own[at] as number) * MOST, other[at] as number, score)
    }
  }

  /** The unit of the other side that a unit is linked to most, -1 for none. */
  first(unit: number): number {
    return this.#others[unit * MOST] as number
  }

  /** How much speaks for the first. */
  score(unit: number): number {
    return this.#scores[unit * MOST] as number
  }

  /** All that are kept, strongest first, as far as they are not less than `part` of the first. */
  of(unit: number, part: number): UnitLink[] {
    const found: UnitLink[] = []
    for (let at = unit * MOST, end = at + MOST; at < end; at += 1) {
      const [other, score] = [this.#others[at] as number, this.#scores[at] as number]
      if (other < 0 || score < part * this.score(unit)) break
      found.push(this.#side === 'left' ? { left: unit, right: other, score } : { left: other, right: unit, score })
    }
    return found
  }

  #keep(from: number, other: number, score: number): void {
    let at = from + MOST - 1
    if (!this.#isBehind(at, other, score)) return
    while (at > from && this.#isBehind(at - 1, other, score)) {
      this.#others[at] = this.#others[at - 1] as number
      this.#scores[at] = this.#scores[at - 1] as number
      at -= 1
    }
    this.#others[at] = other
    this.#scores[at] = score
  }

  #isBehind(at: number, other: number, score: number): boolean {
    const [there, known] = [this.#others[at] as number, this.#scores[at] as number]
    return there < 0 || score > known || (score === known && other < there)
  }
}
