import { type Holders, listHolders } from '../counts/holders.ts'
import { holds } from '../counts/holds.ts'
import { placesAfter, type UnitChange } from './unit-change.ts'

/** Units that may change before all are listed anew. */
const MOST_FRESH = 16

/** A unit that came to hold other topics since the holders were listed. */
export interface FreshUnit {
  readonly place: number
  readonly set: Int32Array
}

/** Which units of one side hold each topic. The lists are made once; units that change later are kept beside them. */
export class TopicHolders {
  #listed: Holders
  /** Where each unit stands that was listed; -1 for one that is gone or holds something else now. */
  #places: Int32Array
  #fresh: readonly FreshUnit[] = []

  /** `counts` says how many units hold each topic. */
  constructor(sets: readonly Int32Array[], counts: Int32Array) {
    this.#listed = listHolders(sets, counts, Number.POSITIVE_INFINITY)
    this.#places = Int32Array.from(sets, (_, place) => place)
  }

  /** The lists as they were made, one behind the other, in numbers of units then. */
  get listed(): Holders {
    return this.#listed
  }

  get places(): Int32Array {
    return this.#places
  }

  get fresh(): readonly FreshUnit[] {
    return this.#fresh
  }

  /** Takes over a change, after which the units hold `sets`. */
  change(change: UnitChange, sets: readonly Int32Array[], counts: Int32Array): void {
    const { gone, fresh, shift, from } = change
    if (this.#fresh.length + fresh.length > MOST_FRESH) {
      this.#listed = listHolders(sets, counts, Number.POSITIVE_INFINITY)
      this.#places = Int32Array.from(sets, (_, place) => place)
      this.#fresh = []
      return
    }
    if (gone.length + fresh.length === 0) return
    const after = placesAfter({ gone, fresh, shift, from }, sets.length - shift)
    this.#places = this.#places.map((place) => (place < 0 ? -1 : (after[place] as number)))
    this.#fresh = [
      ...this.#fresh.flatMap(({ place, set }) => {
        const now = after[place] as number
        return now < 0 ? [] : [{ place: now, set }]
      }),
      ...fresh.map((place) => ({ place, set: sets[place] as Int32Array })),
    ]
  }

  /** Calls `visit` for each unit that holds a topic, in no order that tells. */
  forEach(topic: number, visit: (unit: number) => void): void {
    const { holders, holdersFrom } = this.#listed
    if (topic + 1 < holdersFrom.length) {
      for (let at = holdersFrom[topic] as number, end = holdersFrom[topic + 1] as number; at < end; at += 1) {
        const unit = this.#places[holders[at] as number] as number
        if (unit >= 0) visit(unit)
      }
    }
    for (const { place, set } of this.#fresh) if (holds(set, topic)) visit(place)
  }
}
