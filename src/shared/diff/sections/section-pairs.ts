import type { Side } from '../topics/topic-index.ts'
import type { SectionTree } from './section-tree.ts'

/** Pairs up to which there is a place for each; for longer documents only those that are set take room. */
export const MOST_PLACES = 4_000_000

/** A number for each pair of sections that has one. */
export class SectionPairs {
  readonly #places: Float64Array | null
  readonly #values = new Map<number, number>()
  readonly #width: number

  constructor({ trees }: { readonly trees: Readonly<Record<Side, SectionTree>> }) {
    this.#width = trees.right.sections.length
    const places = this.#width * trees.left.sections.length
    this.#places = places <= MOST_PLACES ? new Float64Array(places).fill(Number.NaN) : null
  }

  get(left: number, right: number): number | undefined {
    if (!this.#places) return this.#values.get(left * this.#width + right)
    const value = this.#places[left * this.#width + right] as number
    return Number.isNaN(value) ? undefined : value
  }

  set(left: number, right: number, value: number): void {
    if (this.#places) this.#places[left * this.#width + right] = value
    else this.#values.set(left * this.#width + right, value)
  }

  /** Calls `visit` for all pairs that have a number, those of the first left sections first. It may set a number of the pair it is called for. */
  forEach(visit: (left: number, right: number, value: number) => void): void {
    const at = (key: number, value: number): void => visit(Math.floor(key / this.#width), key % this.#width, value)
    const places = this.#places
    if (places) {
      for (let key = 0; key < places.length; key += 1) {
        const value = places[key] as number
        if (!Number.isNaN(value)) at(key, value)
      }
    } else for (const [key, value] of [...this.#values].sort((a, b) => a[0] - b[0])) at(key, value)
  }
}
