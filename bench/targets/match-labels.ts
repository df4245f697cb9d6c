/** Pairs labels with found targets in document order, and counts what agrees. */

/** A labelled target: offsets are code points of the labelled file. */
export interface Label {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly indicator: string
  readonly value: number | null
  readonly max: number | null
  readonly unit: string
  readonly bound: string
  readonly measure: string
  readonly period: string
  /** Set where two readers may differ: finding it is no error, nor is missing it. */
  readonly optional?: true
}

export interface Matched<L, T> {
  readonly pairs: readonly (readonly [L, T])[]
  readonly missed: readonly L[]
  readonly wrong: readonly T[]
}

type Stated = Pick<Label, 'indicator' | 'value' | 'max'>

/** Names need this much in common: Dice coefficient of two-character pieces, or one inside the other. */
const LEAST_SHARED = 0.5

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s“”"'‘’《》（）()]/g, '')
}

function similarNames(a: string, b: string): boolean {
  const x = plain(a)
  const y = plain(b)
  if (x === '' || y === '') return x === y
  if (x.includes(y) || y.includes(x)) return true
  const pieces = (text: string): string[] =>
    Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2))
  const rest = pieces(y)
  const all = pieces(x).length + rest.length
  let shared = 0
  for (const piece of pieces(x)) {
    const at = rest.indexOf(piece)
    if (at < 0) continue
    shared += 1
    rest.splice(at, 1)
  }
  return (2 * shared) / all >= LEAST_SHARED
}

function canPair(label: Stated, target: Stated): boolean {
  return (
    same(label.value, target.value) && same(label.max, target.max) && similarNames(label.indicator, target.indicator)
  )
}

function same(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9)
}

/** The longest pairing in order. A pair needs the same numbers and a similar indicator. */
export function matchLabels<L extends Stated, T extends Stated>(
  labels: readonly L[],
  targets: readonly T[],
): Matched<L, T> {
  const best = longestPairings(labels, targets)
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const pairs: [L, T][] = []
  const missed: L[] = []
  const wrong: T[] = []
  for (let i = 0, j = 0; i < labels.length || j < targets.length; ) {
    const label = labels[i]
    const target = targets[j]
    const pairsHere = label !== undefined && target !== undefined && canPair(label, target)
    if (pairsHere && at(i, j) === at(i + 1, j + 1) + 1) {
      pairs.push([label, target])
      i += 1
      j += 1
    } else if (label !== undefined && (target === undefined || at(i + 1, j) >= at(i, j + 1))) {
      missed.push(label)
      i += 1
    } else if (target !== undefined) {
      wrong.push(target)
      j += 1
    }
  }
  return { pairs, missed, wrong }
}

function longestPairings(labels: readonly Stated[], targets: readonly Stated[]): Uint16Array[] {
  const best = Array.from({ length: labels.length + 1 }, () => new Uint16Array(targets.length + 1))
  for (let i = labels.length - 1; i >= 0; i -= 1)
    for (let j = targets.length - 1; j >= 0; j -= 1) {
      const label = labels[i]
      const target = targets[j]
      const row = best[i]
      if (label === undefined || target === undefined || row === undefined) continue
      const both = canPair(label, target) ? (best[i + 1]?.[j + 1] ?? 0) + 1 : 0
      row[j] = Math.max(best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0, both)
    }
  return best
}
