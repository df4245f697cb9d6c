import DiffMatchPatch from 'diff-match-patch'
import type { Range } from '../text/range.ts'
import type { Anchor } from './anchor.ts'
import { similarity } from './similarity.ts'

/** Less than half in common is another sentence. */
const ENOUGH = 0.5
/** Length of the exact pieces that are looked for: rare in a text of 100 000 characters, short enough to survive edits between. */
const SEED = 6
/** Pieces looked for; more would not place the quote better. */
const MAX_SEEDS = 48
/** Occurrences of one piece that are counted; a piece more common than this says nothing. */
const MAX_OCCURRENCES = 24
/** Votes within this many characters of each other are for the same place. */
const SPREAD = 32

/** diff-match-patch without its clock (no deadline), so that the result depends on the texts alone. */
function matcher(reach: number): DiffMatchPatch {
  const dmp = new DiffMatchPatch()
  dmp.Diff_Timeout = 0
  dmp.Match_Distance = Math.max(reach, 1000)
  return dmp
}

/** Where a quote of at most `Match_MaxBits` characters stands in an edited form; its end found by comparing with what is there. */
function findShort(text: string, quote: string, near: number): Range | null {
  const dmp = matcher(text.length)
  const start = dmp.match_main(text, quote, near)
  if (start < 0) return null
  const there = text.slice(start, start + quote.length + SPREAD).split('\n')[0] ?? ''
  // The place of the last character, plus one: what was added behind it does not belong to the quote.
  return { start, end: start + dmp.diff_xIndex(dmp.diff_main(quote, there), quote.length - 1) + 1 }
}

/** Votes of the quote's pieces: if it still stood whole, where would it start? The best place, or null when no piece is left. */
function voteForStart(text: string, quote: string, near: number): number | null {
  const step = Math.max(1, Math.floor((quote.length - SEED) / MAX_SEEDS))
  const votes: number[] = []
  for (let offset = 0; offset + SEED <= quote.length; offset += step) {
    const piece = quote.slice(offset, offset + SEED)
    const found: number[] = []
    for (let at = text.indexOf(piece); at >= 0 && found.length <= MAX_OCCURRENCES; at = text.indexOf(piece, at + 1))
      found.push(at - offset)
    if (found.length <= MAX_OCCURRENCES) votes.push(...found)
  }
  votes.sort((a, b) => a - b)
  let best: { start: number; count: number } | null = null
  for (let from = 0, to = 0; from < votes.length; from += 1) {
    const first = votes[from] ?? 0
    while (to < votes.length && (votes[to] ?? 0) <= first + SPREAD) to += 1
    const place = { start: votes[Math.floor((from + to - 1) / 2)] ?? first, count: to - from }
    const nearer = best !== null && place.count === best.count && Math.abs(first - near) < Math.abs(best.start - near)
    if (best === null || place.count > best.count || nearer) best = place
  }
  return best?.start ?? null
}

/** A long quote: its place by votes, then its first and last characters there. */
function findLong(text: string, quote: string, near: number): Range | null {
  const voted = voteForStart(text, quote, near)
  if (voted === null) return null
  const from = Math.max(0, voted - SPREAD * 2)
  const window = text.slice(from, voted + quote.length + SPREAD * 2)
  const dmp = matcher(SPREAD * 4)
  const bits = dmp.Match_MaxBits
  const head = dmp.match_main(window, quote.slice(0, bits), Math.max(0, voted - from))
  const start = head < 0 ? Math.max(0, voted) : from + head
  const tail = findShort(window, quote.slice(-bits), Math.max(0, voted - from + quote.length - bits))
  const end = tail === null ? Math.min(text.length, voted + quote.length) : from + tail.end
  return end > start ? { start, end } : null
}

/** Between the words that stood before and after, when both are still there: finds a quote that was rewritten in place. */
function findByContext(text: string, { quote, before, after, start }: Anchor): Range | null {
  const head = before.slice(-SEED * 2)
  const tail = after.slice(0, SEED * 2)
  if (head.length < SEED || tail.length < SEED) return null
  let best: Range | null = null
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const from = at + head.length
    const to = text.indexOf(tail, from)
    if (to < 0) break
    const nearer = best === null || Math.abs(from - start) < Math.abs(best.start - start)
    if (to - from <= quote.length * 2 + SPREAD && nearer) best = { start: from, end: to }
  }
  return best
}

/**
 * Finds a quote that was edited: between its old surroundings, else by diff-match-patch's match (up to 32 characters), else
 * by its pieces. Null when nothing that shares half of its bigrams is left.
 */
export function findEdited(text: string, anchor: Anchor): Range | null {
  const { quote, start } = anchor
  if (quote.length < 2) return null
  const alike = (range: Range | null) =>
    range !== null && similarity(quote, text.slice(range.start, range.end)) >= ENOUGH ? range : null
  const bits = new DiffMatchPatch().Match_MaxBits
  return (
    alike(findByContext(text, anchor)) ??
    alike(quote.length > bits ? findLong(text, quote, start) : findShort(text, quote, start))
  )
}
