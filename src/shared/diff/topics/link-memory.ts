import type { UnitLink } from './relate-units.ts'
import { type Side } from './topic-index.ts'
import type { EvidenceSources, UnitEvidence } from './unit-evidence.ts'

/** The links of one left unit, in the order of its row of likeness; null for those that were not weighed. */
export type WeighedLinks = readonly (UnitLink | null)[]

/** What was weighed last, and of what. */
interface Last {
  readonly sources: EvidenceSources
  readonly most: UnitEvidence['most']
  readonly links: readonly WeighedLinks[]
}

/**
 * Remembers what spoke for each two units in the comparison before. It holds for the next one where all that goes into
 * `UnitEvidence.weigh` is the same: what the units say, their row of likeness and the most alike of both, the rows of the headings
 * above, the bonds of their sections, and the fields of policy. Whatever else comes to be weighed must be compared here, too.
 */
export class LinkMemory {
  #last: Last | null = null

  /** What may be taken over from the comparison before. */
  against(sources: EvidenceSources, most: UnitEvidence['most']): KnownLinks {
    return new KnownLinks(this.#last && isComparable(this.#last.sources, sources) ? this.#last : null, sources, most)
  }

  /** Takes in what was weighed now, by left unit. */
  keep(sources: EvidenceSources, most: UnitEvidence['most'], links: readonly WeighedLinks[]): void {
    this.#last = { sources, most, links }
  }

  forget(): void {
    this.#last = null
  }
}

/** Links weighed before, asked for one left unit after the other. */
export class KnownLinks {
  readonly #last: Last | null
  readonly #now: EvidenceSources
  /** 1 for right units of which something else is known now. */
  readonly #isOther: Uint8Array
  /** For the left section at hand, whether its bonds with each right section are those of before: 1 so, 2 not so, 0 not asked yet. */
  readonly #bonds: Uint8Array
  #section = -2
  #isUnder = false

  constructor(last: Last | null, now: EvidenceSources, most: UnitEvidence['most']) {
    this.#last = last
    this.#now = now
    this.#bonds = new Uint8Array(now.sides.trees.right.sections.length + 1)
    this.#isOther = new Uint8Array(last ? now.sides.units.right.length : 0)
    for (let unit = 0; unit < this.#isOther.length; unit += 1) {
      if (!this.#saysSame('right', unit) || last?.most.right[unit] !== most.right[unit]) this.#isOther[unit] = 1
    }
  }

  /** The links that a left unit had before, if those that `isSame` allows are still its links; null if none is. */
  of(left: number): WeighedLinks | null {
    if (!this.#last || this.#last.sources.rows[left] !== this.#now.rows[left] || !this.#saysSame('left', left))
      return null
    this.#enter(this.#now.sides.trees.left.sectionOf[left] ?? -1)
    return this.#isUnder ? (this.#last.links[left] ?? null) : null
  }

  /** Whether the link of the left unit asked for last with a right unit is as it was. */
  isSame(right: number): boolean {
    if (this.#isOther[right] === 1) return false
    const other = this.#now.sides.trees.right.sectionOf[right] ?? -1
    const known = this.#bonds[other + 1] as number
    if (known > 0) return known === 1
    const [before, now] = [this.#last?.sources.bonds, this.#now.bonds]
    const own = this.#section
    const isSame =
      before?.partners(own, other) === now.partners(own, other) &&
      before.mutual(own, other) === now.mutual(own, other) &&
      before.isPair(own, other) === now.isPair(own, other)
    this.#bonds[other + 1] = isSame ? 1 : 2
    return isSame
  }

  #saysSame(side: Side, unit: number): boolean {
    return this.#last?.sources.sides.units[side][unit]?.id === this.#now.sides.units[side][unit]?.id
  }

  #enter(section: number): void {
    if (section === this.#section) return
    this.#section = section
    this.#bonds.fill(0)
    const { sections, parents } = this.#now.sides.trees.left
    this.#isUnder = true
    for (let at = section; at >= 0 && this.#isUnder; at = parents[at] ?? -1) {
      const heading = sections[at]?.heading ?? 0
      this.#isUnder = this.#last?.sources.rows[heading] === this.#now.rows[heading]
    }
  }
}

/** Whether units stand at the same places in the same sections and fields of policy are known alike. */
function isComparable(before: EvidenceSources, now: EvidenceSources): boolean {
  return before.fields === now.fields && isAligned(before, now, 'left') && isAligned(before, now, 'right')
}

function isAligned(before: EvidenceSources, now: EvidenceSources, side: Side): boolean {
  if (before.sides.units[side].length !== now.sides.units[side].length) return false
  const [own, other] = [before.sides.trees[side].sections, now.sides.trees[side].sections]
  return (
    own.length === other.length &&
    own.every(({ heading, end }, i) => heading === other[i]?.heading && end === other[i]?.end)
  )
}
