import { Recall } from '../../memory/recall.ts'
import { inverseFrequency } from '../counts/inverse-frequency.ts'
import { step } from '../counts/steps.ts'
import type { SectionSides } from '../sections/section-likeness.ts'
import type { Unit } from '../units/unit.ts'
import { CHARACTERS, charactersOf } from './characters.ts'
import type { Side, TopicSets } from './side-topics.ts'
import { normsOf, PARTS, type Weighed, type WeighedSide } from './weighed.ts'

/** So many characters as rare as can be, shared by two units of middling length, make them alike by one. */
const FULL = 20

/** Reads the characters of two sides; remembers those of texts that it read before. */
export class CharacterMemory {
  readonly #sets = new Recall<Int32Array>()
  #last: { readonly units: SectionSides['units']; readonly sets: TopicSets } | null = null

  read({ units }: SectionSides, isIn: (side: Side, unit: Unit) => boolean): Weighed {
    const setsOf = (side: Side): Int32Array[] =>
      units[side].map((unit, i) => {
        if (!isIn(side, unit)) return NOTHING
        const known = this.#last?.units[side][i]?.key === unit.key ? this.#last.sets[side][i] : undefined
        return known && known !== NOTHING ? known : this.#sets.get(unit.key, () => charactersOf(unit.key))
      })
    const sets = { left: setsOf('left'), right: setsOf('right') }
    this.#last = { units, sets }
    return indexCharacters(sets.left, sets.right)
  }

  endRound(): void {
    this.#sets.endRound()
  }
}

const NOTHING = new Int32Array(0)

/** A character tells its rarity, not the square of it as a topic does: there are few that are rare. All counts move in steps. */
function indexCharacters(left: readonly Int32Array[], right: readonly Int32Array[]): Weighed {
  const counts = new Int32Array(CHARACTERS)
  let [units, characters] = [0, 0]
  for (const sets of [left, right]) {
    for (const set of sets) {
      for (let k = 0; k < set.length; k += 1) counts[set[k] as number] = (counts[set[k] as number] as number) + 1
      units += set.length > 0 ? 1 : 0
      characters += set.length
    }
  }
  const average = step(Math.max(1, characters / Math.max(1, units)))
  const side = (sets: readonly Int32Array[]): WeighedSide => ({ sets, norms: normsOf(sets, average, FULL) })
  return { left: side(left), right: side(right), weights: weigh(counts, units) }
}

function weigh(counts: Int32Array, units: number): Float64Array {
  const rarityOf = inverseFrequency(units)
  const weights = new Float64Array(counts.length)
  for (let id = 0; id < counts.length; id += 1) {
    const held = counts[id] as number
    if (held > 0) weights[id] = Math.round(PARTS * rarityOf(held))
  }
  return weights
}
