import { type FieldIndex, normOf } from '../topics/field-index.ts'
import { type Side, type TopicIndex } from '../topics/topic-index.ts'
import type { SectionSides } from './section-likeness.ts'
import { SectionPairs } from './section-pairs.ts'

/** How alike the headings of two sections are, for each pair that shares a topic there: what goes on behind a heading on its line is no heading. */
export function headingLikeness(sides: SectionSides, index: TopicIndex): SectionPairs {
  const [left, right] = [titlesOf(sides, 'left', index), titlesOf(sides, 'right', index)]
  const holders = new Map<number, number[]>()
  for (const [section, { topics }] of right.entries()) {
    for (const topic of topics) {
      const list = holders.get(topic)
      if (list) list.push(section)
      else holders.set(topic, [section])
    }
  }
  const found = new SectionPairs(sides)
  const shared = new Float64Array(right.length)
  for (const [l, { topics, length }] of left.entries()) {
    const met: number[] = []
    for (const topic of topics) {
      for (const r of holders.get(topic) ?? []) {
        if (shared[r] === 0) met.push(r)
        shared[r] = (shared[r] as number) + (index.telling[topic] as number) ** 2
      }
    }
    for (const r of met) {
      found.set(l, r, Math.min(1, (shared[r] as number) / (length * (right[r]?.length ?? 1))))
      shared[r] = 0
    }
  }
  return found
}

/** How alike the fields of policy are that the headings of two sections name, 0–1. */
export function headingFields(
  { units, trees }: SectionSides,
  fields: FieldIndex,
): (left: number, right: number) => number {
  const name = (side: Side): NamedFields[] =>
    trees[side].sections.map(({ heading }) => {
      const named = fields.fieldsOf(units[side][heading]?.title ?? '')
      return { named, norm: normOf(named, fields.weights) }
    })
  const [lefts, rights] = [name('left'), name('right')]
  return (left, right) => {
    const [l, r] = [lefts[left], rights[right]]
    if (!l || !r) return 0
    let shared = 0
    for (const field of l.named) if (r.named.includes(field)) shared += (fields.weights[field] as number) ** 2
    return shared / (l.norm * r.norm)
  }
}

interface NamedFields {
  readonly named: Int32Array
  /** What stands against a heading for the fields it names. */
  readonly norm: number
}

interface Title {
  readonly topics: Int32Array
  /** How much it says, as the length of a vector. */
  readonly length: number
}

function titlesOf({ units, trees }: SectionSides, side: Side, index: TopicIndex): Title[] {
  return trees[side].sections.map(({ heading }) => {
    const topics = index.topicsOf(units[side][heading]?.title ?? '')
    let squares = 0
    for (const topic of topics) squares += (index.telling[topic] as number) ** 2
    return { topics, length: Math.sqrt(squares) }
  })
}
