import type { SectionBonds } from '../sections/section-bonds.ts'
import type { SectionSides } from '../sections/section-likeness.ts'
import { pathsOf } from '../sections/section-tree.ts'
import { type FieldIndex, partInSection } from './field-index.ts'
import type { LikenessRow } from './likeness-rows.ts'
import { type Side, weighTogether } from './topic-index.ts'
import type { WordIndex } from './word-index.ts'

/*
 * What counts beside the root of how alike two units are themselves: partner sections, as a factor of it; the headings above;
 * whether their sections, and they themselves, have each other for most alike; that both lead partner sections; what part the
 * fields they speak of have in the other's section. Fitted as a choice among all units of the other side and none
 * (bench/compare/truth, docs/adr/0010).
 */
const IN_PARTNERS = 0.31
const UNDER_HEADINGS = 0.13
const MUTUAL_SECTIONS = 0.2
const MUTUAL = 0.21
const LEADING = 0.26
const FIELDS = 0.53
const WORDS = 0
const CHARACTERS = 0
/** What fields tell on the average of units that belong together; taken where no fields are known. */
const USUAL_FIELDS = 0.25
/** Brings the whole to 0–1. */
const SCALE = 0.385

/** What is known of both sides before units are weighed. */
export interface EvidenceSources {
  readonly sides: SectionSides
  readonly bonds: SectionBonds
  /** Null where no fields of policy are known. */
  readonly fields: FieldIndex | null
  /** The right units that each left unit is like. */
  readonly rows: readonly LikenessRow[]
  readonly words: WordIndex
  readonly characters: WordIndex
}

/** Weighs what speaks for two units being about the same matter; one left unit is at hand at a time. */
export class UnitEvidence {
  readonly #sources: EvidenceSources
  readonly #paths: Readonly<Record<Side, readonly (readonly number[])[]>>
  /** How alike each unit is to the most alike unit of the other side. */
  readonly most: Readonly<Record<Side, Float64Array>>
  /** How alike each right unit is to the left unit at hand, 0–1 and rarely more; and to the headings above it. */
  readonly #alike: Float64Array
  readonly #above: Float64Array
  /** How alike the headings above each right section are to a left unit, and to which. */
  readonly #below: Float64Array
  readonly #belowOf: Int32Array
  #unit = -1
  #section = -2

  constructor(sources: EvidenceSources) {
    this.#sources = sources
    const { trees, units } = sources.sides
    this.#paths = { left: pathsOf(trees.left), right: pathsOf(trees.right) }
    this.most = { left: new Float64Array(units.left.length), right: new Float64Array(units.right.length) }
    this.#alike = new Float64Array(units.right.length)
    this.#above = new Float64Array(units.right.length)
    this.#below = new Float64Array(trees.right.sections.length)
    this.#belowOf = new Int32Array(trees.right.sections.length).fill(-1)
    for (let unit = 0; unit < units.left.length; unit += 1) this.#raise(unit, 1, this.most.right, this.most.left)
  }

  /** Takes a left unit at hand. */
  take(unit: number): LikenessRow {
    const { rows, sides } = this.#sources
    const before = rows[this.#unit]?.units ?? NONE
    for (let i = 0; i < before.length; i += 1) this.#alike[before[i] as number] = 0
    this.#unit = unit
    this.#raise(unit, 1, this.#alike)
    const section = sides.trees.left.sectionOf[unit] ?? -1
    if (section !== this.#section) this.#enter(section)
    return rows[unit] as LikenessRow
  }

  /** What speaks for the left unit at hand and a right unit, 0–1. */
  weigh(right: number): number {
    const { sides, bonds, fields, words, characters } = this.#sources
    const [left, own, other] = [this.#unit, this.#section, sides.trees.right.sectionOf[right] ?? -1]
    const alike = this.#alike[right] as number
    const under = ((this.#above[right] as number) + this.#belowHeadings(other)) / 2
    const parts = fields
      ? (partInSection(fields, 'left', left, other) + partInSection(fields, 'right', right, own)) / 2
      : USUAL_FIELDS
    const weight =
      Math.sqrt(alike) * (1 + IN_PARTNERS * bonds.partners(own, other)) +
      UNDER_HEADINGS * under +
      MUTUAL_SECTIONS * bonds.mutual(own, other) +
      (MUTUAL * alike * alike) / ((this.most.left[left] as number) * (this.most.right[right] as number)) +
      (this.#lead(left, own, right, other) ? LEADING : 0) +
      FIELDS * parts +
      WORDS * Math.sqrt(weighTogether(words, left, right)) +
      CHARACTERS * Math.sqrt(weighTogether(characters, left, right))
    return Math.min(1, SCALE * weight)
  }

  /** Raises each right unit to how alike it is to a left unit, divided by `by`, and the left unit to the highest. */
  #raise(unit: number, by: number, rights: Float64Array, lefts: Float64Array | null = null): void {
    const { units, likeness } = this.#sources.rows[unit] as LikenessRow
    let most = 0
    for (let i = 0; i < units.length; i += 1) {
      const right = units[i] as number
      const alike = (likeness[i] as number) / by
      if (alike > most) most = alike
      if (alike > (rights[right] as number)) rights[right] = alike
    }
    if (lefts) lefts[unit] = most
  }

  /** Takes the headings above the left unit at hand; the further above, the less they say. */
  #enter(section: number): void {
    this.#section = section
    this.#above.fill(0)
    for (const [step, at] of (this.#paths.left[section] ?? []).entries())
      this.#raise(this.#sources.sides.trees.left.sections[at]?.heading ?? 0, 1 + step, this.#above)
  }

  #belowHeadings(section: number): number {
    if (section < 0) return 0
    if (this.#belowOf[section] === this.#unit) return this.#below[section] as number
    let most = 0
    for (const [step, at] of (this.#paths.right[section] ?? []).entries()) {
      const heading = this.#sources.sides.trees.right.sections[at]?.heading ?? 0
      most = Math.max(most, (this.#alike[heading] as number) / (1 + step))
    }
    this.#belowOf[section] = this.#unit
    this.#below[section] = most
    return most
  }

  /** Whether both units are the first below the headings of partner sections. */
  #lead(left: number, own: number, right: number, other: number): boolean {
    const { sides, bonds } = this.#sources
    const { trees } = sides
    return (
      trees.left.sections[own]?.heading === left - 1 &&
      trees.right.sections[other]?.heading === right - 1 &&
      bonds.isPair(own, other)
    )
  }
}

const NONE = new Int32Array(0)
