import { Recall } from '../../memory/recall.ts'
import { HashTable } from '../counts/hash-table.ts'
import { topicsOf } from './topics.ts'

/** Topics are numbered afresh when there are this many times more of them than at first. */
const MOST_GROWTH = 4

/**
 * The topics of texts by number, kept from comparison to comparison. The numbers depend on what was met first; nothing else
 * does, because topics weigh whole numbers, whose sums are the same in any order.
 */
export class TopicNumbers {
  #numbers = new HashTable(1024)
  #sets = new Recall<Int32Array>()
  #afresh = 0

  get size(): number {
    return this.#numbers.size
  }

  /** The topics of a text, ascending. */
  setOf(key: string): Int32Array {
    return this.#sets.get(key, () => numberTopics(topicsOf(key), this.#numbers))
  }

  /** Begins afresh when most numbers are of topics that were typed and taken back; true if so. */
  endRound(): boolean {
    this.#sets.endRound()
    if (this.#afresh === 0) this.#afresh = this.size
    if (this.size <= MOST_GROWTH * this.#afresh + MOST_GROWTH * 1024) return false
    this.#numbers = new HashTable(1024)
    this.#sets = new Recall()
    this.#afresh = 0
    return true
  }
}

/** Topics by number, ascending, each once. Writes over the topics given. */
function numberTopics(topics: Int32Array, numbers: HashTable): Int32Array {
  for (let i = 0; i < topics.length; i += 1) topics[i] = numbers.add(topics[i] as number)
  topics.sort()
  let kept = 0
  for (let i = 0; i < topics.length; i += 1)
    if (i === 0 || topics[i] !== topics[i - 1]) topics[kept++] = topics[i] as number
  return topics.slice(0, kept)
}
