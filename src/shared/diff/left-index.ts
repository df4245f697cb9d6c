import { Recall } from '../memory/recall.ts'
import { GapPairer } from './gaps.ts'
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
  readonly gaps: GapPairer
  /** Called once for each right side: answers that were not asked for in a long while are forgotten. */
  readonly endRound: () => void
}

export function indexLeft(units: readonly Unit[]): LeftIndex {
  const shingles = indexKeys(
    units.map((unit) => unit.matter),
    WIDTH,
  )
  const gatherer = new Gatherer(shingles)
  const known = new Recall<readonly Alike[]>()
  const gaps = new GapPairer()
  const ask = (matter: string): readonly Alike[] => {
    const asked = askFor(shingles, matter)
    return judge(gatherer.candidates(asked, CANDIDATES), asked.weight, shingles)
  }
  return {
    units,
    shingles,
    alikeTo: (matter) => known.get(matter, () => ask(matter)),
    gaps,
    endRound() {
      known.endRound()
      gaps.endRound()
    },
  }
}
