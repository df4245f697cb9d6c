import { type LineFeatures, roomLeft } from './line-features.ts'
import {
  HEADING_LENGTH,
  INDENT,
  MAX_HEADING,
  NEVER,
  PARAGRAPH_END,
  SINGLE_SHARE,
  type TextHabit,
} from './paragraph-model.ts'
import type { Kind, PathScores, Role } from './paragraph-path.ts'
import { roomClass } from './room.ts'
import { insideScore, kindScore, type MeasuredLine, startScore } from './start-evidence.ts'

/** How far a closing mark can hang over the edge. */
const HANG = 3
/** A numbered heading is often set in larger type, so its lines break with room left: the chance of any such room, as log. */
const LOOSE_HEADING = Math.log(0.02)
/** A quotation left open at the end of a line inside a paragraph; a sentence that ends inside a heading; a heading longer than any. */
const UNCLOSED_INSIDE = Math.log(0.05)
const STOP_IN_HEADING = Math.log(0.02)
const TOO_LONG = Math.log(NEVER)
/** An unnumbered title of three characters or fewer (序言) against all titles: such a line is rather the rest of the heading above. */
const SHORT_TITLE = Math.log(0.15)
const MIN_TITLE = 8

/** The log probabilities of all ways to part a run of lines into paragraphs. */
export function scorePaths(lines: readonly MeasuredLine[], text: TextHabit): PathScores {
  const widths = [0]
  for (const { line } of lines) widths.push((widths.at(-1) ?? 0) + line.width)
  /** The width of the paragraph whose last `count` lines end with line `at`. */
  const widthSoFar = (at: number, count: number) => (widths[at + 1] ?? 0) - (widths[Math.max(0, at + 1 - count)] ?? 0)
  const begins = lines.map((line, at) => startScore(lines[at - 1], line, text))
  const insides = lines.map((line, at) => insideScore(lines[at - 1], line, text))
  const starts = tabulate(lines, (line, at, { kind }) => (begins[at] ?? 0) + kindScore(line, kind, text))
  const ends = tabulate(lines, (line, _, role) => endScore(line, role, text))
  const ons = tabulate(lines, (line, at, role) => {
    const next = lines[at + 1]
    return next === undefined ? -Infinity : onScore(line, next, role, text) + (insides[at + 1] ?? 0)
  })
  const tooLong = (at: number, { kind }: Role, count: number, most: number) =>
    kind !== 'body' && widthSoFar(at, count) >= most
  return {
    length: lines.length,
    start: (at, kind) => starts[at * PLACES + placeOf({ kind, first: true })] ?? 0,
    goOn: (at, role, count) =>
      (ons[at * PLACES + placeOf(role)] ?? 0) + (tooLong(at, role, count, MAX_HEADING) ? TOO_LONG : 0),
    end: (at, role, count) =>
      (ends[at * PLACES + placeOf(role)] ?? 0) + (tooLong(at, role, count, MAX_HEADING * 1.5) ? STOP_IN_HEADING : 0),
  }
}

const ROLES: readonly Role[] = (['body', 'heading', 'title'] as const).flatMap((kind) =>
  [true, false].map((first) => ({ kind, first })),
)
const PLACES = ROLES.length

function placeOf({ kind, first }: { readonly kind: Kind; readonly first: boolean }): number {
  return (kind === 'body' ? 0 : kind === 'heading' ? 2 : 4) + (first ? 0 : 1)
}

/** A score for each line and each role it can have: a path asks for each many times. */
function tabulate(
  lines: readonly MeasuredLine[],
  score: (line: MeasuredLine, at: number, role: Role) => number,
): Float64Array {
  const table = new Float64Array(lines.length * PLACES)
  lines.forEach((line, at) => {
    ROLES.forEach((role, place) => {
      table[at * PLACES + place] = score(line, at, role)
    })
  })
  return table
}

/** The paragraph of line a goes on, by a's end and room. */
function onScore(a: MeasuredLine, b: MeasuredLine, role: Role, text: TextHabit): number {
  let score =
    role.first && isSingleSentence(a)
      ? Math.log(((1 - singleShare(a, text)) * 2) / a.line.measure)
      : Math.log(text.lineEnd[a.end]) + Math.log(1 - endShare(role, a.line.measure, text))
  if (a.unclosed) score += UNCLOSED_INSIDE
  if (role.kind !== 'body' && (a.holdsStop || a.end === 'stop')) score += STOP_IN_HEADING
  const shares = a.pressed ? text.roomShares.pressed : text.roomShares.plain
  const full = fullScore(roomLeft(a.line), b.needed, role.first ? text.lostIndent : 0, shares)
  return score + (role.kind === 'heading' ? Math.max(full, LOOSE_HEADING) : full)
}

/** The paragraph of line a ends with it, by its end and room. */
function endScore(a: MeasuredLine, role: Role, text: TextHabit): number {
  const { measure } = a.line
  const marks = role.kind === 'body' ? text.bodyEnd : PARAGRAPH_END.heading
  let score =
    role.first && isSingleSentence(a)
      ? Math.log(singleShare(a, text))
      : Math.log(marks[a.end]) + Math.log(endShare(role, measure, text))
  if (a.unclosed) score += Math.log(NEVER)
  if (role.kind !== 'body' && a.holdsStop) score += STOP_IN_HEADING
  if (role.kind === 'title' && role.first && a.line.width < MIN_TITLE) score += SHORT_TITLE
  const lost = role.first ? text.lostIndent : 0
  const room = roomLeft(a.line)
  const fits = lost * (room - INDENT < -HANG ? NEVER : 1) + (1 - lost) * (room < -HANG ? NEVER : 1)
  return score + Math.log((fits * 2) / measure)
}

/**
 * A numbered line that is one sentence (——必须更加注重系统观念。): whether its paragraph is complete or goes on is asked of the other paragraphs with such
 * numbers, because the mark at the end tells nothing: the sentence had to end somewhere.
 */
function isSingleSentence({ label, end, holdsStop }: LineFeatures): boolean {
  return label !== null && end === 'stop' && !holdsStop
}

function singleShare(line: MeasuredLine, text: TextHabit): number {
  return text.singleShare.get(line.start) ?? SINGLE_SHARE
}

/** The chance that the line has the room it has although its paragraph goes on, per Han character of room. */
function fullScore(room: number, needed: number, lostIndent: number, shares: readonly number[]): number {
  const kept = (1 - lostIndent) * fullChance(room, needed, shares)
  return Math.log(lostIndent === 0 ? kept : kept + lostIndent * fullChance(room - INDENT, needed, shares))
}

function fullChance(room: number, needed: number, shares: readonly number[]): number {
  const share = shares[roomClass(room, needed)] ?? NEVER
  return room >= 0 && room < needed ? share / Math.max(1, needed / 2) : share
}

/** How likely a paragraph ends with a line, by the average length of its kind. */
function endShare({ kind }: Role, measure: number, text: TextHabit): number {
  return 1 - Math.exp(-measure / (kind === 'body' ? text.bodyLength : HEADING_LENGTH))
}
