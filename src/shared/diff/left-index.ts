import { type Alike, judge } from './links.ts'
import { askFor, Gatherer, indexKeys, type ShingleIndex } from './shingle-index.ts'
import type { Unit } from './unit.ts'

/** Characters in a row that make one shingle. Three tell Chinese phrases apart and survive a word changed nearby. */
const WIDTH = 3
/** Left units kept in mind for one of the right. */
const CANDIDATES = 12

/** All that is known of the left side; made once, however often the right side changes. */
export interface LeftIndex {
  readonly units: readonly Unit[]
  readonly shingles: ShingleIndex
  /** The left units that a text may be, best first. Depends on nothing but the text. */
  readonly alikeTo: (matter: string) => readonly Alike[]
}

export function indexLeft(units: readonly Unit[]): LeftIndex {
  const shingles = indexKeys(
    units.map((unit) => unit.matter),
    WIDTH,
  )
  const gatherer = new Gatherer(shingles)
  const known = new Map<string, readonly Alike[]>()
  const alikeTo = (matter: string): readonly Alike[] => {
    const answered = known.get(matter)
    if (answered) return answered
    const asked = askFor(shingles, matter)
    const answer = judge(gatherer.candidates(asked, CANDIDATES), asked.weight, shingles)
    known.set(matter, answer)
    return answer
  }
  return { units, shingles, alikeTo }
}
