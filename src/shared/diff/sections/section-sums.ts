import type { Side, TopicIndex } from '../topics/topic-index.ts'
import type { TopicStep } from '../topics/topic-step.ts'
import { placesAfter } from '../topics/unit-change.ts'
import { COMMON, FAINT, often, type SectionBodies, sharedByBodies } from './section-bodies.ts'
import type { SectionSides } from './section-likeness.ts'
import { MOST_PLACES, SectionPairs } from './section-pairs.ts'
import { pathsOf } from './section-tree.ts'

/**
 * What sections share by what all below their headings is about, as sums that move along with each topic that is said more or
 * less often: whole numbers, so that they come to the same as when all is added up anew.
 */
export class SectionSums {
  readonly #width: number
  /** For each pair of sections the products of the weights of the topics that both hold, added up. */
  readonly #shared: Float64Array
  /** The squares of the weights of each section, added up. */
  readonly #squares: Readonly<Record<Side, Float64Array>>
  readonly #paths: Readonly<Record<Side, readonly (readonly number[])[]>>
  readonly #kept: Readonly<Record<Side, Uint8Array>>
  #trees: SectionSides['trees']
  /** How often a topic at hand is said in each section; zero between topics. */
  readonly #times: Readonly<Record<Side, Int32Array>>

  private constructor({ trees }: SectionSides, { left, right, kept }: SectionBodies) {
    const [rows, width] = [trees.left.sections.length, trees.right.sections.length]
    this.#width = width
    this.#trees = trees
    this.#kept = kept
    this.#shared = new Float64Array(rows * width)
    this.#squares = { left: left.squares, right: right.squares }
    this.#paths = { left: pathsOf(trees.left), right: pathsOf(trees.right) }
    this.#times = { left: new Int32Array(rows), right: new Int32Array(width) }
  }

  /** The sums of two sides added up; null for documents of so many sections that there is no place for each pair. */
  static of(sides: SectionSides, bodies: SectionBodies): SectionSums | null {
    const { left, right } = sides.trees
    if (left.sections.length * right.sections.length > MOST_PLACES) return null
    const sums = new SectionSums(sides, bodies)
    sharedByBodies(bodies, (l, r, shared) => {
      sums.#shared[l * sums.#width + r] = shared
    })
    return sums
  }

  /** Whether these are the sums of sides with other units but the same sections, of which the same were kept. */
  isOf({ trees }: SectionSides, kept: Readonly<Record<Side, Uint8Array>>, step: TopicStep): boolean {
    return (['left', 'right'] as const).every((side) => {
      const [before, now] = [this.#trees[side], trees[side]]
      if (before.sections.length !== now.sections.length) return false
      if (now.parents.some((parent, section) => parent !== before.parents[section])) return false
      if (kept[side].some((is, section) => is !== this.#kept[side][section])) return false
      // What stands in the place of another is set against it, so that it must stand in the same section.
      if (step[side].shift === 0) return now.sectionOf.every((section, unit) => section === before.sectionOf[unit])
      const places = placesAfter(step[side], before.sectionOf.length)
      return places.every((place, unit) => place < 0 || now.sectionOf[place] === before.sectionOf[unit])
    })
  }

  /** Takes what some topics add out of the sums, before the index takes a step. */
  takeOut(topics: Iterable<number>, index: TopicIndex): void {
    for (const topic of topics) this.#add(topic, index, -1)
  }

  /** Adds what these topics tell after the step. */
  putBack(topics: Iterable<number>, index: TopicIndex, { trees }: SectionSides): void {
    this.#trees = trees
    for (const topic of topics) this.#add(topic, index, 1)
  }

  /** How alike sections are, where it is not faint. */
  likeness(sides: SectionSides): SectionPairs {
    const alike = new SectionPairs(sides)
    const [left, right] = [this.#squares.left.map(Math.sqrt), this.#squares.right.map(Math.sqrt)]
    for (let l = 0; l < left.length; l += 1) {
      for (let r = 0; r < right.length; r += 1) {
        const shared = this.#shared[l * this.#width + r] as number
        if (shared === 0) continue
        const likeness = shared / ((left[l] as number) * (right[r] as number))
        if (likeness >= FAINT) alike.set(l, r, Math.min(1, likeness))
      }
    }
    return alike
  }

  #add(topic: number, index: TopicIndex, sign: 1 | -1): void {
    const told = index.telling[topic] ?? 0
    const [left, right] = [this.#sectionsOf(topic, 'left', index), this.#sectionsOf(topic, 'right', index)]
    const [ofLeft, ofRight] = [this.#weigh(left, 'left', told, sign), this.#weigh(right, 'right', told, sign)]
    if (right.length > COMMON) return
    for (const [i, l] of left.entries()) {
      for (const [k, r] of right.entries()) {
        const at = l * this.#width + r
        this.#shared[at] = (this.#shared[at] as number) + sign * (ofLeft[i] as number) * (ofRight[k] as number)
      }
    }
  }

  /** The sections that say a topic, and counts how often each does. */
  #sectionsOf(topic: number, side: Side, index: TopicIndex): number[] {
    const [times, kept, met]: [Int32Array, Uint8Array, number[]] = [this.#times[side], this.#kept[side], []]
    index[side].holders.forEach(topic, (unit) => {
      for (const section of this.#paths[side][this.#trees[side].sectionOf[unit] as number] ?? []) {
        if (kept[section] === 1) continue
        if (times[section] === 0) met.push(section)
        times[section] = (times[section] as number) + 1
      }
    })
    return met
  }

  /** What a topic weighs in the sections that say it, added to the squares. Clears the counts. */
  #weigh(sections: readonly number[], side: Side, told: number, sign: 1 | -1): number[] {
    const [times, squares] = [this.#times[side], this.#squares[side]]
    return sections.map((section) => {
      const weight = Math.round(often(times[section] as number) * told)
      squares[section] = (squares[section] as number) + sign * weight * weight
      times[section] = 0
      return weight
    })
  }
}
