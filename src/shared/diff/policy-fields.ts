import { Recall } from '../memory/recall.ts'
import { fold } from './fold.ts'

/** A field of policy and the words by which plans speak of it, those of earlier periods as well as today's. */
export interface PolicyField {
  readonly name: string
  readonly terms: readonly string[]
}

/** Finds the fields that texts speak of, and remembers what it found. */
export class FieldFinder {
  /** How many fields there are. */
  readonly count: number
  /** Terms and the fields they belong to, by their first two characters. */
  readonly #terms = new Map<number, { readonly term: string; readonly field: number }[]>()
  readonly #known = new Recall<Int32Array>()

  constructor(fields: readonly PolicyField[]) {
    this.count = fields.length
    for (const [field, { terms }] of fields.entries()) {
      for (const term of terms.map((each) => fold(each))) {
        if (term.length < 2) continue
        const start = pairAt(term, 0)
        this.#terms.set(start, [...(this.#terms.get(start) ?? []), { term, field }])
      }
    }
  }

  /** The fields that a comparison key speaks of, by number, ascending, each once. */
  fieldsOf(key: string): Int32Array {
    return this.#known.get(key, () => this.#find(key))
  }

  endRound(): void {
    this.#known.endRound()
  }

  #find(key: string): Int32Array {
    const found = new Set<number>()
    for (let at = 0; at + 1 < key.length; at += 1) {
      for (const { term, field } of this.#terms.get(pairAt(key, at)) ?? [])
        if (key.startsWith(term, at)) found.add(field)
    }
    return Int32Array.from(found).sort()
  }
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
}
