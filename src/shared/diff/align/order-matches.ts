import { NO_LINKS, type UnitLinks } from '../topics/unit-links.ts'
import type { Match } from './align-units.ts'
import { heaviestChain, inOrder, type Link } from './chain.ts'

/** Adds the units without partner, each as a match of its own. */
export function withLoners(matches: readonly Match[], leftCount: number, rightCount: number): Match[] {
  const left = new Uint8Array(leftCount)
  const right = new Uint8Array(rightCount)
  for (const match of matches) {
    for (const unit of match.left) left[unit] = 1
    for (const unit of match.right) right[unit] = 1
  }
  const all = [...matches]
  for (let i = 0; i < leftCount; i += 1) if (left[i] === 0) all.push({ left: [i], right: [], moved: false })
  for (let i = 0; i < rightCount; i += 1) if (right[i] === 0) all.push({ left: [], right: [i], moved: false })
  return all
}

/** What stayed in place holds its place, whatever is said near it. */
const STAYED = 1000

/**
 * Rows in the order of the right text. What is gone keeps the order of the left text and stands behind what preceded it there
 * and is still there: right before the row about the same matter, as far as `links` name one on the way to what follows.
 */
export function orderMatches(matches: readonly Match[], links: UnitLinks = NO_LINKS): Match[] {
  const gone = matches.filter((match) => match.right.length === 0).sort(by('left'))
  const rest = matches.filter((match) => match.right.length > 0).sort(by('right'))
  if (gone.length === 0) return rest
  const places = placesOfGone(gone, rest, links)
  const ordered: Match[] = []
  let g = 0
  for (let at = 0; at <= rest.length; at += 1) {
    while (g < gone.length && (places[g] as number) <= at) ordered.push(gone[g++] as Match)
    if (at < rest.length) ordered.push(rest[at] as Match)
  }
  return ordered
}

/** For each gone match the place among the rest that it stands right before, ascending. */
function placesOfGone(gone: readonly Match[], rest: readonly Match[], links: UnitLinks): Int32Array {
  const stayed: Link[] = []
  for (let at = 0; at < rest.length; at += 1) {
    const { left, moved } = rest[at] as Match
    if (left.length > 0 && !moved) stayed.push(toLink(left[0] as number, at, STAYED))
  }
  const wanted = linksToRows(gone, rest, links)
  const isWanted = linkFinder(wanted)
  const chain = wanted.length === 0 ? stayed : heaviestChain(stayed.concat(wanted), rest.length)
  const isGone = new Set(gone.map((match) => match.left[0] ?? 0))
  const places = new Int32Array(gone.length)
  let c = 0
  for (let g = 0; g < gone.length; g += 1) {
    const left = gone[g]?.left[0] ?? 0
    while (c < chain.length && (chain[c]?.left ?? 0) < left) c += 1
    const before = chain[c - 1]
    const here = chain[c]
    if (here?.left === left) places[g] = here.right
    else if (here && isGone.has(here.left) && isWanted(left, here.right)) places[g] = here.right
    else if (before && isGone.has(before.left) && isWanted(left, before.right)) places[g] = before.right
    else places[g] = before ? before.right + 1 : 0
  }
  return places
}

/** How much speaks for each gone match standing at each row, by the place of the row; in the order of a chain. */
function linksToRows(gone: readonly Match[], rest: readonly Match[], links: UnitLinks): Link[] {
  const firstOf = byUnit(gone, 'left', (match) => match.left[0] ?? 0)
  const placeOf = byUnit(rest, 'right', (_, at) => at)
  const found: Link[] = []
  for (let i = 0; i < links.score.length; i += 1) {
    const left = links.left[i] as number
    const right = links.right[i] as number
    if (left >= firstOf.length || right >= placeOf.length) continue
    const first = firstOf[left] as number
    const at = placeOf[right] as number
    if (first >= 0 && at >= 0) found.push(toLink(first, at, links.score[i] as number))
  }
  return found.sort(inOrder)
}

/** What is said of the match of each unit of a side; -1 for units of no match. */
function byUnit(
  matches: readonly Match[],
  side: 'left' | 'right',
  say: (match: Match, at: number) => number,
): Int32Array {
  let last = -1
  for (const match of matches) for (const unit of match[side]) last = Math.max(last, unit)
  const said = new Int32Array(last + 1).fill(-1)
  for (let at = 0; at < matches.length; at += 1) {
    const match = matches[at] as Match
    for (const unit of match[side]) said[unit] = say(match, at)
  }
  return said
}

/** Tells whether there is a link between two places; the links ascend by their left. */
function linkFinder(links: readonly Link[]): (left: number, right: number) => boolean {
  const firstOf = new Map<number, number>()
  for (let at = links.length - 1; at >= 0; at -= 1) firstOf.set((links[at] as Link).left, at)
  return (left, right) => {
    for (let at = firstOf.get(left) ?? links.length; links[at]?.left === left; at += 1)
      if (links[at]?.right === right) return true
    return false
  }
}

function toLink(left: number, right: number, weight: number): Link {
  return { left, right, weight, shared: 0, score: 0, contained: 0 }
}

function by(side: 'left' | 'right'): (a: Match, b: Match) => number {
  return (a, b) => (a[side][0] ?? 0) - (b[side][0] ?? 0)
}
