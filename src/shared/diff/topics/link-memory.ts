import { leads } from '../sections/section-tree.ts'
import type { Unit } from '../units/unit.ts'
import type { FieldIndex } from './field-index.ts'
import type { LikenessRow } from './likeness-rows.ts'
import type { Side } from './topic-index.ts'
import { changeBetween, placesAfter } from './unit-change.ts'
import type { EvidenceSources, UnitEvidence } from './unit-evidence.ts'
import type { Weighed } from './weighed.ts'

/** What was weighed last, and of what. */
interface Last {
  readonly sources: EvidenceSources
  readonly most: UnitEvidence['most']
  /** What spoke for each unit of the row of each left unit; NaN for those that were not weighed. */
  readonly scores: readonly Float64Array[]
}

/**
 * Remembers what spoke for each two units in the comparison before. It holds for the next one where all that goes into
 * `UnitEvidence.weigh` is the same: what the units say, what their characters tell, how alike they are and the most alike of both,
 * whether they lead their sections, the bonds of these and the parts that fields of policy have in them. Whatever else comes to
 * be weighed must be compared here, too.
 */
export class LinkMemory {
  #last: Last | null = null

  /** What may be taken over from the comparison before. */
  against(sources: EvidenceSources, most: UnitEvidence['most']): KnownLinks {
    return new KnownLinks(this.#last, sources, most)
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
  readonly #right: Stayed
  /** 1 for units of which something else is known now. */
  readonly #isOther: Readonly<Record<Side, Uint8Array>>
  readonly #left: Stayed
  /** 1 for sections in which fields of policy have other parts now. */
  readonly #parts: Readonly<Record<Side, Uint8Array>>
  /** For the left section at hand, whether its bonds with each right section are those of before: 1 so, 2 not so, 0 not asked yet. */
  readonly #bonds: Uint8Array
  #section = -2

  constructor(last: Last | null, now: EvidenceSources, most: UnitEvidence['most']) {
    const { units, trees } = now.sides
    this.#now = now
    this.#left = stayed(last?.sources.sides.units.left ?? [], units.left)
    this.#right = stayed(last?.sources.sides.units.right ?? [], units.right)
    this.#last = last && isComparable(last.sources, now, { left: this.#left, right: this.#right }) ? last : null
    this.#bonds = new Uint8Array(trees.right.sections.length + 1)
    this.#parts = { left: new Uint8Array(0), right: new Uint8Array(0) }
    this.#isOther = { left: new Uint8Array(0), right: new Uint8Array(0) }
    if (!this.#last) return
    this.#parts = {
      left: otherParts(this.#last.sources.fields, now.fields, 'left', trees.left.sections.length),
      right: otherParts(this.#last.sources.fields, now.fields, 'right', trees.right.sections.length),
    }
    this.#isOther = {
      left: otherUnits(this.#last, { sources: now, most }, 'left', this.#left),
      right: otherUnits(this.#last, { sources: now, most }, 'right', this.#right),
    }
  }

  /** What spoke before for each unit in the row of a left unit; it still does where `isSame` says so. Null if it does for none. */
  of(left: number): Float64Array | null {
    if (!this.#last || this.#isOther.left[left] === 1) return null
    const section = this.#now.sides.trees.left.sectionOf[left] ?? -1
    if (section !== this.#section) {
      this.#section = section
      this.#bonds.fill(0)
    }
    const before = this.#left.before[left] as number
    const [row, known] = [this.#now.rows[left], this.#last.sources.rows[before]]
    const scores = this.#last.scores[before]
    if (!row || !known || !scores || scores.length === 0) return null
    return row === known ? scores : carriedOver(known, scores, row, this.#right.now)
  }

  /** Whether the same speaks for the left unit asked for last and a right unit. */
  isSame(right: number): boolean {
    if (this.#isOther.right[right] === 1) return false
    const other = this.#now.sides.trees.right.sectionOf[right] ?? -1
    const known = this.#bonds[other + 1] as number
    if (known > 0) return known === 1
    const [before, now] = [this.#last?.sources.bonds, this.#now.bonds]
    const own = this.#section
    const isSame =
      (this.#parts.left[own] ?? 0) === 0 &&
      (this.#parts.right[other] ?? 0) === 0 &&
      before?.partners(own, other) === now.partners(own, other) &&
      before.mutual(own, other) === now.mutual(own, other) &&
      before.isPair(own, other) === now.isPair(own, other)
    this.#bonds[other + 1] = isSame ? 1 : 2
    return isSame
  }
}

/** Where units that stayed were and are; -1 for those that are new or gone. */
interface Stayed {
  /** For each unit now, its place before. */
  readonly before: Int32Array
  /** For each unit before, its place now. */
  readonly now: Int32Array
}

function stayed(before: readonly Unit[], now: readonly Unit[]): Stayed {
  const change = changeBetween(
    before.map(({ key }) => key),
    now.map(({ key }) => key),
  )
  const places = placesAfter(change, before.length)
  const back = new Int32Array(now.length).fill(-1)
  for (let unit = 0; unit < places.length; unit += 1) {
    const place = places[unit] as number
    if (place >= 0) back[place] = unit
  }
  return { before: back, now: places }
}

/** The scores of a row in the order of the row that it became; NaN for what is new there or no longer as alike. */
function carriedOver(known: LikenessRow, scores: Float64Array, row: LikenessRow, places: Int32Array): Float64Array {
  const carried = new Float64Array(row.units.length).fill(Number.NaN)
  let at = 0
  for (let i = 0; i < scores.length && at < carried.length; i += 1) {
    const place = places[known.units[i] as number] as number
    if (place < 0 || place !== row.units[at]) continue
    if (known.likeness[i] === row.likeness[at]) carried[at] = scores[i] as number
    at += 1
  }
  return carried
}

/** What is weighed of one side of a comparison. */
type Told = Pick<Last, 'sources' | 'most'>

/** Marks the units of a side that are new, stand elsewhere or tell something else by themselves. */
function otherUnits(last: Told, now: Told, side: Side, { before }: Stayed): Uint8Array {
  const isOther = new Uint8Array(before.length)
  const tellsOther = otherCharacters(last.sources.characters, now.sources.characters, side)
  const [then, here] = [last.sources.sides.trees[side], now.sources.sides.trees[side]]
  for (let unit = 0; unit < before.length; unit += 1) {
    const place = before[unit] as number
    if (
      place < 0 ||
      last.most[side][place] !== now.most[side][unit] ||
      then.sectionOf[place] !== here.sectionOf[unit] ||
      leads(then, place) !== leads(here, unit) ||
      tellsOther(place, unit)
    )
      isOther[unit] = 1
  }
  return isOther
}

/** Whether the characters of a unit, or its length against the others, tell something else than before. */
function otherCharacters(before: Weighed, now: Weighed, side: Side): (place: number, unit: number) => boolean {
  const isOther = new Uint8Array(now.weights.length)
  let any = false
  for (let id = 0; id < isOther.length; id += 1) {
    if (before.weights[id] === now.weights[id]) continue
    isOther[id] = 1
    any = true
  }
  return (place, unit) =>
    before[side].norms[place] !== now[side].norms[unit] ||
    before[side].sets[place]?.length !== now[side].sets[unit]?.length ||
    (any && (now[side].sets[unit]?.some((id) => isOther[id] === 1) ?? false))
}

/** Marks the sections of a side in which fields of policy have other parts than before. */
function otherParts(before: FieldIndex | null, now: FieldIndex | null, side: Side, sections: number): Uint8Array {
  const isOther = new Uint8Array(sections)
  if (!before || !now || before === now) return isOther
  const [then, here, width] = [before[side].parts, now[side].parts, now.weights.length]
  for (let at = 0; at < here.length; at += 1) if (then[at] !== here[at]) isOther[Math.floor(at / width)] = 1
  return isOther
}

/** Whether the sections of both sides are those of before, and fields of policy tell the same. */
function isComparable(before: EvidenceSources, now: EvidenceSources, units: Readonly<Record<Side, Stayed>>): boolean {
  if ((before.fields === null) !== (now.fields === null)) return false
  if (now.fields?.weights.some((weight, field) => weight !== before.fields?.weights[field])) return false
  return hasSameSections(before, now, 'left', units.left) && hasSameSections(before, now, 'right', units.right)
}

/** Whether a side has as many sections as before, each with the heading of before or, in its place, a new one. */
function hasSameSections(before: EvidenceSources, now: EvidenceSources, side: Side, units: Stayed): boolean {
  const [then, here] = [before.sides.trees[side].sections, now.sides.trees[side].sections]
  return (
    then.length === here.length &&
    then.every(({ heading }, i) => {
      const [place, there] = [units.now[heading] as number, here[i]?.heading ?? -1]
      return place === there || (place < 0 && units.before[there] === -1)
    })
  )
}
