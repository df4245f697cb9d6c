import { INSIDE_ATOM, WORD } from './borders.ts'
import { type Hunk, hunksOf, type Island, joinIslands } from './island.ts'
import { partLabel } from './label-hunks.ts'
import type { TokenRow } from './token-row.ts'
import type { WordSplitter } from './tokenize.ts'

/** Two keys that are compared, and how well they may be cut at each place. */
export interface KeyPair {
  readonly left: string
  readonly right: string
  readonly rows: { readonly left: TokenRow; readonly right: TokenRow }
  readonly leftBorders: Uint8Array
  readonly rightBorders: Uint8Array
}

/**
 * Finds what is the same at the ends of a hunk though its tokens differ: another segmentation, or a unit that ends in
 * the middle of a word. Never cuts a number or term.
 */
export function refineHunks(pair: KeyPair, islands: readonly Island[], splitWords: WordSplitter): Island[] {
  const refined: Island[] = []
  for (const [i, between] of hunksOf(islands, pair.left.length, pair.right.length).entries()) {
    const hunk = partLabel(pair.rows.left, pair.rows.right, between).rest
    const head = commonHead(pair, hunk, splitWords)
    if (head > 0) refined.push({ left: hunk.leftStart, right: hunk.rightStart, count: head })
    const rest = { ...hunk, leftStart: hunk.leftStart + head, rightStart: hunk.rightStart + head }
    const tail = commonTail(pair, rest, splitWords)
    if (tail > 0) refined.push({ left: hunk.leftEnd - tail, right: hunk.rightEnd - tail, count: tail })
    const island = islands[i]
    if (island) refined.push(island)
  }
  return joinIslands(refined)
}

function commonHead(pair: KeyPair, hunk: Hunk, splitWords: WordSplitter): number {
  const { leftStart, leftEnd, rightStart, rightEnd } = hunk
  const most = Math.min(leftEnd - leftStart, rightEnd - rightStart)
  let [best, n] = [0, 0]
  while (n < most && pair.left[leftStart + n] === pair.right[rightStart + n]) {
    n += 1
    if (mayCut(pair, leftStart + n, rightStart + n, n === most)) best = n
  }
  const rest = { ...hunk, leftStart: leftStart + n, rightStart: rightStart + n }
  return n > best && mayCut(pair, leftStart + n, rightStart + n, true) && isOfWords(pair, rest, splitWords) ? n : best
}

function commonTail(pair: KeyPair, hunk: Hunk, splitWords: WordSplitter): number {
  const { leftStart, leftEnd, rightStart, rightEnd } = hunk
  const most = Math.min(leftEnd - leftStart, rightEnd - rightStart)
  let [best, n] = [0, 0]
  while (n < most && pair.left[leftEnd - n - 1] === pair.right[rightEnd - n - 1]) {
    n += 1
    if (mayCut(pair, leftEnd - n, rightEnd - n, n === most)) best = n
  }
  const rest = { ...hunk, leftEnd: leftEnd - n, rightEnd: rightEnd - n }
  return n > best && mayCut(pair, leftEnd - n, rightEnd - n, true) && isOfWords(pair, rest, splitWords) ? n : best
}

/** A cut is good where both sides have a border; anywhere outside of atoms where one side has nothing left. */
function mayCut(pair: KeyPair, left: number, right: number, oneIsUsedUp: boolean): boolean {
  const l = pair.leftBorders[left] ?? INSIDE_ATOM
  const r = pair.rightBorders[right] ?? INSIDE_ATOM
  return oneIsUsedUp ? l !== INSIDE_ATOM && r !== INSIDE_ATOM : l >= WORD && r >= WORD
}

/** Longest remainder that is looked at again. */
const LONGEST = 8

/**
 * Whether what a cut leaves on both sides is made of whole words. Then the segmenter was wrong to put the border
 * elsewhere: 复|议决|定 and 复|议案|件 leave 决定 and 案件; but 经济 and 经营 leave no words.
 */
function isOfWords(pair: KeyPair, hunk: Hunk, splitWords: WordSplitter): boolean {
  return [pair.left.slice(hunk.leftStart, hunk.leftEnd), pair.right.slice(hunk.rightStart, hunk.rightEnd)].every(
    (rest) => rest.length > 1 && rest.length <= LONGEST && splitWords(rest).every((word) => word.length > 1),
  )
}
