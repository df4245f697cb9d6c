import { heaviestChain, type Link } from '../align/chain.ts'
import { type Island, joinIslands } from './island.ts'
import { cutRow, type Piece } from './pieces.ts'
import type { RowText } from './row-text.ts'

/** A clause this long that stands once on each side is the same clause. */
const TELLING = 6

/**
 * What two row texts have in common clause by clause: the clauses at both ends, those that stand once on each side, and
 * the rules of table rows with as many cells. What lies between is compared word by word; most texts are edited lightly,
 * and only clauses that changed need words.
 */
export function findAnchors(left: RowText, right: RowText): Island[] {
  const side = new PieceIds()
  const [l, r] = [side.read(left), side.read(right)]
  const least = Math.min(l.ids.length, r.ids.length)
  let head = 0
  while (head < least && l.ids[head] === r.ids[head]) head += 1
  let tail = 0
  while (tail < least - head && l.ids[l.ids.length - 1 - tail] === r.ids[r.ids.length - 1 - tail]) tail += 1
  const anchors: Island[] = []
  for (let i = 0; i < head; i += 1) anchors.push(toIsland(l.pieces[i], r.pieces[i]))
  for (const [i, j] of middle(l, r, { head, tail })) anchors.push(toIsland(l.pieces[i], r.pieces[j]))
  for (let i = tail; i > 0; i -= 1) anchors.push(toIsland(l.pieces.at(-i), r.pieces.at(-i)))
  return joinIslands(anchors)
}

interface Read {
  readonly pieces: readonly Piece[]
  readonly ids: readonly number[]
}

function toIsland(left: Piece | undefined, right: Piece | undefined): Island {
  return { left: left?.from ?? 0, right: right?.from ?? 0, count: (left?.to ?? 0) - (left?.from ?? 0) }
}

/** Numbers the pieces of both sides, equal ones alike. */
class PieceIds {
  private readonly known = new Map<string, number>()

  read(row: RowText): Read {
    const pieces = cutRow(row)
    return {
      pieces,
      ids: pieces.map(({ from, to, kind }) => this.idOf((kind === 'label' ? '\n' : '') + row.key.slice(from, to))),
    }
  }

  private idOf(text: string): number {
    const id = this.known.get(text) ?? this.known.size
    if (id === this.known.size) this.known.set(text, id)
    return id
  }
}

/** Partners between the equal ends, as pairs of piece indexes that ascend on both sides. */
function middle(l: Read, r: Read, { head, tail }: { head: number; tail: number }): [number, number][] {
  const [leftEnd, rightEnd] = [l.pieces.length - tail, r.pieces.length - tail]
  if (head === leftEnd || head === rightEnd) return []
  const rules = pairRules(l, r, head, leftEnd, rightEnd)
  if (rules) return rules
  const leftPlaces = placesOf(l, head, leftEnd)
  const rightPlaces = placesOf(r, head, rightEnd)
  const links: Link[] = []
  for (const [id, i] of leftPlaces) {
    const j = rightPlaces.get(id) ?? -1
    const piece = l.pieces[i]
    if (i < 0 || j < 0 || !piece || piece.kind === 'rule' || piece.to - piece.from < TELLING) continue
    const weight = piece.to - piece.from
    links.push({ left: i, right: j, weight, shared: weight, score: 1, contained: 1 })
  }
  return heaviestChain(links, r.pieces.length).map((link) => [link.left, link.right])
}

/** The rules of two table rows with as many cells, and the cells that are equal; null for other text. */
function pairRules(l: Read, r: Read, head: number, leftEnd: number, rightEnd: number): [number, number][] | null {
  const isRule = ({ pieces }: Read, i: number): boolean => pieces[i]?.kind === 'rule'
  const leftRules = range(head, leftEnd).filter((i) => isRule(l, i))
  const rightRules = range(head, rightEnd).filter((i) => isRule(r, i))
  if (leftRules.length === 0 || leftRules.length !== rightRules.length) return null
  const pairs: [number, number][] = []
  for (const [k, i] of leftRules.entries()) {
    const j = rightRules[k] ?? 0
    const [before, counterpart] = [i - 1, j - 1]
    if (before >= head && counterpart >= head && !isRule(l, before) && l.ids[before] === r.ids[counterpart])
      pairs.push([before, counterpart])
    pairs.push([i, j])
  }
  return pairs
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

/** Where each piece stands that stands once; -1 for those that stand oftener. */
function placesOf({ ids }: Read, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let i = from; i < to; i += 1) {
    const id = ids[i] ?? 0
    places.set(id, places.has(id) ? -1 : i)
  }
  return places
}
