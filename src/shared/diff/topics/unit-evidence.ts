import type { SectionBonds } from '../sections/section-bonds.ts'
import type { SectionSides } from '../sections/section-likeness.ts'
import { leads } from '../sections/section-tree.ts'
import { type FieldIndex, partInSection } from './field-index.ts'
import type { LikenessRow } from './likeness-rows.ts'
import type { Side } from './topic-index.ts'
import { type Weighed, weighTogether } from './weighed.ts'

/*
 * What speaks for two units: how alike they are by topics, the more so in partner sections; how alike by characters; whether
 * their sections, and they themselves, have each other for most alike; that both lead partner sections; what part the fields
 * they speak of have in the other's section. Fitted as a choice among the units of the other side and none (bench/compare/truth,
 * docs/adr/0010), and brought to where none weighs 0.21.
 */
const LIKE = 0.076
const IN_PARTNERS = 0.156
const CHARACTERS = 0.119
const MUTUAL_SECTIONS = 0.073
const MUTUAL = 0.081
const LEADING = 0.067
const FIELDS = 0.142
/** What fields tell on the average of units that belong together; taken where no fields are known. */
const USUAL_FIELDS = 0.25

/** What is known of both sides before units are weighed. */
export interface EvidenceSources {
  readonly sides: SectionSides
  readonly bonds: SectionBonds
  /** Null where no fields of policy are known. */
  readonly fields: FieldIndex | null
  /** The right units that each left unit is like. */
  readonly rows: readonly LikenessRow[]
  readonly characters: Weighed
}

/** Weighs what speaks for two units being about the same matter. */
export class UnitEvidence {
  readonly #sources: EvidenceSources
  /** How alike each unit is to the most alike unit of the other side. */
  readonly most: Readonly<Record<Side, Float64Array>>

  constructor(sources: EvidenceSources) {
    this.#sources = sources
    const { units } = sources.sides
    this.most = { left: new Float64Array(units.left.length), right: new Float64Array(units.right.length) }
    for (const [left, row] of sources.rows.entries()) this.#raise(left, row)
  }

  /** What speaks for a left unit and a right unit that are so much alike by topics, 0–1. */
  weigh(left: number, right: number, alike: number): number {
    const { sides, bonds, fields, characters } = this.#sources
    const [own, other] = [sides.trees.left.sectionOf[left] ?? -1, sides.trees.right.sectionOf[right] ?? -1]
    const parts = fields
      ? (partInSection(fields, 'left', left, other) + partInSection(fields, 'right', right, own)) / 2
      : USUAL_FIELDS
    const weight =
      Math.sqrt(alike) * (LIKE + IN_PARTNERS * bonds.partners(own, other)) +
      CHARACTERS * Math.sqrt(weighTogether(characters, left, right)) +
      MUTUAL_SECTIONS * bonds.mutual(own, other) +
      (MUTUAL * alike * alike) / ((this.most.left[left] as number) * (this.most.right[right] as number)) +
      (this.#lead(left, own, right, other) ? LEADING : 0) +
      FIELDS * parts
    return Math.min(1, weight)
  }

  #raise(left: number, { units, likeness }: LikenessRow): void {
    let most = 0
    for (let i = 0; i < units.length; i += 1) {
      const right = units[i] as number
      const alike = likeness[i] as number
      if (alike > most) most = alike
      if (alike > (this.most.right[right] as number)) this.most.right[right] = alike
    }
    this.most.left[left] = most
  }

  /** Whether both units are the first below the headings of partner sections. */
  #lead(left: number, own: number, right: number, other: number): boolean {
    const { sides, bonds } = this.#sources
    return leads(sides.trees.left, left) && leads(sides.trees.right, right) && bonds.isPair(own, other)
  }
}
