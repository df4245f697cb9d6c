import type { Candidate } from './assign.ts'
import { nameSimilarity } from './name-similarity.ts'
import type { Target } from './target.ts'
import { areTooVague } from './vague-names.ts'

/** What marks the base or the make-up of a figure; without it 户籍 and 常住人口城镇化率 are one matter. */
const BASE_WORDS = /户籍|常住|人口|城镇|农村|规模以上|规上|高价值|有效|全部|年均/g
const LEAST_ALIKE = 0.8

/**
 * Left-over targets of one matter in another measure, unit, base or form (words against a number), when they stand at the
 * same place: next to the same pair, with no pair between. Elsewhere 总量 and 增速 are two targets, not one redefined.
 */
export function findRedefinitions(
  lefts: readonly Target[],
  rights: readonly Target[],
  chosen: readonly Candidate[],
): Candidate[] {
  const rightOf = new Map(chosen.map(({ left, right }) => [left, right]))
  const leftOf = new Map(chosen.map(({ left, right }) => [right, left]))
  const found: Candidate[] = []
  lefts.forEach((a, i) => {
    if (rightOf.has(i)) return
    for (const j of sameGap(i, { lefts, rights, rightOf, leftOf })) {
      const b = rights[j]
      const weight = b === undefined ? 0 : matterWeight(a, b)
      if (weight > 0) found.push({ left: i, right: j, weight })
    }
  })
  return found
}

interface Sides {
  readonly lefts: readonly Target[]
  readonly rights: readonly Target[]
  readonly rightOf: ReadonlyMap<number, number>
  readonly leftOf: ReadonlyMap<number, number>
}

/** Left-over right targets behind the pair before `i`, and before the pair behind it. */
function sameGap(i: number, sides: Sides): Set<number> {
  const { lefts, rights, rightOf, leftOf } = sides
  let before = i - 1
  while (before >= 0 && !rightOf.has(before)) before -= 1
  let behind = i + 1
  while (behind < lefts.length && !rightOf.has(behind)) behind += 1
  const found = new Set<number>()
  for (let j = (before < 0 ? -1 : (rightOf.get(before) ?? 0)) + 1; j < rights.length && !leftOf.has(j); j += 1)
    found.add(j)
  for (
    let j = (behind === lefts.length ? rights.length : (rightOf.get(behind) ?? 0)) - 1;
    j >= 0 && !leftOf.has(j);
    j -= 1
  )
    found.add(j)
  return found
}

/** 0 when the two are not one matter. */
function matterWeight(a: Target, b: Target): number {
  if (a.inTable !== b.inTable || (a.kind === 'qualitative' && b.kind === 'qualitative')) return 0
  if (a.canonical !== null && a.canonical === b.canonical) return 1
  if (areTooVague(a, b)) return 0
  const alike = nameSimilarity(plain(a), plain(b))
  return alike >= LEAST_ALIKE ? alike : 0
}

function plain(target: Target): string {
  return target.indicator.replace(BASE_WORDS, '')
}
