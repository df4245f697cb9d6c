import { fineStep, step } from '../counts/steps.ts'
import type { SectionSides } from '../sections/section-likeness.ts'
import type { Section } from '../sections/section-ranges.ts'
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

export function indexFields({ units, trees }: SectionSides, finder: FieldFinder): FieldIndex {
  const sets = {
    left: units.left.map(({ key }) => finder.fieldsOf(key)),
    right: units.right.map(({ key }) => finder.fieldsOf(key)),
  }
  const weights = weighFields([...sets.left, ...sets.right], finder.count)
  const side = (name: Side): SideFields => ({
    sets: sets[name],
    norms: Float64Array.from(sets[name], (set) => normOf(set, weights)),
    parts: partsOf(trees[name].sections, sets[name], weights),
  })
  return { left: side('left'), right: side('right'), weights, fieldsOf: (part) => finder.fieldsOf(part) }
}

/** The weight of each field by how many units speak of it. Both counts move in steps. */
function weighFields(sets: readonly Int32Array[], fields: number): Float64Array {
  const held = new Int32Array(fields)
  for (const set of sets) for (const field of set) held[field] = (held[field] as number) + 1
  const all = step(sets.length)
  return Float64Array.from(held, (count) => (count === 0 ? 0 : Math.log(1 + all / fineStep(count)) / Math.log(1 + all)))
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
  let shared = 0
  for (const field of own.sets[unit] ?? NONE)
    shared += (index.weights[field] as number) * (other.parts[from + field] as number)
  return shared / (own.norms[unit] as number)
}
