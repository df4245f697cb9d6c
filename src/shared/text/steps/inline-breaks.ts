import { readLabel } from '../../outline/numbering.ts'
import { CANNOT_END, CLOSED_END, cannotStart, SENTENCE_END } from '../characters.ts'
import { cutsWord } from '../paragraphs/word-cut.ts'
import { type Cohesion, measureCohesion } from './cohesion.ts'
import type { Step, StepContext, StepResult, WorkLine } from './step.ts'
import { LONG_MARK } from './web-phrases.ts'

/** A paragraph that is long enough to need a mark at its end. */
const LONG = 40
/** A link or emphasis that a page exporter put on a line of its own. */
const MAX_FRAGMENT = 20
/** A line of this length that breaks inside a word or after a comma is no heading. */
const MIN_OPEN = 25
/** The share of long lines that must end with a mark before an open end counts as a break. */
const MIN_CLOSED = 0.8

/**
 * Joins sentences that were broken around links and emphasis, as copies of web pages have them: a line that begins with a mark that cannot
 * begin one; the lines of one group where groups stand between blank lines; a long line without a closing mark, a fragment, and the rest.
 */
export const inlineBreaks: Step = { code: 'inline-breaks', apply: joinBroken }

interface Habits {
  /** Long lines nearly always end with a closing mark. */
  readonly closed: boolean
  /** Each paragraph stands between blank lines. */
  readonly spaced: boolean
  /** Lines that cannot begin a paragraph, or short ones that come again and again, show that sentences were broken. */
  readonly broken: boolean
  readonly cohesion: Cohesion
}

function joinBroken(lines: readonly WorkLine[], { structured }: StepContext): StepResult {
  if (structured) return { lines, count: 0 }
  const habits = findHabits(lines)
  const joined: WorkLine[] = []
  const samples: string[] = []
  let gap = false
  let fragment = false
  lines.forEach((line, index) => {
    if (line.text.trim() === '') {
      gap = true
      joined.push(line)
      return
    }
    const before = joined.findLast((other) => other.text.trim() !== '')
    const next = lines[index + 1]?.text.trim() ?? ''
    if (before !== undefined && continues({ a: before, b: line, next, gap, fragment }, habits)) {
      while (joined.at(-1) !== before) joined.pop()
      joined[joined.length - 1] = join(before, line)
      samples.push(line.text.trim())
      fragment = isFragment(line.text.trim())
    } else {
      joined.push(line)
      fragment = false
    }
    gap = false
  })
  return samples.length === 0
    ? { lines, count: 0 }
    : { lines: joined, count: samples.length, samples, rejoined: samples }
}

function findHabits(lines: readonly WorkLine[]): Habits {
  const texts = lines.map((line) => line.text.trim())
  const long = texts.filter((text) => text.length >= LONG)
  const closed = long.filter((text) => CLOSED_END.test(text)).length
  const apart = texts.filter(
    (text, index) => text.length >= LONG && CLOSED_END.test(text) && (texts[index + 1] ?? '') === '',
  )
  const spaced = closed >= 5 && apart.length >= closed * MIN_CLOSED
  return {
    closed: long.length >= 5 && closed >= long.length * (spaced ? 0.5 : MIN_CLOSED),
    spaced,
    broken: countBroken(texts) >= 2,
    cohesion: measureCohesion(texts.map((text) => ({ text }))),
  }
}

function countBroken(texts: readonly string[]): number {
  const fragments = new Map<string, number>()
  let broken = 0
  texts.forEach((text, index) => {
    if (cannotStart(text)) broken += 1
    const before = texts[index - 1] ?? ''
    if (!isFragment(text) || before.length < LONG || CLOSED_END.test(before)) return
    fragments.set(text, (fragments.get(text) ?? 0) + 1)
  })
  for (const count of fragments.values()) if (count > 1) broken += count
  return broken
}

function isFragment(text: string): boolean {
  return text !== '' && text.length <= MAX_FRAGMENT && !CLOSED_END.test(text) && readLabel(text) === null
}

/** Two lines that may belong together. */
interface Pair {
  readonly a: WorkLine
  readonly b: WorkLine
  /** The line right after b; empty when it is blank. */
  readonly next: string
  /** A blank line stands between. */
  readonly gap: boolean
  /** a ends with a fragment that was just joined to it. */
  readonly fragment: boolean
}

function continues({ a, b, next, gap, fragment }: Pair, habits: Habits): boolean {
  if ([a, b].some((line) => line.hint.kind !== null && line.hint.kind !== 'paragraph')) return false
  const [left, right] = [a.text.trim(), b.text.trim()]
  // A licence that links broke goes on in pieces; a whole paragraph beside it is the article's.
  if (LONG_MARK.test(left) && right.length >= LONG && SENTENCE_END.test(right) && !cannotStart(right)) return false
  if (cannotStart(right) && !endedBefore(left, right)) return !gap || left.length >= LONG
  if (CANNOT_END.test(left) && left.length >= MIN_OPEN && readLabel(right) === null) return !gap || left.length >= LONG
  if (gap && habits.closed && isCutSentence(left, right, habits.cohesion)) return true
  if (gap || readLabel(right) !== null || right.startsWith('各位') || !habits.closed) return false
  if (habits.spaced) return isGroupLine(left, right)
  if (habits.broken && isOpenInside(left, fragment) && canGoOn(right)) return true
  if (CLOSED_END.test(left) || left.length < MIN_OPEN) return false
  if (!isFragment(right) && (cutsWord(left, right) || /^-[\u4e00-\u9fff]/.test(right))) return true
  if (left.length < LONG) return false
  if (fragment || (habits.broken && isFragment(right) && next !== '')) return true
  return habits.cohesion.readsOn(left, right) && (!isFragment(right) || habits.cohesion.readsOn(right, next))
}

/** Nothing but dashes, a fragment just taken up, or a sentence that has begun behind another one: such a line is no paragraph and no heading. */
function isOpenInside(left: string, fragment: boolean): boolean {
  if (/^[—－-]{1,2}$/.test(left)) return true
  if (CLOSED_END.test(left)) return false
  const last = /[。；！？][”’）)》]?([^。；！？]*)$/.exec(left)?.[1] ?? ''
  return fragment || (last !== '' && readLabel(last) === null)
}

/** Words, or figures with their stop: lines of figures alone are what is left of a table. A dash begins the next point. */
function canGoOn(right: string): boolean {
  return !right.startsWith('——') && (/[\u4e00-\u9fff]/.test(right) || CLOSED_END.test(right))
}

/** What goes on stands elsewhere, or lost its beginning (、 of a list number that recognition did not read): the sentence before has ended. */
function endedBefore(left: string, right: string): boolean {
  return /^[，、；：》]/.test(right) && SENTENCE_END.test(left)
}

/** A sentence that a blank line cuts in two: a number without its unit, or a long open line whose end reads on into a whole sentence. */
function isCutSentence(left: string, right: string, cohesion: Cohesion): boolean {
  if (/\d$/.test(left) && /^[万亿个百元%％]/.test(right)) return true
  if (left.length < LONG || CLOSED_END.test(left) || right.length < LONG / 2 || !CLOSED_END.test(right)) return false
  return readLabel(right) === null && cohesion.readsOn(left, right)
}

/** In a group between blank lines everything is one paragraph but a heading above its text, and whole lines after a closing mark. */
function isGroupLine(left: string, right: string): boolean {
  if (/[：:]$/.test(left)) return false
  if (readLabel(left) !== null && left.length <= LONG && !CLOSED_END.test(left) && right.length > LONG) return false
  return !CLOSED_END.test(left) || isFragment(right)
}

function join(a: WorkLine, b: WorkLine): WorkLine {
  const wide = b.text.startsWith('\u3000') && a.text.trim().length <= 12 && b.text.trim().length <= 8
  return {
    ...a,
    text: `${a.text.trimEnd()}${wide ? '　' : ''}${b.text.trim()}`,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
  }
}
