import { Recall } from './recall.ts'

/** A value as it was when what it was read off began at `start`. */
interface Placed<Value> {
  start: number
  value: Value
}

/**
 * Remembers what was read off a stretch of text, wherever it stands: what is met again elsewhere is moved there. `move` must
 * give what reading at the new place would give. What stayed in its place is the very same value.
 */
export class PlacedRecall<Value> {
  readonly #known = new Recall<Placed<Value>>()
  readonly #move: (value: Value, by: number) => Value

  constructor(move: (value: Value, by: number) => Value) {
    this.#move = move
  }

  /** The value of a stretch that begins at `start`; `key` says all that it depends on but the place. */
  get(key: string, start: number, make: () => Value): Value {
    return this.find(key, start) ?? this.keep(key, start, make())
  }

  find(key: string, start: number): Value | undefined {
    const known = this.#known.find(key)
    if (!known) return undefined
    if (start !== known.start) known.value = this.#move(known.value, start - known.start)
    known.start = start
    return known.value
  }

  keep(key: string, start: number, value: Value): Value {
    this.#known.keep(key, { start, value })
    return value
  }

  endRound(): void {
    this.#known.endRound()
  }
}
