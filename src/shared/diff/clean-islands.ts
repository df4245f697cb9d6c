import type { Island } from './match-tokens.ts'
import type { Token } from './tokens.ts'

/** An equal stretch between two changes is kept only if it weighs this share of the smaller change. */
const WORTH = 0.4
/** Words that stand in every sentence and tie nothing together. */
const LOOSE = new Set('的了和与及在等为对以是将并而也又都于其从到由向使把被让给所之这那一有中上下更再个'.split(''))

/** How much a matching token ties two texts together. */
function tie({ kind, key }: Token): number {
  if (kind === 'mark') return key === '。' || key === ';' || key === ',' ? 0.5 : 0.3
  if (kind === 'label') return 4
  if (kind === 'number') return 1 + key.length / 2
  if (key.length === 1) return LOOSE.has(key) ? 0.4 : 1
  return key.length
}

/** Drops equal stretches that are accidents inside a rewritten passage, weakest first, as one marking up by hand would. */
export function cleanIslands(left: readonly Token[], right: readonly Token[], islands: readonly Island[]): Island[] {
  const kept = [...islands]
  for (;;) {
    const weakest = findWeakest(left, right, kept)
    if (weakest < 0) return kept
    kept.splice(weakest, 1)
  }
}

function findWeakest(left: readonly Token[], right: readonly Token[], islands: readonly Island[]): number {
  let weakest = -1
  let lowest = 1
  for (const [i, island] of islands.entries()) {
    const before = hunkSize(left, right, islands[i - 1], island)
    const after = hunkSize(left, right, island, islands[i + 1])
    const smaller = Math.min(before, after)
    if (smaller === 0) continue
    const ratio = weight(left, island) / (WORTH * smaller)
    if (ratio < lowest) {
      lowest = ratio
      weakest = i
    }
  }
  return weakest
}

function weight(left: readonly Token[], island: Island): number {
  let sum = 0
  for (let i = island.left; i < island.left + island.count; i += 1) {
    const token = left[i]
    if (token) sum += tie(token)
  }
  return sum
}

/** Characters struck or set between two islands, whichever is more. */
function hunkSize(
  left: readonly Token[],
  right: readonly Token[],
  a: Island | undefined,
  b: Island | undefined,
): number {
  const struck = characters(left, a ? a.left + a.count : 0, b ? b.left : left.length)
  const set = characters(right, a ? a.right + a.count : 0, b ? b.right : right.length)
  return Math.max(struck, set)
}

function characters(tokens: readonly Token[], from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i += 1) sum += tokens[i]?.key.length ?? 0
  return sum
}
