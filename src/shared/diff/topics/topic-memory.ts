import { bodyLikeness, readBodies } from '../sections/section-bodies.ts'
import type { SectionSides } from '../sections/section-likeness.ts'
import type { SectionPairs } from '../sections/section-pairs.ts'
import { SectionSums } from '../sections/section-sums.ts'
import type { Unit } from '../units/unit.ts'
import { CharacterMemory } from './character-index.ts'
import { type LikenessRow, likenessRows, renewRows } from './likeness-rows.ts'
import { LinkMemory } from './link-memory.ts'
import type { Side, TopicSets } from './side-topics.ts'
import { TopicIndex } from './topic-index.ts'
import { TopicNumbers } from './topic-numbers.ts'
import type { TopicStep } from './topic-step.ts'
import type { Weighed } from './weighed.ts'

/** What two sides are about. Holds until the memory reads the next two. */
export interface ReadTopics {
  readonly index: TopicIndex
  /** How alike sections are by what all below their headings is about, but for those that were kept. */
  readonly bodies: SectionPairs
  /** The right units that each left unit is like. */
  readonly rows: readonly LikenessRow[]
  readonly characters: Weighed
}

/** Which units take part, and which sections were kept; all others are as if they were not there. */
export interface TakingPart {
  readonly isIn: (side: Side, unit: Unit) => boolean
  readonly kept: Readonly<Record<Side, Uint8Array>>
}

/** What was found out of the two sides read last. */
interface Last {
  readonly index: TopicIndex
  readonly sums: SectionSums | null
  readonly rows: readonly LikenessRow[]
}

/**
 * Reads what two sides are about, and where they are those read last with a few units changed, counts only what these change. All
 * weights and sums are whole numbers, so that reading with a memory gives the same as reading without.
 */
export class TopicMemory {
  readonly #numbers = new TopicNumbers()
  readonly #characters = new CharacterMemory()
  #last: Last | null = null
  /** What spoke for each two units. */
  readonly links = new LinkMemory()

  read(sides: SectionSides, { isIn, kept }: TakingPart): ReadTopics {
    const read = (side: Side): Int32Array[] =>
      sides.units[side].map((unit) => (isIn(side, unit) ? this.#numbers.setOf(unit.key) : NOTHING))
    const sets = { left: read('left'), right: read('right') }
    const step = this.#last?.index.stepTo(sets) ?? null
    const known =
      this.#last && step ? goOn(this.#last, step, { sides, sets, kept }) : this.#begin({ sides, sets, kept })
    this.#last = known.last
    const { index, rows } = known.last
    return { index, rows, bodies: known.bodies, characters: this.#characters.read(sides, isIn) }
  }

  endRound(): void {
    this.#characters.endRound()
    if (this.#numbers.endRound()) this.#last = null
  }

  #begin({ sides, sets, kept }: Taken): Known {
    const index = new TopicIndex(sets, this.#numbers)
    return { ...addUp({ sides, sets, kept }, index, likenessRows(index)) }
  }
}

/** Two sides that are read. */
interface Taken {
  readonly sides: SectionSides
  readonly sets: TopicSets
  readonly kept: TakingPart['kept']
}

interface Known {
  readonly last: Last
  readonly bodies: SectionPairs
}

/** Adds up anew what the sections share. */
function addUp({ sides, kept }: Taken, index: TopicIndex, rows: readonly LikenessRow[]): Known {
  const bodies = readBodies(sides, index, kept)
  const sums = SectionSums.of(sides, bodies)
  return { last: { index, sums, rows }, bodies: sums ? sums.likeness(sides) : bodyLikeness(sides, bodies) }
}

/** Takes a step from the two sides read last. */
function goOn({ index, sums, rows }: Last, step: TopicStep, taken: Taken): Known {
  const { sides, sets, kept } = taken
  const topics = [...step.counted.keys()]
  const same = sums?.isOf(sides, kept, step) ? sums : null
  same?.takeOut(topics, index)
  index.take(step, sets)
  const renewed = renewRows(rows, index, step)
  if (!same) return addUp(taken, index, renewed)
  same.putBack(topics, index, sides)
  return { last: { index, sums: same, rows: renewed }, bodies: same.likeness(sides) }
}

const NOTHING = new Int32Array(0)
