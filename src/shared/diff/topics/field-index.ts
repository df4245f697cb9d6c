import { inverseFrequency } from '../counts/inverse-frequency.ts'
import type { SectionSides } from '../sections/section-likeness.ts'
import type { Section } from '../sections/section-ranges.ts'
import type { Unit } from '../units/unit.ts'
import type { FieldFinder } from './policy-fields.ts'
import type { Side } from './topic-index.ts'

/** What stands against a unit beside the fields it speaks of: one that names a field in passing is not all about it. */
const PASSING = 0.25
/** How soon saying a field again in a section counts less. */
const AGAIN = 8

/** The fields of policy that one side speaks of. */
export interface SideFields {
  /** Fields of each unit by number, ascending. */
  readonly sets: readonly Int32Array[]
  /** How much each unit speaks of fields in all. */
  readonly norms: Float64Array
  /** What part each field has in each section: vectors of length one, one behind the other. */
  readonly parts: Float64Array
  /** What part the fields of each unit have in each section of the other side, as far as it was asked for; NaN elsewhere. Null where there are too many. */
  readonly told: Float64Array | null
}

/** The fields of both sides; the same whichever side is called left. */
export interface FieldIndex {
  readonly left: SideFields
  readonly right: SideFields
  /** What it tells that two texts speak of a field, 0–1: the less, the more units do. */
  readonly weights: Float64Array
  /** The fields that part of a unit speaks of, by number, ascending. */
  readonly fieldsOf: (part: string) => Int32Array
}

/** Indexes the fields of two sides; while these speak of the same fields in the same sections, it is the very same index. */
export class FieldMemory {
  readonly #finder: FieldFinder
  #index: FieldIndex | null = null
  #trees: SectionSides['trees'] | null = null

  constructor(finder: FieldFinder) {
    this.#finder = finder
  }

  read({ units, trees }: SectionSides): FieldIndex {
    const setsOf = ({ key }: Unit): Int32Array => this.#finder.fieldsOf(key)
    const sets = { left: units.left.map(setsOf), right: units.right.map(setsOf) }
    const isKnown = (side: Side): boolean =>
      sameLists(this.#index?.[side].sets, sets[side], sameNumbers) &&
      sameLists(this.#trees?.[side].sections, trees[side].sections, sameSection)
    if (!this.#index || !isKnown('left') || !isKnown('right')) this.#index = indexFields(sets, trees, this.#finder)
    this.#trees = trees
    return this.#index
  }

  endRound(): void {
    this.#finder.endRound()
  }
}

function sameLists<Item>(
  a: readonly Item[] | undefined,
  b: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): boolean {
  return a?.length === b.length && a.every((item, i) => same(item, b[i] as Item))
}

function sameNumbers(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && a.every((number, i) => number === b[i]))
}

function sameSection(a: Section, b: Section): boolean {
  return a.heading === b.heading && a.end === b.end
}

function indexFields(
  sets: Readonly<Record<Side, readonly Int32Array[]>>,
  trees: SectionSides['trees'],
  finder: FieldFinder,
): FieldIndex {
  const weights = weighFields([sets.left, sets.right], finder.count)
  const side = (name: Side, other: Side): SideFields => {
    const places = sets[name].length * trees[other].sections.length
    return {
      sets: sets[name],
      norms: Float64Array.from(sets[name], (set) => normOf(set, weights)),
      parts: partsOf(trees[name].sections, sets[name], weights),
      told: places <= MOST_TOLD ? new Float64Array(places).fill(Number.NaN) : null,
    }
  }
  return {
    left: side('left', 'right'),
    right: side('right', 'left'),
    weights,
    fieldsOf: (part) => finder.fieldsOf(part),
  }
}

/** Pairs of a unit and a section up to which it is remembered what part its fields have there. */
const MOST_TOLD = 1_000_000

/** The weight of each field by how many units speak of it. Both counts move in steps. */
function weighFields(sides: readonly (readonly Int32Array[])[], fields: number): Float64Array {
  const held = new Int32Array(fields)
  for (const sets of sides) for (const set of sets) for (const field of set) held[field] = (held[field] as number) + 1
  return Float64Array.from(held, inverseFrequency(sides.reduce((sum, sets) => sum + sets.length, 0)))
}

/** What stands against a text that speaks of these fields. */
export function normOf(set: Int32Array, weights: Float64Array): number {
  let squares = 0
  for (const field of set) squares += (weights[field] as number) ** 2
  return PASSING + Math.sqrt(squares)
}

function partsOf(sections: readonly Section[], sets: readonly Int32Array[], weights: Float64Array): Float64Array {
  const width = weights.length
  const parts = new Float64Array(sections.length * width)
  for (const [i, { heading, end }] of sections.entries()) {
    const part = parts.subarray(i * width, (i + 1) * width)
    for (let unit = heading; unit < end; unit += 1)
      for (const field of sets[unit] ?? NONE) part[field] = (part[field] as number) + 1
    let squares = 0
    for (let field = 0; field < width; field += 1) {
      if (part[field] === 0) continue
      part[field] = Math.log1p(AGAIN * (part[field] as number) * (weights[field] as number))
      squares += (part[field] as number) ** 2
    }
    const length = Math.sqrt(squares) || 1
    for (let field = 0; field < width; field += 1) part[field] = (part[field] as number) / length
  }
  return parts
}

const NONE = new Int32Array(0)

/** What part the fields that a unit speaks of have in a section of the other side, 0–1; nothing outside all sections. */
export function partInSection(index: FieldIndex, side: Side, unit: number, section: number): number {
  if (section < 0) return 0
  const [own, other] = side === 'left' ? [index.left, index.right] : [index.right, index.left]
  const from = section * index.weights.length
  const place = unit * (other.parts.length / index.weights.length) + section
  const known = own.told?.[place] ?? Number.NaN
  if (!Number.isNaN(known)) return known
  let shared = 0
  for (const field of own.sets[unit] ?? NONE)
    shared += (index.weights[field] as number) * (other.parts[from + field] as number)
  const part = shared / (own.norms[unit] as number)
  if (own.told) own.told[place] = part
  return part
}
