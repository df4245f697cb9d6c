import type { Range } from '../text/range.ts'
import type { Anchor } from './anchor.ts'
import { findEdited } from './find-edited.ts'
import { wholeCharacters } from './make-anchor.ts'

/** A quote this long is told by itself; a shorter one (`3%`) needs its surroundings. */
const TELLING_LENGTH = 12
/** Characters of context that must agree beside a short quote. */
const TELLING_CONTEXT = 6

function commonPrefix(text: string, from: number, expected: string): number {
  let length = 0
  while (length < expected.length && text[from + length] === expected[length]) length += 1
  return length
}

function commonSuffix(text: string, to: number, expected: string): number {
  let length = 0
  while (length < expected.length && text[to - 1 - length] === expected[expected.length - 1 - length]) length += 1
  return length
}

interface Fit {
  readonly before: number
  readonly after: number
}

function fitAt(text: string, { start, end }: Range, { before, after }: Anchor): Fit {
  return { before: commonSuffix(text, start, before), after: commonPrefix(text, end, after) }
}

function isTelling({ quote, before, after }: Anchor, fit: Fit): boolean {
  if (quote.length >= TELLING_LENGTH) return true
  if (before === '' && after === '') return quote !== ''
  const beside = (agreed: number, context: string) =>
    context !== '' && agreed >= Math.min(context.length, TELLING_CONTEXT)
  // An empty quote is a place between two characters: only both sides together say which.
  return quote === ''
    ? fit.before === before.length && fit.after === after.length
    : beside(fit.before, before) || beside(fit.after, after)
}

/** The occurrence of the quote whose surroundings agree best; of equals the one nearest to where it stood. */
function findExact(text: string, anchor: Anchor): number | null {
  const { quote, before, after, start } = anchor
  const whole = before.length + after.length
  const here = text.startsWith(quote, start) ? fitAt(text, { start, end: start + quote.length }, anchor) : null
  if (here && here.before + here.after === whole && isTelling(anchor, here)) return start
  let best: { at: number; fit: number } | null = null
  for (let at = text.indexOf(quote); at >= 0 && at <= text.length; at = text.indexOf(quote, at + 1)) {
    const fit = fitAt(text, { start: at, end: at + quote.length }, anchor)
    const agreed = fit.before + fit.after
    const nearer = best !== null && agreed === best.fit && Math.abs(at - start) < Math.abs(best.at - start)
    if (isTelling(anchor, fit) && (best === null || agreed > best.fit || nearer)) best = { at, fit: agreed }
    if (quote === '' && at === text.length) break
  }
  return best?.at ?? null
}

/**
 * Finds an anchor in a text that may have been edited since: the exact quote with the best context first, then an edited form
 * of it. Returns a range of whole characters (UTF-16, end exclusive), or null when what was quoted is gone.
 */
export function findAnchor(text: string, anchor: Anchor): Range | null {
  const at = findExact(text, anchor)
  if (at !== null) return wholeCharacters(text, { start: at, end: at + anchor.quote.length })
  const edited = findEdited(text, anchor)
  return edited && isTelling(anchor, fitAt(text, edited, anchor)) ? wholeCharacters(text, edited) : null
}
