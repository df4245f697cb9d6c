import type { CharacterIndex } from './character-index.ts'
import { type Side } from './topic-index.ts'
import type { EvidenceSources, UnitEvidence } from './unit-evidence.ts'

/** What was weighed last, and of what. */
interface Last {
  readonly sources: EvidenceSources
  readonly most: UnitEvidence['most']
  /** What spoke for each unit of the row of each left unit; NaN for those that were not weighed. */
  readonly scores: readonly Float64Array[]
}

/**
 * Remembers what spoke for each two units in the comparison before. It holds for the next one where all that goes into
 * `UnitEvidence.weigh` is the same: what the units say, what their characters tell, their row of likeness and the most alike of
 * both, the bonds of their sections, and the fields of policy. Whatever else comes to be weighed must be compared here, too.
 */
export class LinkMemory {
  #last: Last | null = null

  /** What may be taken over from the comparison before. */
  against(sources: EvidenceSources, most: UnitEvidence['most']): KnownLinks {
    return new KnownLinks(this.#last && isComparable(this.#last.sources, sources) ? this.#last : null, sources, most)
  }

  /** Takes in what was weighed now, by left unit and its row of likeness. */
  keep(sources: EvidenceSources, most: UnitEvidence['most'], scores: readonly Float64Array[]): void {
    this.#last = { sources, most, scores }
  }
}

/** What was weighed before, asked for one left unit after the other. */
export class KnownLinks {
  readonly #last: Last | null
  readonly #now: EvidenceSources
  /** 1 for right units of which something else is known now. */
  readonly #isOther: Uint8Array
  /** For the left section at hand, whether its bonds with each right section are those of before: 1 so, 2 not so, 0 not asked yet. */
  readonly #bonds: Uint8Array
  readonly #tellOther: Readonly<Record<Side, (unit: number) => boolean>>
  #section = -2

  constructor(last: Last | null, now: EvidenceSources, most: UnitEvidence['most']) {
    this.#last = last
    this.#now = now
    this.#bonds = new Uint8Array(now.sides.trees.right.sections.length + 1)
    this.#tellOther = otherCharacters(last?.sources.characters ?? null, now.characters)
    this.#isOther = new Uint8Array(last ? now.sides.units.right.length : 0)
    for (let unit = 0; unit < this.#isOther.length; unit += 1) {
      if (!this.#saysSame('right', unit) || last?.most.right[unit] !== most.right[unit] || this.#tellOther.right(unit))
        this.#isOther[unit] = 1
    }
  }

  /** What spoke before for each unit in the row of a left unit; it still does where `isSame` says so. Null if it does for none. */
  of(left: number): Float64Array | null {
    if (!this.#last || this.#last.sources.rows[left] !== this.#now.rows[left]) return null
    if (!this.#saysSame('left', left) || this.#tellOther.left(left)) return null
    this.#enter(this.#now.sides.trees.left.sectionOf[left] ?? -1)
    return this.#last.scores[left] ?? null
  }

  /** Whether the same speaks for the left unit asked for last and a right unit. */
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
  }
}

/** Whether the characters of a unit, or its length against the others, tell something else than before. */
function otherCharacters(
  before: CharacterIndex | null,
  now: CharacterIndex,
): Readonly<Record<Side, (unit: number) => boolean>> {
  if (!before) return { left: () => true, right: () => true }
  const isOther = new Uint8Array(now.weights.length)
  let any = false
  for (let id = 0; id < isOther.length; id += 1) {
    if (before.weights[id] === now.weights[id]) continue
    isOther[id] = 1
    any = true
  }
  const asks =
    (side: Side) =>
    (unit: number): boolean =>
      before[side].norms[unit] !== now[side].norms[unit] ||
      before[side].sets[unit]?.length !== now[side].sets[unit]?.length ||
      (any && (now[side].sets[unit]?.some((id) => isOther[id] === 1) ?? false))
  return { left: asks('left'), right: asks('right') }
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
