import { Recall } from '../../memory/recall.ts'
import { type Rarity, type RightSet, ShingleCounter } from '../counts/rarity.ts'
import { Gatherer, indexKeys, type ShingleIndex, weighShared } from '../counts/shingle-index.ts'
import type { Unit } from '../units/unit.ts'
import { GapPairer } from './gaps.ts'
import { type Alike, type Candidate, judge } from './links.ts'

/** Characters in a row that make one shingle. Three tell Chinese phrases apart and survive a word changed nearby. */
const WIDTH = 3
/** Left units kept in mind for one of the right. */
const CANDIDATES = 12

/** All that is known of the left side; made once, however often the right side changes. */
export interface LeftIndex {
  readonly units: readonly Unit[]
  readonly shingles: ShingleIndex
  /** What can be said of the left side once it is known what it is compared with. */
  readonly against: (right: readonly Unit[]) => Opposed
  readonly gaps: GapPairer
  /** Called once for each right side: answers that were not asked for in a long while are forgotten. */
  readonly endRound: () => void
}

/** The left side, compared with one right side. */
export interface Opposed {
  readonly rarity: Rarity
  /** The left units that a unit of the right may be. */
  readonly alikeTo: (unit: Unit) => readonly Alike[]
  /** What the text of a right unit tells. */
  readonly weightOf: (unit: Unit) => number
}

/** The left units that a text may be, and what they share with it by what shingles told at a version of the rarity. */
interface Remembered {
  candidates: readonly Candidate[]
  version: number
  /** What the text told then, and which of the candidates were alike. */
  weight: number
  alike: readonly Alike[]
}

export function indexLeft(units: readonly Unit[]): LeftIndex {
  const shingles = indexKeys(
    units.map((unit) => unit.matter),
    WIDTH,
  )
  const gatherer = new Gatherer(shingles)
  const counter = new ShingleCounter(shingles)
  const known = new Recall<Remembered>()
  const gaps = new GapPairer()
  const against = (right: readonly Unit[]): Opposed => {
    const sets = right.map(({ matter }) => counter.setOf(matter))
    const rarity = counter.count(sets)
    const setOf = ({ index, matter }: Unit): RightSet => sets[index] ?? counter.setOf(matter)
    return {
      rarity,
      weightOf: (unit) => rarity.rightWeight(setOf(unit)),
      alikeTo(unit) {
        const set = setOf(unit)
        const found = known.get(unit.matter, () => ({
          candidates: gatherer.candidates(set.known, CANDIDATES).map((left) => ({ unit: left, shared: 0 })),
          version: -1,
          weight: 0,
          alike: [],
        }))
        const since = found.version
        const isRetold = since < 0 || rarity.hasChanged(set.known, since)
        if (isRetold) {
          found.candidates = found.candidates.map(({ unit: left }) => ({
            unit: left,
            shared: weighShared(shingles.sets[left] ?? set.known, set.known, rarity.told),
          }))
        }
        const weight = rarity.rightWeight(set)
        if (isRetold || weight !== found.weight || found.candidates.some((left) => rarity.weighsAnew(left.unit, since)))
          found.alike = judge(found.candidates, weight, rarity)
        found.version = rarity.version
        found.weight = weight
        return found.alike
      },
    }
  }
  return {
    units,
    shingles,
    against,
    gaps,
    endRound() {
      for (const each of [known, counter, gaps]) each.endRound()
    },
  }
}
