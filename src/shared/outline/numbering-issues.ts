import { formatChineseNumber } from '../text/chinese-number.ts'
import type { Range } from '../text/range.ts'
import type { ReadWarning } from '../text/raw-document.ts'
import type { Block } from './block.ts'
import { LABEL_STYLES, type LabelStyle, readLabel } from './numbering.ts'

/** A number that leaves one out or comes twice. `before` is the number it follows; ranges are those of the labels. */
export interface NumberingIssue {
  readonly code: 'numbering-gap' | 'numbering-duplicate'
  readonly before: NumberPlace
  readonly place: NumberPlace
  /** The numbers left out, in order; none for a number that comes twice. */
  readonly missing: readonly number[]
  /** Names both numbers and the section they stand in. */
  readonly message: string
}

export interface NumberPlace extends Range {
  readonly value: number
  readonly label: string
  /** The beginning of the line, label included. */
  readonly words: string
}

/** Styles whose numbers a reader follows, outermost first. Circled numbers and footnotes are left out. */
const FOLLOWED: ReadonlySet<LabelStyle> = new Set<LabelStyle>([
  'volume',
  'part',
  'section-part',
  'chapter',
  'clause-section',
  'comma',
  'bracket',
  'number',
  'article',
  'ordinal',
])
/** Styles that also number rows and notes: they must count on for a while before a gap among them means something. */
const COUNTERS: ReadonlySet<LabelStyle> = new Set<LabelStyle>(['number', 'ordinal'])
/** Numbers that run on through a whole document, whatever heads the part they stand in. */
const RUNNING: ReadonlySet<LabelStyle> = new Set<LabelStyle>(['chapter', 'article'])
/** So many numbers may be missing for it still to be the same list. */
const WIDEST_GAP = 3
const WORDS = 16

/** A list that is being counted: its last number, and how many there were. */
interface Run {
  place: NumberPlace
  length: number
}

/** A numbered line whose section is open, with the rank of its style. */
interface OpenSection {
  readonly rank: number
  readonly place: NumberPlace | null
  readonly title: string
}

/** Follows the numbers of a document and says where one is missing or comes twice. A number that begins again at 1 begins a new list. */
export function findNumberingIssues(text: string, blocks: readonly Block[]): NumberingIssue[] {
  const runs = new Map<LabelStyle, Run[]>()
  const issues: NumberingIssue[] = []
  const sections: OpenSection[] = []
  const restarting = restartingStyles(blocks)
  for (const [index, block] of blocks.entries()) {
    const style = block.kind === 'heading' || block.kind === 'item' ? styleOf(block) : null
    if (style === null) {
      if (block.kind === 'heading' || block.kind === 'title') forget(runs, LABEL_STYLES)
      continue
    }
    if (style === 'attachment') runs.clear()
    else forgetBelow(runs, style)
    const rank = LABEL_STYLES.indexOf(style)
    while ((sections.at(-1)?.rank ?? -1) >= rank) sections.pop()
    const place = placeOf(text, block)
    const above = sections.at(-1) ?? null
    sections.push({ rank, place, title: wordsOf(text, block) })
    if (place === null || !FOLLOWED.has(style)) continue
    const begins = block.kind === 'heading' && restarting.has(style) && !runs.get(style)?.length
    const late = begins ? startsLate(above, place) : null
    const found = late ?? follow(runs, style, place)
    if (late !== null) follow(runs, style, place)
    if (found !== null && isReal(text, blocks, index, style, found)) {
      issues.push(toIssue(found, late === null ? (above?.title ?? null) : null))
    }
  }
  return issues
}

/** The styles whose headings begin again at 1, twice at least: under each of their parents, then. */
function restartingStyles(blocks: readonly Block[]): ReadonlySet<LabelStyle> {
  const begun = new Map<LabelStyle, number>()
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.label === null) continue
    const label = readLabel(`${block.label}　一`)
    if (label?.value === 1) begun.set(label.style, (begun.get(label.style) ?? 0) + 1)
  }
  return new Set([...begun].flatMap(([style, count]) => (count >= 2 && !RUNNING.has(style) ? [style] : [])))
}

/** 第二节 as the first below a chapter: what it follows is the chapter. */
function startsLate(above: OpenSection | null, place: NumberPlace): Candidate | null {
  if (above?.place == null || place.value !== 2) return null
  return { code: 'numbering-gap', before: above.place, place, missing: [1], length: 1 }
}

/** The same as warnings of a reading. */
export function numberingWarnings(text: string, blocks: readonly Block[]): ReadWarning[] {
  return findNumberingIssues(text, blocks).map(({ code, message, place }) => ({
    code,
    message,
    start: place.start,
    end: place.end,
  }))
}

type Candidate = Omit<NumberingIssue, 'message'> & { readonly length: number }

/** Counts a number into its list; what does not fit is a candidate for an issue. */
function follow(runs: Map<LabelStyle, Run[]>, style: LabelStyle, place: NumberPlace): Candidate | null {
  const open = runs.get(style) ?? []
  runs.set(style, open)
  const next = open.findLastIndex((run) => run.place.value === place.value - 1)
  if (next >= 0) {
    open.length = next + 1
    open[next] = { place, length: (open[next]?.length ?? 0) + 1 }
    return null
  }
  const top = open.at(-1)
  if (top === undefined || place.value === 1) {
    open.push({ place, length: 1 })
    return null
  }
  const { place: before, length } = top
  open[open.length - 1] = { place, length: length + 1 }
  const missing = Array.from({ length: Math.max(0, place.value - before.value - 1) }, (_, i) => before.value + 1 + i)
  if (place.value === before.value) return { code: 'numbering-duplicate', before, place, missing: [], length }
  if (missing.length === 0 || missing.length > WIDEST_GAP) return null
  return { code: 'numbering-gap', before, place, missing, length }
}

/** Whether a candidate holds: no missing number hides inside a line, and a list of plain counters counts on behind it. */
function isReal(text: string, blocks: readonly Block[], index: number, style: LabelStyle, found: Candidate): boolean {
  const { before, place, missing } = found
  if (/之/.test(place.label)) return false
  const between = text.slice(before.end, place.start)
  if (missing.some((value) => standsIn(between, withNumber(place.label, value)))) return false
  if (COUNTERS.has(style))
    return found.length >= 2 && missing.length <= 1 && countsOn(blocks, index, style, place.value)
  return missing.length <= 1 || countsOn(blocks, index, style, place.value)
}

/** Whether a number hides inside a line, behind a mark, a blank or the number of a page; 第二章 anywhere but where it is cited. */
function standsIn(text: string, label: string): boolean {
  const letters = label
    .split('')
    .map((unit) => unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^\\S\\n]*')
  const pattern = label.startsWith('第')
    ? `${letters}(?![的第规、和至])`
    : `(?:^|[\\s。；：！？”）)0-9])${letters}(?![一二三四五六七八九十]、)`
  return new RegExp(pattern).test(text)
}

/** Whether the next number of the style is one more. */
function countsOn(blocks: readonly Block[], index: number, style: LabelStyle, value: number): boolean {
  for (const block of blocks.slice(index + 1, index + 1 + LOOK_AHEAD)) {
    if (block.kind !== 'heading' && block.kind !== 'item') continue
    const label = block.label === null ? null : readLabel(`${block.label}　一`)
    if (label?.style === style) return label.value === value + 1
  }
  return false
}

const LOOK_AHEAD = 60

/** A heading ends the lists below it. */
function forgetBelow(runs: Map<LabelStyle, Run[]>, style: LabelStyle): void {
  forget(runs, LABEL_STYLES.slice(LABEL_STYLES.indexOf(style) + 1))
}

function forget(runs: Map<LabelStyle, Run[]>, styles: readonly LabelStyle[]): void {
  for (const style of styles) if (!RUNNING.has(style)) runs.delete(style)
}

function styleOf(block: Block): LabelStyle | null {
  return block.label === null ? null : (readLabel(`${block.label}　一`)?.style ?? null)
}

function placeOf(text: string, block: Block): NumberPlace | null {
  const label = block.label === null ? null : readLabel(`${block.label}　一`)
  if (block.label === null || label === null || label.value === null) return null
  const start = text.indexOf(block.label, block.start)
  return { start, end: start + block.label.length, value: label.value, label: block.label, words: wordsOf(text, block) }
}

function wordsOf(text: string, block: Block): string {
  const line = text.slice(block.start, block.end).trim()
  return line.length <= WORDS ? line : `${line.slice(0, WORDS)}…`
}

/** The label with another number, without blanks: （三） → （二）. */
function withNumber(label: string, value: number): string {
  const number = /[0-9０-９]/.test(label) ? String(value) : formatChineseNumber(value)
  return label.replace(/\s/g, '').replace(/[0-9０-９〇零一二三四五六七八九十百]+/, number)
}

function toIssue({ code, before, place, missing, length }: Candidate, section: string | null): NumberingIssue {
  return { code, before, place, missing, message: messageOf({ code, before, place, missing, length }, section) }
}

function messageOf({ code, before, place, missing }: Candidate, section: string | null): string {
  const where = section === null ? '' : `“${section}”之下，`
  if (code === 'numbering-duplicate') {
    return `编号重复：${where}“${before.words}”之后又是“${place.words}”，两处都编作“${place.label}”。`
  }
  const left = missing.map((value) => `“${withNumber(place.label, value)}”`).join('、')
  return `编号不连续：${where}“${before.words}”之后是“${place.words}”，缺少${left}。`
}
