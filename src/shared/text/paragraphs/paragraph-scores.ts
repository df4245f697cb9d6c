import { type BreakHabit, firstChunk, type LineFeatures, roomLeft } from './line-features.ts'
import {
  EARLY_MARK,
  HEADING_LENGTH,
  HEADING_SHARE,
  LABEL_INSIDE,
  LABEL_START,
  MAX_HEADING,
  PARAGRAPH_END,
  SINGLE_SHARE,
  type StartKind,
  type TextHabit,
  TOP_HEADING_SHARE,
  WORD_CUT,
} from './paragraph-model.ts'
import type { Kind, PathScores, Role } from './paragraph-path.ts'
import type { WordCut } from './word-cut.ts'

/** A line with what stands between it and the one before. */
export interface MeasuredLine extends LineFeatures {
  /** The word at the break above. */
  readonly cut: WordCut
  /** The number of its label goes on from the last one of its style. */
  readonly expected: boolean
  /** Stands where titles stand. */
  readonly top: boolean
}

/** Two Han characters: the indent of a paragraph by GB/T 9704. */
export const INDENT = 4
/** How far a closing mark can hang over the edge. */
const HANG = 3
/** The classes of room on a line that goes on: two for lines that stand out, one for full ones, the rest by the characters that would still have fitted. */
export const ROOM_CLASSES = 10
/** A numbered heading is often set in larger type, so its lines break with room left: the chance of any such room, as log. */
const LOOSE_HEADING = Math.log(0.015)
/** A quotation left open at the end of a line inside a paragraph; a sentence that ends inside a heading. */
const UNCLOSED_INSIDE = 0.05
const STOP_IN_HEADING = 0.02
/** The chance of what a typesetter does not do. */
const NEVER = 0.0005

/** All that the likelihood of a path depends on. */
interface Scene {
  readonly lines: readonly MeasuredLine[]
  readonly habit: BreakHabit
  readonly text: TextHabit
  /** The widths of all lines before each, added up. */
  readonly widths: readonly number[]
}

/** The log probabilities of all ways to part a run of lines into paragraphs. */
export function scorePaths(lines: readonly MeasuredLine[], habit: BreakHabit, text: TextHabit): PathScores {
  const widths = [0]
  for (const { line } of lines) widths.push((widths.at(-1) ?? 0) + line.width)
  const scene: Scene = { lines, habit, text, widths }
  const starts = lines.map((line, at) => startScore(lines[at - 1], line, text))
  const insides = lines.map((line, at) => insideScore(lines[at - 1], line, text))
  return {
    length: lines.length,
    start: (at, kind) => (starts[at] ?? 0) + (lines[at] ? kindScore(lines[at], kind, text) : 0),
    goOn: (at, role, count) => onScore(scene, at, role, count) + (insides[at + 1] ?? 0),
    end: (at, role, count) => endScore(scene, at, role, count),
  }
}

/** The width of the paragraph whose last `count` lines end with line `at`. */
function widthSoFar({ widths }: Scene, at: number, count: number): number {
  return (widths[at + 1] ?? 0) - (widths[Math.max(0, at + 1 - count)] ?? 0)
}

/** Evidence at the line's beginning that a paragraph starts here, whatever its kind. */
function startScore(before: MeasuredLine | undefined, line: MeasuredLine, text: TextHabit): number {
  let score = Math.log(LABEL_START[labelClass(line)]) + gapScore(line, text.gapBefore)
  if (line.goesOn) score += Math.log(NEVER)
  if (line.cut !== null) score += Math.log(line.cut === 'cut' ? WORD_CUT.between : 1 - WORD_CUT.between)
  score += earlyMark(before, line, EARLY_MARK.start)
  if (before !== undefined) score += knownStart(before, line)
  return score
}

/** The same evidence that the paragraph goes on. */
function insideScore(before: MeasuredLine | undefined, line: MeasuredLine, text: TextHabit): number {
  let score = Math.log(LABEL_INSIDE[labelClass(line)]) + gapScore(line, text.gapInside)
  score += Math.log(isSetIn(line) ? text.indentRest : 1 - text.indentRest)
  score += earlyMark(before, line, EARLY_MARK.inside)
  if (line.goesOn) score += Math.log(0.05)
  if (line.cut !== null) score += Math.log(line.cut === 'cut' ? WORD_CUT.inside : 1 - WORD_CUT.inside)
  return score
}

/** Tells nothing after a mark, because a new clause begins there anyway, nor where a number stands before the mark. */
function earlyMark(before: MeasuredLine | undefined, line: MeasuredLine, share: number): number {
  return before?.end === 'open' && line.label === null ? Math.log(line.earlyMark ? share : 1 - share) : 0
}

export function labelClass({ label, expected }: MeasuredLine): 'expected' | 'other' | 'none' {
  if (label === null) return 'none'
  return expected ? 'expected' : 'other'
}

export function isSetIn({ line }: LineFeatures): boolean {
  return line.indent - line.margin >= INDENT - 1
}

export function gapClass({ line }: LineFeatures): 0 | 1 | 2 {
  return line.gap > 1 ? 2 : line.gap === 1 ? 1 : 0
}

function gapScore(line: MeasuredLine, shares: TextHabit['gapBefore']): number {
  return Math.log(shares[gapClass(line)])
}

const SALUTATION = /^各位(?:代表|委员|同志|领导|来宾)/
/** Laws list the dates of their versions, one a line, without stops. */
const FULL_DATE = /^[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日/
const TITLE_END = /(?:报告|纲要|规划|计划|公报|意见|方案|办法|条例|通知|决定)$/
const FIELD = /^(?:来源|时间|日期|作者|发布时间)[：:]/

/** The number of a picture or table, with its name. */
const CAPTION = /^(?:附?[图表])\s*[0-9]{1,3}(?:[-.][0-9]{1,3})?[\s：:.．][^，。；]*$/

/** Words that begin something new, in log odds against their standing there by chance. */
function knownStart(before: MeasuredLine, { line, top }: MeasuredLine): number {
  if (SALUTATION.test(line.text)) return line.text.length <= 16 ? 7 : 4
  if (FULL_DATE.test(line.text) && FULL_DATE.test(before.line.text) && before.end === 'open') return 4
  if (CAPTION.test(line.text)) return 5
  if (!top) return 0
  if (FIELD.test(line.text) || FIELD.test(before.line.text)) return 4
  return (FULL_DATE.test(line.text) ? 3 : 0) + (TITLE_END.test(before.line.text) ? 4 : 0)
}

/** What a line begins with, as far as it tells headings from running text. */
export function kindOf({ label, line }: LineFeatures): StartKind {
  return label?.style ?? (FULL_DATE.test(line.text) ? 'date' : 'none')
}

function kindScore(line: MeasuredLine, kind: Kind, text: TextHabit): number {
  if (kind !== 'body' && (kind === 'title') !== (line.label === null)) return -Infinity
  const style = kindOf(line)
  const known = text.headingShare.get(style) ?? HEADING_SHARE[style]
  const share = line.top && style === 'none' ? Math.max(known, TOP_HEADING_SHARE) : known
  const setIn = kind === 'body' ? text.indentFirst : (text.indentFirst + 0.5) / 2
  return Math.log(kind === 'body' ? 1 - share : share) + Math.log(isSetIn(line) ? setIn : 1 - setIn)
}

function onScore(scene: Scene, at: number, role: Role, count: number): number {
  const { lines, habit, text } = scene
  const [a, b] = [lines[at], lines[at + 1]]
  if (a === undefined || b === undefined) return -Infinity
  let score =
    role.first && isSingleSentence(a)
      ? Math.log(((1 - singleShare(a, text)) * 2) / a.line.measure)
      : Math.log(text.lineEnd[a.end]) + Math.log(1 - endShare(role, a.line.measure, text))
  if (a.unclosed) score += Math.log(UNCLOSED_INSIDE)
  if (role.kind !== 'body') {
    if (widthSoFar(scene, at, count) >= MAX_HEADING) score += Math.log(NEVER)
    if (a.holdsStop || a.end === 'stop') score += Math.log(STOP_IN_HEADING)
  }
  const lost = role.first ? text.lostIndent : 0
  const [room, needed] = [roomLeft(a.line), firstChunk(b.line.text, habit)]
  const full = fullScore(room, needed, lost, text.roomShares)
  return score + (role.kind === 'heading' ? Math.max(full, LOOSE_HEADING) : full)
}

/**
 * A numbered line that is one sentence (——必须更加注重系统观念。): whether its paragraph is complete or goes on is asked of the other paragraphs with such
 * numbers, because the mark at the end tells nothing: the sentence had to end somewhere.
 */
export function isSingleSentence({ label, end, holdsStop }: LineFeatures): boolean {
  return label !== null && end === 'stop' && !holdsStop
}

function singleShare(line: MeasuredLine, text: TextHabit): number {
  return text.singleShare.get(kindOf(line)) ?? SINGLE_SHARE
}

/** The chance that the line has the room it has although its paragraph goes on, per Han character of room. */
function fullScore(room: number, needed: number, lostIndent: number, shares: readonly number[]): number {
  const chance =
    lostIndent * fullChance(room - INDENT, needed, shares) + (1 - lostIndent) * fullChance(room, needed, shares)
  return Math.log(chance)
}

/** Which class of `ROOM_CLASSES` the room on a line is in, when what begins the next line needs so much. */
export function roomClass(room: number, needed: number): number {
  if (room < 0) return room < -2 ? 0 : 1
  if (room < needed) return 2
  return Math.min(ROOM_CLASSES - 1, 3 + Math.floor((room - needed) / 2))
}

function fullChance(room: number, needed: number, shares: readonly number[]): number {
  const share = shares[roomClass(room, needed)] ?? NEVER
  return room >= 0 && room < needed ? share / Math.max(1, needed / 2) : share
}

function endScore(scene: Scene, at: number, role: Role, count: number): number {
  const a = scene.lines[at]
  if (a === undefined) return -Infinity
  const { measure } = a.line
  const marks = role.kind === 'body' ? scene.text.bodyEnd : PARAGRAPH_END.heading
  let score =
    role.first && isSingleSentence(a)
      ? Math.log(singleShare(a, scene.text))
      : Math.log(marks[a.end]) + Math.log(endShare(role, measure, scene.text))
  if (a.unclosed) score += Math.log(NEVER)
  if (role.kind !== 'body' && (a.holdsStop || widthSoFar(scene, at, count) >= MAX_HEADING * 1.5))
    score += Math.log(STOP_IN_HEADING)
  const lost = role.first ? scene.text.lostIndent : 0
  const room = roomLeft(a.line)
  const fits = lost * (room - INDENT < -HANG ? NEVER : 1) + (1 - lost) * (room < -HANG ? NEVER : 1)
  return score + Math.log((fits * 2) / measure)
}

/** How likely a paragraph ends with a line, by the average length of its kind. */
function endShare({ kind }: Role, measure: number, text: TextHabit): number {
  return 1 - Math.exp(-measure / (kind === 'body' ? text.bodyLength : HEADING_LENGTH))
}
