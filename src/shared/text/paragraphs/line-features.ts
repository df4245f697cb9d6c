import { CHAPTER_STYLES, type LineLabel, readLabel } from '../../outline/numbering.ts'
import { CANNOT_END, cannotStart, isHan, unitWidth } from '../characters.ts'
import type { SetLine } from '../steps/wrap-geometry.ts'
import { type EndMark, INDENT, type StartKind } from './paragraph-model.ts'

/** A set line with what its words say about where paragraphs begin and end. */
export interface LineFeatures {
  readonly line: SetLine
  readonly end: EndMark
  readonly label: LineLabel | null
  /** What it begins with, as far as it tells headings from running text. */
  readonly start: StartKind
  /** A numbered heading set apart from text on its line: it ends in the line, and its text goes on. */
  readonly leads: boolean
  /** Set in from the lines around by two characters. */
  readonly setIn: boolean
  /** Begins with a mark that cannot begin a paragraph. */
  readonly goesOn: boolean
  /** A sentence ends inside the line. */
  readonly holdsStop: boolean
  /** A mark comes so soon that the line rather ends a clause than begins a paragraph. */
  readonly earlyMark: boolean
  /** Begins with a short sentence without comma, as paragraphs that open with their subject do (加强风险防范。…). */
  readonly topic: boolean
  /** Holds several marks that setters press together or apart: lines with such marks differ in what they hold. */
  readonly pressed: boolean
  /** Opens a quotation or bracket and does not close it. */
  readonly unclosed: boolean
}

const FULL_DATE = /^[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日/
const PRESSED = /[“”、，。；：《》（）][^]*[“”、，。；：《》（）]/
const TOPIC = /^[^，。；：、]{3,16}。/
const EARLY_MARK = /^[^，。；：、（“]{1,3}[，；：、]|^[^，。；：、（“]{1,6}[。；]/

/** Reads the features of one line. */
export function featuresOf(line: SetLine): LineFeatures {
  const label = readLabel(line.text)
  const leads = label !== null && isLead(line.text, label)
  return {
    line,
    end: endMark(line.text),
    label,
    start: leads ? 'none' : (label?.style ?? (FULL_DATE.test(line.text) ? 'date' : 'none')),
    leads,
    setIn: line.indent - line.margin >= INDENT - 1,
    goesOn: cannotStart(line.text),
    holdsStop: /[。！？；](?![”’』」）)》〉】]*$)/.test(line.text),
    earlyMark: EARLY_MARK.test(line.text),
    topic: TOPIC.test(line.text),
    pressed: PRESSED.test(line.text),
    unclosed: isUnclosed(line.text),
  }
}

/** The end of a title of three characters or more, a wide blank, and the beginning of a sentence. */
const LEAD = /(?:\S\s?){2}\S(?:[ \u00a0]*\u3000[ \u00a0]*\u3000|[ \u00a0]{4})\s*[“‘《（—]*[0-9０-９]*[\u4e00-\u9fff]/

/** A chapter's heading with the beginning of its text on the same line. */
function isLead(text: string, label: LineLabel): boolean {
  return CHAPTER_STYLES.has(label.style) && LEAD.test(text.slice(label.length))
}

function endMark(text: string): EndMark {
  if (/[。！？!?…][”’』」）)》〉】\]"']*$/.test(text)) return 'stop'
  if (/[；;][”’』」）)》〉】\]"']*$/.test(text)) return 'semicolon'
  if (/[：:]$/.test(text)) return 'colon'
  return CANNOT_END.test(text) ? 'comma' : 'open'
}

function isUnclosed(text: string): boolean {
  for (const [open, close] of ['“”', '《》', '（）', '【】']) {
    if (text.lastIndexOf(open ?? '') > text.lastIndexOf(close ?? '')) return true
  }
  return false
}

const CELL = /^(?:[-–—%％/‰]|预期性|约束性|[<>≥≤].*|[[［].*)$/

const MAX_ROW = 200

/** A row of a table whose lines were drawn: words set apart, by wide gaps or with such among them as only tables have, and no sentence. */
export function isTableRow(text: string): boolean {
  if (text.length > MAX_ROW || /[，。；：]/.test(text)) return false
  const label = readLabel(text)
  if (label !== null && isLead(text, label)) return false
  const cells = text.split(/\s+/)
  if (cells.length < 3) return false
  return cells.some((cell) => CELL.test(cell)) || text.split(/[ \u00a0]{2,}|\t|\u3000+/).length >= 3
}

/** How a text breaks its lines; told from the lines themselves. */
export interface BreakHabit {
  /** Lines are cut at a number of characters, whatever stands there. */
  readonly anywhere: boolean
  /** Marks hang over the edge instead of taking the character before them down. */
  readonly hanging: boolean
  /** Figures may be cut in two. */
  readonly cutsFigures: boolean
}

/** The share of lines that begin with a closing mark, or stand out by one, from which it is a habit. */
const HABIT_SHARE = 0.01

/** Finds out how lines are broken. */
export function findHabit(lines: readonly LineFeatures[]): BreakHabit {
  let [goesOn, standsOut, cut] = [0, 0, 0]
  lines.forEach(({ line, goesOn: closing }, at) => {
    const before = lines[at - 1]?.line
    if (before === undefined || before.measure === 0 || line.measure === 0) return
    if (closing) goesOn += 1
    if (before.width + before.indent > before.measure && /[，。、；：！？”’）》]$/.test(before.text)) standsOut += 1
    if (/[0-9]$/.test(before.text) && /^[0-9]/.test(line.text)) cut += 1
  })
  return {
    anywhere: goesOn >= Math.max(2, lines.length * HABIT_SHARE * 2),
    hanging: standsOut >= Math.max(2, lines.length * HABIT_SHARE),
    cutsFigures: cut >= Math.max(2, lines.length * HABIT_SHARE),
  }
}

const FIGURE = /^[0-9A-Za-z.,%％\-+]+/
const CHARACTER = /^[“‘《（(]*[^]/u
const MARKED = /^[“‘《（(]*[^][，。、；：！？”’》）)]*/u

/** The width of what had to stay together at the beginning of a line: it did not fit on the line before. */
export function firstChunk(text: string, habit: BreakHabit): number {
  if (habit.anywhere) return unitWidth(text.charAt(0))
  const figure = habit.cutsFigures ? null : FIGURE.exec(text)
  const chunk = (figure ?? (habit.hanging ? CHARACTER : MARKED).exec(text))?.[0] ?? ''
  let width = 0
  for (let i = 0; i < chunk.length; i += 1) width += unitWidth(chunk.charAt(i))
  return Math.max(1, width)
}

/** Half characters that are left on a line. */
export function roomLeft({ measure, width, indent }: SetLine): number {
  return measure - width - indent
}

/** True when a line break may have cut a word: Han characters on both sides and no mark between. */
export function mayCutWord(a: LineFeatures, b: LineFeatures): boolean {
  return a.end === 'open' && isHan(a.line.text.charAt(a.line.text.length - 1)) && isHan(b.line.text.charAt(0))
}
