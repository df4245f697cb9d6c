import { INSIDE_ATOM, WORD } from './borders.ts'
import { type Hunk, hunksOf, type Island, joinIslands } from './island.ts'

/** Two keys that are compared, and how well they may be cut at each place. */
export interface KeyPair {
  readonly left: string
  readonly right: string
  readonly leftBorders: Uint8Array
  readonly rightBorders: Uint8Array
}

/**
 * Finds what is the same at the ends of a hunk though its tokens differ: another segmentation, or a unit that ends in
 * the middle of a word. Cuts where both sides have a border, or where one side has nothing left; never in a number or term.
 */
export function refineHunks(pair: KeyPair, islands: readonly Island[]): Island[] {
  const refined: Island[] = []
  for (const [i, hunk] of hunksOf(islands, pair.left.length, pair.right.length).entries()) {
    const head = commonHead(pair, hunk)
    if (head > 0) refined.push({ left: hunk.leftStart, right: hunk.rightStart, count: head })
    const tail = commonTail(pair, { ...hunk, leftStart: hunk.leftStart + head, rightStart: hunk.rightStart + head })
    if (tail > 0) refined.push({ left: hunk.leftEnd - tail, right: hunk.rightEnd - tail, count: tail })
    const island = islands[i]
    if (island) refined.push(island)
  }
  return joinIslands(refined)
}

function commonHead(pair: KeyPair, { leftStart, leftEnd, rightStart, rightEnd }: Hunk): number {
  const most = Math.min(leftEnd - leftStart, rightEnd - rightStart)
  let best = 0
  for (let n = 1; n <= most && pair.left[leftStart + n - 1] === pair.right[rightStart + n - 1]; n += 1) {
    if (mayCut(pair, leftStart + n, rightStart + n, n === most)) best = n
  }
  return best
}

function commonTail(pair: KeyPair, { leftStart, leftEnd, rightStart, rightEnd }: Hunk): number {
  const most = Math.min(leftEnd - leftStart, rightEnd - rightStart)
  let best = 0
  for (let n = 1; n <= most && pair.left[leftEnd - n] === pair.right[rightEnd - n]; n += 1) {
    if (mayCut(pair, leftEnd - n, rightEnd - n, n === most)) best = n
  }
  return best
}

function mayCut(pair: KeyPair, left: number, right: number, oneIsUsedUp: boolean): boolean {
  const l = pair.leftBorders[left] ?? INSIDE_ATOM
  const r = pair.rightBorders[right] ?? INSIDE_ATOM
  return oneIsUsedUp ? l !== INSIDE_ATOM && r !== INSIDE_ATOM : l >= WORD && r >= WORD
}
