import type { Step, StepContext, StepResult, WorkLine } from './step.ts'
import { isPageMark } from './web-phrases.ts'

/** Lines long enough that they are not the same by chance. */
const MIN_LINE = 20
const MIN_LINES = 5
/** At least this share of the long lines must come again. */
const MIN_SHARE = 0.3

/**
 * Takes out the second copy of an article that stands twice on a web page: a run of its lines comes again, in the same order. Lines of the
 * second copy that the first one has not are kept.
 */
export const repeatedArticle: Step = { code: 'repeated-article', apply: removeRepeated }

function removeRepeated(lines: readonly WorkLine[], { structured }: StepContext): StepResult {
  if (structured) return { lines, count: 0 }
  const keys = lines.map((line) => line.text.replace(/\s+/g, ''))
  const region = repeatedRegion(keys)
  if (region === null || !(keys.some(isPageMark) || isWholeCopy(keys, region))) return { lines, count: 0 }
  const before = new Set(keys.slice(0, region.start))
  const dropped: { reason: string; text: string }[] = []
  const kept = lines.filter((line, index) => {
    const key = keys[index] ?? ''
    if (key === '' || index < region.start || index > region.end || !before.has(key)) return true
    dropped.push({ reason: 'repeated-article', text: line.text })
    return false
  })
  return { lines: kept, count: dropped.length, dropped }
}

interface Region {
  readonly start: number
  readonly end: number
}

/** The lines from the first to the last that repeat earlier ones, when they are many, once each and in order. */
function repeatedRegion(keys: readonly string[]): Region | null {
  const first = new Map<string, number>()
  const pairs: { at: number; copy: number }[] = []
  const times = new Map<string, number>()
  let long = 0
  keys.forEach((key, copy) => {
    if (key.length < MIN_LINE) return
    long += 1
    times.set(key, (times.get(key) ?? 0) + 1)
    const at = first.get(key)
    if (at === undefined) first.set(key, copy)
    else pairs.push({ at, copy })
  })
  if (pairs.length < MIN_LINES || (pairs.length < long * MIN_SHARE && !isRun(keys, pairs))) return null
  const often = [...times.values()].filter((count) => count > 2).length
  const inOrder = pairs.filter((pair, index) => index === 0 || pair.at > (pairs[index - 1]?.at ?? -1)).length
  if (often > pairs.length * 0.1 || inOrder < pairs.length * 0.9) return null
  const [start, end] = [pairs[0]?.copy ?? 0, pairs.at(-1)?.copy ?? 0]
  return (pairs.at(-1)?.at ?? end) < start ? { start: extendUp(keys, start), end: extendDown(keys, end) } : null
}

/** So many long lines that follow each other both times are no chance either, however small their share. */
const MIN_RUN = 8

function isRun(keys: readonly string[], pairs: readonly { readonly at: number; readonly copy: number }[]): boolean {
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (first === undefined || last === undefined || pairs.length < MIN_RUN) return false
  const between = keys.slice(first.copy, last.copy + 1).filter((key) => key.length >= MIN_LINE).length
  return pairs.length >= between * 0.95
}

/** Longer lines are no titles. */
const MAX_TITLE = 40

/** Without other signs of a web page: the whole text stands there twice from its title on, line by line and nothing else (pasted twice, a view and a print view in one). */
function isWholeCopy(keys: readonly string[], { start }: Region): boolean {
  const full = (lines: readonly string[]) => lines.filter((key) => key !== '')
  const [once, again] = [full(keys.slice(0, start)), full(keys.slice(start))]
  const title = once[0] ?? ''
  return title.length <= MAX_TITLE && !/[。；，]$/.test(title) && once.join('\n') === again.join('\n')
}

/** Short lines above the first long one (title, name, salutation) that the first copy has too. */
function extendUp(keys: readonly string[], start: number): number {
  const before = new Set(keys.slice(0, start))
  let at = start
  while (at > 0 && (keys[at - 1] === '' || before.has(keys[at - 1] ?? '')) && keys.indexOf(keys[at - 1] ?? '') < at - 1)
    at -= 1
  return at
}

function extendDown(keys: readonly string[], end: number): number {
  let at = end
  while (at + 1 < keys.length && keys.indexOf(keys[at + 1] ?? '') <= end) at += 1
  return at
}
