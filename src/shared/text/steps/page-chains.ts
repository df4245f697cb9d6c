/** A place where a page number may stand: a line that is a number, or begins with one. */
export interface PageCandidate {
  /** Index of the line among the non-blank lines. */
  readonly at: number
  readonly value: number
  /** Digits taken from the line. */
  readonly length: number
  /** How much the place looks like a page number by itself: 2 alone on its line, 1 inside a sentence, less elsewhere. */
  readonly weight: number
  /** The number may as well be a figure of the text: what is left of the line begins with digits or a unit. */
  readonly risky: boolean
}

/** Pages hold at least 8 lines and at most 90. */
const MIN_PAGE = 8
const MAX_PAGE = 90
/** Pages may be missing between two numbers (a picture, a blank page, a number that stands before a figure). */
const MAX_STEP = 4
const MAX_CHAINS = 6

interface Link {
  readonly candidate: PageCandidate
  readonly previous: Link | null
  readonly weight: number
  readonly pitch: number
}

/**
 * Finds the page numbers among numbers at line beginnings: they count up by one at nearly equal distances. `lines` is the number
 * of non-blank lines: a short chain only counts in a short text, or at the page distance of a longer one. Numbers that may be
 * figures of the text do not make a chain; they are taken only where a page must end.
 */
export function findPageChains(candidates: readonly PageCandidate[], lines: number): PageCandidate[][] {
  const safe = candidates.filter((candidate) => !candidate.risky)
  const risky = candidates.filter((candidate) => candidate.risky)
  const chains: PageCandidate[][] = []
  const used = new Set<number>()
  let pitch: number | null = null
  while (chains.length < MAX_CHAINS) {
    const free = safe.filter((candidate) => !used.has(candidate.at))
    const chain = settle(heaviestChain(free, pitch), free)
    const distances = distancesOf(chain)
    if (!isConvincing(chain, distances, lines, pitch)) break
    const filled = pitch === null ? fillGaps(chain, free, risky, median(distances)) : chain
    pitch ??= median(distances)
    chains.push(filled)
    for (const candidate of filled) used.add(candidate.at)
  }
  return [...chains, ...frontPages(safe, chains)]
}

/** The pages before the text proper (a contents list) have numbers of their own: 1, 2, 3 above the first page 1. */
function frontPages(safe: readonly PageCandidate[], chains: readonly (readonly PageCandidate[])[]): PageCandidate[][] {
  const first = chains
    .map((chain) => chain[0])
    .reduce((low, each) => ((each?.at ?? 0) < (low?.at ?? 0) ? each : low), chains[0]?.[0])
  if (first === undefined || first.value > 3) return []
  const front = heaviestChain(
    safe.filter((candidate) => candidate.at < first.at),
    null,
  )
  const distances = distancesOf(front)
  const even = distances.every((distance) => Math.abs(distance - median(distances)) <= median(distances) * 0.15)
  return front.length >= 3 && front[0]?.value === 1 && even ? [front] : []
}

/** How far from its place a number that may be a figure can stand: pages of a book have the same number of lines, but for one. */
const MAX_OFFSET = 1.5

/**
 * Adds the pages that the chain leaps over, also right before and after it: the number that stands only once between its neighbours (pages with a picture
 * or a table have few lines), or the one at the very place where the page must end. A number that may be a figure is taken only at such a place.
 */
function fillGaps(
  chain: readonly PageCandidate[],
  safe: readonly PageCandidate[],
  risky: readonly PageCandidate[],
  pitch: number,
): PageCandidate[] {
  const filled: PageCandidate[] = []
  const [safeOf, riskyOf] = [groupByValue(safe), groupByValue(risky)]
  const find = (value: number, places: readonly number[], from: number, to: number) => {
    const miss = (candidate: PageCandidate) => Math.min(...places.map((place) => Math.abs(candidate.at - place)))
    const isHere = (candidate: PageCandidate) => candidate.at > from && candidate.at < to
    const inside = (safeOf.get(value) ?? []).filter(isHere)
    if (inside.length === 1) return inside[0]
    const near = [...inside, ...(riskyOf.get(value) ?? []).filter(isHere)].filter(
      (candidate) => miss(candidate) <= MAX_OFFSET,
    )
    return near.sort((a, b) => miss(a) - miss(b))[0]
  }
  chain.forEach((after) => {
    for (let before = filled.at(-1); before !== undefined && before.value + 1 < after.value; ) {
      const [value, at] = [before.value + 1, before.at]
      const even = at + (after.at - at) / (after.value - before.value)
      const places = [at + pitch, after.at - pitch * (after.value - value), even]
      before = find(value, places, at, after.at) ?? { ...before, value, at: at + pitch, length: 0 }
      filled.push(before)
    }
    filled.push(after)
  })
  const [first, last] = [chain[0], chain.at(-1)]
  if (first !== undefined) {
    const found = find(first.value - 1, [first.at - pitch], first.at - pitch * 1.5, first.at - pitch * 0.5)
    if (found !== undefined) filled.unshift(found)
  }
  if (last !== undefined) {
    const found = find(last.value + 1, [last.at + pitch], last.at + 2, last.at + pitch * 1.5)
    if (found !== undefined) filled.push(found)
  }
  return filled.filter((candidate) => candidate.length > 0)
}

function heaviestChain(candidates: readonly PageCandidate[], pitch: number | null): PageCandidate[] {
  const byValue = new Map<number, Link[]>()
  let best: Link | null = null
  for (const candidate of candidates) {
    const previous = bestPrevious(candidate, byValue, pitch)
    const link: Link = {
      candidate,
      previous,
      weight: candidate.weight + (previous?.weight ?? 0),
      pitch: previous === null ? (pitch ?? 0) : pitchOf(previous, candidate),
    }
    const same = byValue.get(candidate.value)
    if (same === undefined) byValue.set(candidate.value, [link])
    else same.push(link)
    if (best === null || link.weight > best.weight) best = link
  }
  const chain: PageCandidate[] = []
  for (let link = best; link !== null; link = link.previous) chain.push(link.candidate)
  return chain.reverse()
}

function bestPrevious(
  candidate: PageCandidate,
  byValue: ReadonlyMap<number, readonly Link[]>,
  pitch: number | null,
): Link | null {
  let best: Link | null = null
  for (let step = 1; step <= MAX_STEP; step += 1) {
    let first: Link | null = null
    const links = byValue.get(candidate.value - step) ?? []
    for (let index = links.length - 1; index >= 0; index -= 1) {
      const link = links[index]
      const distance = link === undefined ? Infinity : (candidate.at - link.candidate.at) / step
      if (link === undefined || distance > MAX_PAGE) break
      const expected = pitch ?? link.pitch
      const near = expected <= 0 || Math.abs(distance - expected) <= expected * 0.25 + 1
      if (distance >= MIN_PAGE && near && (first === null || link.weight >= first.weight)) first = link
    }
    if (first !== null && (best === null || first.weight > best.weight)) best = first
  }
  return best
}

/** The candidates of each number, in the order of the text. */
function groupByValue(candidates: readonly PageCandidate[]): Map<number, PageCandidate[]> {
  const groups = new Map<number, PageCandidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(candidate.value)
    if (group === undefined) groups.set(candidate.value, [candidate])
    else group.push(candidate)
  }
  return groups
}

/** The distance of pages, averaged over the last links so that it may drift. */
function pitchOf(previous: Link, candidate: PageCandidate): number {
  const distance = (candidate.at - previous.candidate.at) / (candidate.value - previous.candidate.value)
  return previous.pitch === 0 ? distance : previous.pitch * 0.7 + distance * 0.3
}

/**
 * Of several lines that could hold the same page number the one nearest to where the page must end is taken, because a wrong cut would
 * change a figure of the text.
 */
function settle(chain: readonly PageCandidate[], candidates: readonly PageCandidate[]): PageCandidate[] {
  const pitch = median(distancesOf(chain))
  const rivalsOf = groupByValue(candidates)
  return chain.map((candidate, index) => {
    const [before, after] = [chain[index - 1], chain[index + 1]]
    const places: number[] = []
    if (before !== undefined) places.push(before.at + pitch * (candidate.value - before.value))
    if (after !== undefined) places.push(after.at - pitch * (after.value - candidate.value))
    if (places.length === 0) return candidate
    const place = places.reduce((sum, at) => sum + at, 0) / places.length
    const cost = (other: PageCandidate) => Math.abs(other.at - place) - other.weight * 2
    const rivals = (rivalsOf.get(candidate.value) ?? []).filter(
      (other) => other.at > (before?.at ?? -1) && other.at < (after?.at ?? Infinity),
    )
    return rivals.reduce((best, other) => (cost(other) < cost(best) ? other : best), candidate)
  })
}

function distancesOf(chain: readonly PageCandidate[]): number[] {
  return chain.slice(1).map((candidate, index) => {
    const before = chain[index]
    return before === undefined ? 0 : (candidate.at - before.at) / (candidate.value - before.value)
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/**
 * Numbers that begin lines by chance make short, uneven chains. A chain is believed when it is heavy and even, and
 * covers most of the text; a second one when it keeps the distance of the first.
 */
function isConvincing(
  chain: readonly PageCandidate[],
  distances: readonly number[],
  lines: number,
  pitch: number | null,
): boolean {
  if (chain.length < 2) return false
  const middle = median(distances)
  const even =
    distances.filter((distance) => Math.abs(distance - middle) <= middle * 0.12 + 1).length / distances.length
  const weight = chain.reduce((sum, candidate) => sum + candidate.weight, 0)
  if (pitch !== null) return chain.length >= 3 && weight >= 2 && even >= 0.6
  const covered = (chain.length + 1) * middle >= lines * 0.5
  if (chain.length >= 8) return even >= 0.6 && weight >= 5 && covered
  return even >= 0.85 && covered && weight >= (chain.length >= 4 && even === 1 ? 1.5 : 3)
}
