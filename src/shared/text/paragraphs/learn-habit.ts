import { gapShares } from './gap-shares.ts'
import { roomLeft } from './line-features.ts'
import {
  BODY_LENGTH,
  type EndMark,
  INDENT,
  type LabelClass,
  LINE_END,
  PARAGRAPH_END,
  ROOM_SHARES,
  SINGLE_SHARE,
  type StartKind,
  type TextHabit,
  TOPIC,
} from './paragraph-model.ts'
import type { ParagraphPath } from './paragraph-path.ts'
import { ROOM_CLASSES, roomClass } from './room.ts'
import { labelClass, type MeasuredLine } from './start-evidence.ts'

/** How many imagined cases stand for what is expected before a text shows its own habits. */
const PRIOR = 4
const ROOM_PRIOR = 50
const END_PRIOR = 30
const LENGTH_PRIOR = 10
const SINGLE_PRIOR = 1
const LABEL_PRIOR = 20
const TOPIC_PRIOR = 10

/** What the paragraphs found say of the text's habits. */
export function learnHabit(
  lines: readonly MeasuredLine[],
  { starts, headings }: ParagraphPath,
  before: TextHabit,
): TextHabit {
  const first = lines.filter((_, at) => starts[at])
  const rest = lines.filter((_, at) => !starts[at])
  return {
    ...learnRoom(lines, { starts, headings }, before),
    labelStart: labelShares(first, before.labelStart),
    labelInside: before.labelInside,
    ...learnTopics(lines, starts),
    ...learnBody(lines, { starts, headings }),
    indentFirst: share(first.filter(({ setIn }) => setIn).length, first.length, before.indentFirst),
    indentRest: share(countHanging(lines, starts), rest.length, before.indentRest),
    gapBefore: gapShares(first),
    gapInside: gapShares(rest),
    headingCounts: learnHeadings(lines, { starts, headings }),
    singleShare: learnSingles(lines, starts),
  }
}

/**
 * Lines set in below a full line of their paragraph. One below a short line (sentences broken around links, each piece set in) is no habit of the
 * text, even if it was taken for the rest of a paragraph: it must not teach that indents mean nothing.
 */
function countHanging(lines: readonly MeasuredLine[], starts: readonly boolean[]): number {
  return lines.filter((line, at) => {
    const above = lines[at - 1]
    return line.setIn && !starts[at] && above !== undefined && roomLeft(above.line) < line.needed + INDENT
  }).length
}

function learnRoom(
  lines: readonly MeasuredLine[],
  { starts, headings }: ParagraphPath,
  before: TextHabit,
): Pick<TextHabit, 'roomShares' | 'lostIndent'> {
  const plain = Array<number>(ROOM_CLASSES).fill(0)
  const pressed = Array<number>(ROOM_CLASSES).fill(0)
  let [firsts, narrow] = [0, 0]
  lines.forEach((a, at) => {
    const b = lines[at + 1]
    if (b === undefined || starts[at + 1] || headings[at]) return
    const [room, needed] = [roomLeft(a.line), b.needed]
    const isNarrow = starts[at] === true && room >= needed
    if (starts[at]) firsts += 1
    if (isNarrow && room < needed + INDENT) narrow += 1
    const place = roomClass(isNarrow && before.lostIndent > 0.3 ? room - INDENT : room, needed)
    const counts = a.pressed ? pressed : plain
    counts[place] = (counts[place] ?? 0) + 1
  })
  return {
    roomShares: { plain: roomShares(plain), pressed: roomShares(pressed) },
    lostIndent: share(narrow, firsts, before.lostIndent),
  }
}

function roomShares(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count, place) => (count + (ROOM_SHARES[place] ?? 0) * ROOM_PRIOR) / (all + ROOM_PRIOR))
}

/** How long its paragraphs of running text are, and the marks that they and the lines inside them end with. */
function learnBody(
  lines: readonly MeasuredLine[],
  { starts, headings }: ParagraphPath,
): Pick<TextHabit, 'bodyEnd' | 'lineEnd' | 'bodyLength'> {
  const body = lines.map((line, at) => ({ line, last: starts[at + 1] !== false })).filter((_, at) => !headings[at])
  const ends = body.filter(({ last }) => last)
  const width = body.reduce((sum, { line }) => sum + line.line.width, 0)
  return {
    bodyEnd: markShares(ends, PARAGRAPH_END.body),
    lineEnd: markShares(
      body.filter(({ last }) => !last),
      LINE_END,
    ),
    bodyLength: (width + BODY_LENGTH * LENGTH_PRIOR) / (ends.length + LENGTH_PRIOR),
  }
}

function markShares(
  lines: readonly { readonly line: MeasuredLine }[],
  expected: Readonly<Record<EndMark, number>>,
): Readonly<Record<EndMark, number>> {
  const counts: Record<EndMark, number> = { stop: 0, semicolon: 0, colon: 0, comma: 0, open: 0 }
  for (const { line } of lines) counts[line.end] += 1
  const of = (end: EndMark) => (counts[end] + expected[end] * END_PRIOR) / (lines.length + END_PRIOR)
  return { stop: of('stop'), semicolon: of('semicolon'), colon: of('colon'), comma: of('comma'), open: of('open') }
}

function learnTopics(
  lines: readonly MeasuredLine[],
  starts: readonly boolean[],
): Pick<TextHabit, 'topicStart' | 'topicInside'> {
  const after = lines.map((line, at) => ({ line, start: starts[at] === true, stop: lines[at - 1]?.end === 'stop' }))
  const sentences = after.filter(({ line, stop }) => stop && line.label === null)
  const of = (start: boolean, expected: number) => {
    const those = sentences.filter((each) => each.start === start)
    const topics = those.filter(({ line }) => line.topic).length
    return (topics + expected * TOPIC_PRIOR) / (those.length + TOPIC_PRIOR)
  }
  return { topicStart: of(true, TOPIC.start), topicInside: of(false, TOPIC.inside) }
}

function labelShares(first: readonly MeasuredLine[], expected: TextHabit['labelStart']): TextHabit['labelStart'] {
  const counts: Record<LabelClass, number> = { expected: 0, other: 0, ordinal: 0, none: 0 }
  for (const line of first) counts[labelClass(line)] += 1
  const of = (kind: LabelClass) => (counts[kind] + expected[kind] * LABEL_PRIOR) / (first.length + LABEL_PRIOR)
  return { expected: of('expected'), other: of('other'), ordinal: of('ordinal'), none: of('none') }
}

function learnHeadings(
  lines: readonly MeasuredLine[],
  { starts, headings }: ParagraphPath,
): TextHabit['headingCounts'] {
  const counts = new Map<StartKind, { all: number; headings: number }>()
  lines.forEach((line, at) => {
    if (!starts[at]) return
    const count = counts.get(line.start) ?? { all: 0, headings: 0 }
    counts.set(line.start, { all: count.all + 1, headings: count.headings + (headings[at] ? 1 : 0) })
  })
  return counts
}

/** Numbered paragraphs that begin with a sentence on their first two lines: how many have no other sentence. */
function learnSingles(lines: readonly MeasuredLine[], starts: readonly boolean[]): ReadonlyMap<StartKind, number> {
  const counts = new Map<StartKind, { all: number; single: number }>()
  lines.forEach((line, at) => {
    if (!starts[at] || line.label === null) return
    const next = starts[at + 1] === false ? lines[at + 1] : undefined
    const after = next !== undefined && starts[at + 2] === false
    const early = line.holdsStop || line.end === 'stop' || next?.holdsStop === true || next?.end === 'stop'
    if (!early) return
    const single = !line.holdsStop && (line.end === 'stop' ? next === undefined : !next?.holdsStop && !after)
    const count = counts.get(line.start) ?? { all: 0, single: 0 }
    counts.set(line.start, { all: count.all + 1, single: count.single + (single ? 1 : 0) })
  })
  return new Map([...counts].map(([kind, { all, single }]) => [kind, shareOfOthers(single, all)]))
}

/** What the others say of one that is single: it does not count for itself. */
function shareOfOthers(single: number, all: number): number {
  const own = Math.min(1, single)
  return (single - own + SINGLE_SHARE * SINGLE_PRIOR) / (all - own + SINGLE_PRIOR)
}

function share(found: number, all: number, expected: number, floor = 0.0005): number {
  return Math.min(1 - floor, Math.max(floor, (found + expected * PRIOR) / (all + PRIOR)))
}
