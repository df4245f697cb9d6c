import { Recall } from '../../memory/recall.ts'
import { distinct, shinglesOf } from '../counts/shingles.ts'
import type { Unit } from '../units/unit.ts'
import type { Link } from './chain.ts'

/** Cells of the table below which a gap is solved whole; above, only its two ends are. */
const CELLS = 40_000
/** Share of character pairs from which on two units between the same neighbours are one unit rewritten. */
const ALIKE_IN_PLACE = 0.4

/** A partnership found in a gap, the right unit by its place among those of the gap. */
interface Found {
  readonly left: number
  readonly place: number
  readonly score: number
}

/**
 * Pairs the units that stand between the same neighbours on both sides. Remembers gaps, and the scores of a right unit among
 * the left units of its gap, by what they depend on: while one unit is edited, only its own scores are counted.
 */
export class GapPairer {
  readonly #gaps = new Recall<readonly Found[]>()
  readonly #scores = new Recall<Float64Array>()
  readonly #pairs = new Recall<Int32Array>()

  /**
   * The best ordered pairing of the units of one gap, by the character pairs they share. All gaps must have one left side, and right units of one `UnitTexts`.
   * Mirrored, it chooses among equals as if the sides were exchanged.
   */
  pair(left: readonly Unit[], right: readonly Unit[], isMirrored: boolean): Link[] {
    if (left.length * right.length > CELLS) return []
    const lefts = left.map((unit) => unit.index).join(' ')
    const key = `${isMirrored}${lefts}:${right.map((unit) => unit.id).join(' ')}`
    const found = this.#gaps.get(key, () => bestPairs(left, this.#scoreAll(left, lefts, right), isMirrored))
    return found.map(({ left: l, place, score }) => toLink(l, right[place]?.index ?? 0, score))
  }

  endRound(): void {
    for (const recall of [this.#gaps, this.#scores, this.#pairs]) recall.endRound()
  }

  /** For each right unit its scores among the left units. */
  #scoreAll(left: readonly Unit[], lefts: string, right: readonly Unit[]): readonly Float64Array[] {
    const pairsOf = (unit: Unit): Int32Array => this.#pairs.get(unit.matter, () => characterPairs(unit.matter))
    return right.map((unit) =>
      this.#scores.get(`${lefts}:${unit.id}`, () => {
        const own = pairsOf(unit)
        return Float64Array.from(left, (other) =>
          isHeading(other) === isHeading(unit) ? scoreOf(pairsOf(other), own) : 0,
        )
      }),
    )
  }
}

function toLink(left: number, right: number, score: number): Link {
  return { left, right, weight: score, shared: score, score, contained: score }
}

/** The ordered pairs with the greatest sum; `scores` are those of each right unit. */
function bestPairs(left: readonly Unit[], scores: readonly Float64Array[], isMirrored: boolean): Found[] {
  const width = scores.length + 1
  const best = new Float64Array((left.length + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = scores.length - 1; j >= 0; j -= 1) {
      const score = (scores[j] as Float64Array)[i] as number
      const paired = score > 0 ? score + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Found[] = []
  for (let i = 0, j = 0; i < left.length && j < scores.length; ) {
    const score = scores[j]?.[i] ?? 0
    if (score > 0 && at(i, j) === score + at(i + 1, j + 1)) {
      found.push({ left: left[i]?.index ?? 0, place: j, score })
      i += 1
      j += 1
    } else if (isMirrored ? at(i, j) !== at(i, j + 1) : at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return found
}

/** Dice's coefficient over character pairs, weighted up for long units so that a paragraph outweighs a heading; 0 for strangers. */
function scoreOf(a: Int32Array, b: Int32Array): number {
  if (2 * Math.min(a.length, b.length) < ALIKE_IN_PLACE * (a.length + b.length)) return 0
  const shared = countShared(a, b)
  const dice = (2 * shared) / Math.max(1, a.length + b.length)
  return dice >= ALIKE_IN_PLACE ? dice * (1 + shared) : 0
}

function isHeading(unit: Unit): boolean {
  return unit.level > 0
}

function characterPairs(matter: string): Int32Array {
  return distinct(shinglesOf(matter, 2))
}

function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0
  let j = 0
  for (let i = 0; i < a.length; i += 1) {
    const pair = a[i] as number
    while (j < b.length && (b[j] as number) < pair) j += 1
    if (j === b.length) break
    if (b[j] === pair) shared += 1
  }
  return shared
}
