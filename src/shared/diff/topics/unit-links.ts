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
