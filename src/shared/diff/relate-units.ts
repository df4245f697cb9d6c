import type { Match } from './align-units.ts'
import type { SectionBonds } from './section-bonds.ts'
import type { SectionSides } from './section-likeness.ts'
import { pathOf } from './section-tree.ts'
import { likenessTo, type Side, type TopicIndex, weighTogether } from './topic-index.ts'
import type { Unit } from './unit.ts'

/** A unit of each side that say something about the same matter. */
export interface UnitLink {
  readonly left: number
  readonly right: number
  /** How much speaks for it, 0–1. */
  readonly score: number
}

/** Units less alike than this are not looked at. */
const FAINT = 0.02
/** Nor are those that have less than this part of the likeness of the most alike. */
const HOPELESS = 0.3
/** Links kept for one unit. */
const KEPT = 8
/** A heading with more characters has text behind it on the same line. */
const LONGEST_HEADING = 30
/** What counts beside how alike two units are themselves, as factors of it … */
const IN_PARTNERS = 0.8
const LIKE_HEADINGS = 1
/** … and on its own: partner sections, both leading them, a heading that names the matter of the unit, a neighbour that is alike. */
const PARTNERS = 0.035
const LEADING = 0.06
const NAMED = 0.06
const UNDER_LIKE_HEADING = 0.08
const LIKE_NEIGHBOUR = 0.11

/** What speaks for each unit without partner belonging to units of the other side, partners of others included. */
export function relateUnits(
  sides: SectionSides,
  bonds: SectionBonds,
  lone: Readonly<Record<Side, Uint8Array>>,
  index: TopicIndex,
): UnitLink[] {
  const links = new Map<number, { left: number; right: number; score: number; times: number }>()
  for (const side of ['left', 'right'] as const) {
    const asker = new Asker(sides, bonds, side, index)
    for (const [unit, isLone] of lone[side].entries()) {
      if (isLone === 0) continue
      for (const { left, right, score } of asker.ask(unit)) {
        const key = left * sides.units.right.length + right
        const known = links.get(key)
        if (known) links.set(key, { left, right, score: (known.score + score) / 2, times: 2 })
        else links.set(key, { left, right, score, times: 1 })
      }
    }
  }
  return [...links.values()]
}

/** Asks for the units of one side what the other side has about the same matter. */
class Asker {
  readonly #sides: SectionSides
  readonly #bonds: SectionBonds
  readonly #index: TopicIndex
  readonly #side: Side
  readonly #other: Side
  readonly #likeness: Float64Array
  readonly #paths: readonly (readonly number[])[]
  /** What the headings around each section of the other side say about the unit asked for; worked out once for each. */
  readonly #under: { unit: number; like: number; named: number }[]

  constructor(sides: SectionSides, bonds: SectionBonds, side: Side, index: TopicIndex) {
    this.#sides = sides
    this.#bonds = bonds
    this.#index = index
    this.#side = side
    this.#other = side === 'left' ? 'right' : 'left'
    this.#likeness = new Float64Array(sides.units[this.#other].length)
    this.#paths = sides.trees[this.#other].sections.map((_, i) => pathOf(sides.trees[this.#other], i))
    this.#under = this.#paths.map(() => ({ unit: -1, like: 0, named: 0 }))
  }

  ask(unit: number): UnitLink[] {
    const touched = likenessTo(this.#index, this.#side, unit, this.#likeness)
    let most = 0
    for (const there of touched) most = Math.max(most, this.#likeness[there] as number)
    const least = Math.max(FAINT, HOPELESS * most)
    const best: { readonly unit: number; readonly score: number }[] = []
    for (const there of touched) {
      if ((this.#likeness[there] as number) < least || !this.#isOfOneKind(unit, there)) continue
      const score = this.#score(unit, there)
      if (best.length === KEPT && score <= (best[KEPT - 1]?.score ?? 0)) continue
      let at = Math.min(best.length, KEPT - 1)
      while (at > 0 && score > (best[at - 1]?.score ?? 0)) {
        best[at] = best[at - 1] as (typeof best)[number]
        at -= 1
      }
      best[at] = { unit: there, score }
    }
    for (const there of touched) this.#likeness[there] = 0
    return best.map(({ unit: there, score }) =>
      this.#side === 'left' ? { left: unit, right: there, score } : { left: there, right: unit, score },
    )
  }

  #isOfOneKind(unit: number, there: number): boolean {
    return isHeading(this.#sides.units[this.#side][unit]) === isHeading(this.#sides.units[this.#other][there])
  }

  #score(unit: number, there: number): number {
    const { trees } = this.#sides
    const [own, other] = [trees[this.#side].sectionOf[unit] ?? -1, trees[this.#other].sectionOf[there] ?? -1]
    const [left, right] = this.#side === 'left' ? [own, other] : [other, own]
    const partners = this.#bonds.partners(left, right)
    const alike = this.#likeness[there] as number
    const { like, named } = this.#underHeadings(unit, other)
    const neighbour = Math.max(this.#neighbour(there - 1, other), this.#neighbour(there + 1, other))
    return (
      alike * (1 + IN_PARTNERS * partners + LIKE_HEADINGS * this.#bonds.headings(left, right)) +
      PARTNERS * partners +
      (this.#leads(this.#side, own, unit) && this.#leads(this.#other, other, there) && this.#bonds.isPair(left, right)
        ? LEADING
        : 0) +
      NAMED * Math.max(0, 2 * named - 1) +
      UNDER_LIKE_HEADING * like +
      LIKE_NEIGHBOUR * neighbour
    )
  }

  /** How alike a unit is to the headings above a unit of the other side, and how much of one of them it holds. */
  #underHeadings(unit: number, section: number): { like: number; named: number } {
    const known = this.#under[section]
    if (!known) return NOTHING
    if (known.unit === unit) return known
    let [like, named] = [0, 0]
    const [own, other] = [this.#index[this.#side], this.#index[this.#other]]
    for (const [step, at] of (this.#paths[section] ?? []).entries()) {
      const heading = this.#sides.trees[this.#other].sections[at]?.heading ?? 0
      const alike = (this.#likeness[heading] as number) / (1 + step)
      const length = other.lengths[heading] as number
      like = Math.max(like, alike)
      if (length > 0) {
        const shared = alike * (own.norms[unit] as number) * (other.norms[heading] as number)
        named = Math.max(named, shared / (length * length))
      }
    }
    return Object.assign(known, { unit, like, named })
  }

  #neighbour(there: number, section: number): number {
    return this.#sides.trees[this.#other].sectionOf[there] === section ? (this.#likeness[there] ?? 0) : 0
  }

  /** Whether a unit is the first below the heading of its section. */
  #leads(side: Side, section: number, unit: number): boolean {
    return this.#sides.trees[side].sections[section]?.heading === unit - 1
  }
}

const NOTHING = { like: 0, named: 0 }

function isHeading(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.level > 0 && unit.title === unit.key && unit.key.length < LONGEST_HEADING
}

/** What a unit loses as a counterpart that has a partner already. */
const HAS_PARTNER = 0.28
/** What it counts for a unit that it is alike to the partner it has. */
const OWN_PARTNER = 1.7

/** Links weighed against those that the two units have to others. */
interface WeighedLinks {
  /** As seen from the left unit: how much stands against it that the right unit belongs to another. */
  readonly fromLeft: readonly UnitLink[]
  readonly fromRight: readonly UnitLink[]
}

/** Weighs each link against what its far unit has to others: what belongs elsewhere is no counterpart. Drops what is below `least`. */
export function weighRivals(
  links: readonly UnitLink[],
  matches: readonly Match[],
  lone: Readonly<Record<Side, Uint8Array>>,
  index: TopicIndex,
  least: number,
): WeighedLinks {
  const best = { left: new Float64Array(lone.left.length), right: new Float64Array(lone.right.length) }
  const raise = (side: Side, unit: number, score: number): void => {
    best[side][unit] = Math.max(best[side][unit] ?? 0, score)
  }
  for (const { left, right, score } of links) {
    if (lone.left[left] === 1) raise('left', left, score)
    if (lone.right[right] === 1) raise('right', right, score)
  }
  for (const match of matches) {
    for (const left of match.left) {
      for (const right of match.right) {
        const score = OWN_PARTNER * weighTogether(index, left, right)
        raise('left', left, score)
        raise('right', right, score)
      }
    }
  }
  const against = (side: Side, unit: number, score: number): number =>
    (score / Math.max(score, best[side][unit] ?? 0)) * (lone[side][unit] === 1 ? 1 : 1 - HAS_PARTNER)
  const weigh = (far: Side): UnitLink[] => {
    const weighed: UnitLink[] = []
    for (const { left, right, score } of links) {
      const worth = Math.min(1, score * against(far, far === 'left' ? left : right, score))
      if (worth >= least) weighed.push({ left, right, score: worth })
    }
    return weighed.sort(byScore)
  }
  return { fromLeft: weigh('right'), fromRight: weigh('left') }
}

function byScore(a: UnitLink, b: UnitLink): number {
  return b.score - a.score || a.left + a.right - b.left - b.right || a.left - b.left
}
