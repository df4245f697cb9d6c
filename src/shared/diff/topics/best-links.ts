/** A unit of the other side and how much speaks for it, 0–1. */
export interface Rated {
  readonly other: number
  readonly score: number
}

/** The strongest links of each unit of one side, strongest first; among equals the one to what stands first in the other text. */
export class BestLinks {
  readonly #most: number
  readonly #counts: Uint8Array
  readonly #others: Int32Array
  readonly #scores: Float64Array

  /** For so many `units`, `most` links each, 255 at the most. */
  constructor(units: number, most: number) {
    this.#most = most
    this.#counts = new Uint8Array(units)
    this.#others = new Int32Array(units * most)
    this.#scores = new Float64Array(units * most)
  }

  /** How many links there are. */
  get size(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0)
  }

  keep(unit: number, other: number, score: number): void {
    const [from, count] = [unit * this.#most, this.#counts[unit] as number]
    let at = from + count
    if (count < this.#most) this.#counts[unit] = count + 1
    else if (this.#isBehind(at - 1, other, score)) at -= 1
    else return
    while (at > from && this.#isBehind(at - 1, other, score)) {
      this.#others[at] = this.#others[at - 1] as number
      this.#scores[at] = this.#scores[at - 1] as number
      at -= 1
    }
    this.#others[at] = other
    this.#scores[at] = score
  }

  has(unit: number, other: number): boolean {
    return this.of(unit).some((link) => link.other === other)
  }

  /** The links of a unit. */
  of(unit: number): Rated[] {
    const from = unit * this.#most
    return Array.from({ length: this.#counts[unit] as number }, (_, i) => this.#at(from + i))
  }

  /** The strongest link of a unit. */
  first(unit: number): Rated | undefined {
    return this.#counts[unit] === 0 ? undefined : this.#at(unit * this.#most)
  }

  forEach(visit: (unit: number, other: number, score: number) => void): void {
    for (let unit = 0; unit < this.#counts.length; unit += 1) {
      for (let at = unit * this.#most, end = at + (this.#counts[unit] as number); at < end; at += 1)
        visit(unit, this.#others[at] as number, this.#scores[at] as number)
    }
  }

  #at(at: number): Rated {
    return { other: this.#others[at] as number, score: this.#scores[at] as number }
  }

  #isBehind(at: number, other: number, score: number): boolean {
    const there = this.#scores[at] as number
    return score > there || (score === there && other < (this.#others[at] as number))
  }
}
