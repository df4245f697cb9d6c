/** Rounds after which what was not asked for again is forgotten: a minute of typing, so that undoing finds what was there. */
const KEPT_ROUNDS = 64

/**
 * Remembers what a pure function gave, by a key that says all it depends on: asking again gives the same value, so whoever
 * remembers gives the same results as whoever does not. Grows with what one round asks for, not with the number of rounds.
 */
export class Recall<Value, Key = string> {
  #recent = new Map<Key, Value>()
  #earlier = new Map<Key, Value>()
  #rounds = 0

  /** The value of a key, made now if it is not remembered. `make` must depend on nothing but the key. */
  get(key: Key, make: () => Value): Value {
    return this.find(key) ?? this.keep(key, make())
  }

  find(key: Key): Value | undefined {
    const known = this.#recent.get(key)
    if (known !== undefined) return known
    const earlier = this.#earlier.get(key)
    if (earlier !== undefined) this.#recent.set(key, earlier)
    return earlier
  }

  keep(key: Key, value: Value): Value {
    this.#recent.set(key, value)
    return value
  }

  /** Ends a round. What no round has asked for in a long while is forgotten. */
  endRound(): void {
    this.#rounds += 1
    if (this.#rounds % KEPT_ROUNDS !== 0) return
    this.#earlier = this.#recent
    this.#recent = new Map()
  }
}
