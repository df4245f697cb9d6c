import { Recall } from '../../memory/recall.ts'
import { fold } from '../units/fold.ts'

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
  /** 1 for characters that terms begin with, 2 for those that come second, 3 for both: most pairs need not be looked up. */
  readonly #starts = new Uint8Array(0x10000)
  readonly #known = new Recall<Int32Array>()

  constructor(fields: readonly PolicyField[]) {
    this.count = fields.length
    for (const [field, { terms }] of fields.entries()) {
      for (const term of terms.map((each) => fold(each))) {
        if (term.length < 2) continue
        const start = pairAt(term, 0)
        this.#terms.set(start, [...(this.#terms.get(start) ?? []), { term, field }])
        for (const at of [0, 1]) this.#starts[term.charCodeAt(at)] = (this.#starts[term.charCodeAt(at)] ?? 0) | (at + 1)
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
    let before = 0
    for (let at = 0; at < key.length; at += 1) {
      const starts = this.#starts[key.charCodeAt(at)] as number
      if ((before & 1) !== 0 && (starts & 2) !== 0) {
        for (const { term, field } of this.#terms.get(pairAt(key, at - 1)) ?? NONE)
          if (key.startsWith(term, at - 1)) found.add(field)
      }
      before = starts
    }
    return Int32Array.from(found).sort()
  }
}

const NONE: readonly { readonly term: string; readonly field: number }[] = []

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)
}
