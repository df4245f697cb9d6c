import { textWidth } from '../characters.ts'
import type { WorkLine } from './step.ts'

/** A non-blank line as set on the page. */
export interface SetLine {
  /** Index into the step's lines. */
  readonly index: number
  readonly text: string
  /** Paper width without indent, in halves of a Han character. */
  readonly width: number
  /** Blank space before the text, same unit. */
  readonly indent: number
  /** Blank lines above. */
  readonly gap: number
  /** Blank space that continuing lines around have before their text. */
  readonly margin: number
  /** Width of a full line here; 0 where the lines are not broken at a width. */
  readonly measure: number
}

/** How far below the full width a broken line can end: two and a half Han characters (a number or a mark moved down). */
const RAGGED = 5
/** First lines whose indent was lost are narrower by two Han characters; short paragraphs make them the most frequent ones. */
const FIRST_LINE = 4
/** The narrowest and widest columns: 10 and 65 Han characters. */
const MIN_MEASURE = 20
const MAX_MEASURE = 130
/** Lines looked at on each side. */
const WINDOW = 25

/** Ways to measure a line: as set on paper; with quotation marks as narrow as Latin ones, which many fonts have; by number of characters, as programs break lines. */
const WIDTHS: readonly ((text: string) => number)[] = [
  textWidth,
  (text) => textWidth(text) - (text.match(/[“”‘’]/g)?.length ?? 0),
  (text) => text.length * 2,
]

/**
 * Measures the lines and finds where they were broken at a width: nearly all lines around are equally wide, next to
 * none is wider, and most of the full ones do not end a sentence. Of the ways to measure that counts by which most lines are full.
 */
export function measureLines(lines: readonly WorkLine[]): SetLine[] {
  let best: { readonly set: SetLine[]; readonly share: number } | null = null
  for (const widthOf of WIDTHS) {
    const set = setLines(lines, widthOf)
    const share = shareOfMeasured(set)
    if (best === null || share > best.share) best = { set, share }
  }
  return best?.set ?? []
}

function shareOfMeasured(lines: readonly SetLine[]): number {
  return lines.filter((line) => {
    const room = line.measure - line.width - line.indent
    return line.measure > 0 && (Math.abs(room) <= 1 || Math.abs(room - FIRST_LINE) <= 1)
  }).length
}

function setLines(lines: readonly WorkLine[], widthOf: (text: string) => number): SetLine[] {
  const set: SetLine[] = []
  let gap = 0
  lines.forEach((line, index) => {
    const text = line.text.trim()
    if (text === '') {
      gap += 1
      return
    }
    const indent = widthOf(line.text.slice(0, line.text.length - line.text.trimStart().length).replaceAll('\t', '    '))
    set.push({ index, text, width: widthOf(unspread(text)), indent, gap, margin: 0, measure: 0 })
    gap = 0
  })
  const measures = localMeasures(set)
  if (measures.every((measure) => measure === 0)) return set
  const whole = wholeMeasure(set, measures)
  if (whole > 0) {
    const near = (measure: number) => measure === 0 || Math.abs(measure - whole) <= RAGGED
    return set.map((line, at) => {
      const measure = measures[at] ?? 0
      return { ...line, margin: marginAround(set, at), measure: near(measure) ? whole : measure }
    })
  }
  return set.map((line, at) => ({ ...line, margin: marginAround(set, at), measure: settle(measures, at) }))
}

/** A line whose characters were spread to fill its column (标 志 性 产 业) counts as if set tight: spread it may seem to stand out. */
function unspread(text: string): string {
  if (!SPREAD.test(text)) return text
  return text.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '')
}

const SPREAD = /(?:[\u4e00-\u9fff] ){5}/

/**
 * One width for the whole text: many lines end exactly there, most of them in mid-sentence, and next to none beyond. Then it holds among lists and titles and
 * among short paragraphs too.
 */
function wholeMeasure(set: readonly SetLine[], measures: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const measure of measures) if (measure > 0) counts.set(measure, (counts.get(measure) ?? 0) + 1)
  const [measure] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0]
  const exact = set.filter((line) => Math.abs(line.width + line.indent - measure) <= 1)
  const open = exact.filter((line) => OPEN_END.test(line.text)).length
  const wider = set.filter((line) => line.width + line.indent > measure + RAGGED).length
  const many = exact.length >= set.length * MIN_EXACT && open >= exact.length * 0.7
  return many && wider <= set.length * 0.04 ? measure : 0
}

/** The share of lines that end at the full width in a text of which only one in ten goes on to a second line. */
const MIN_EXACT = 0.06

function marginAround(set: readonly SetLine[], at: number): number {
  let margin = Number.POSITIVE_INFINITY
  for (const line of set.slice(Math.max(0, at - WINDOW), at + WINDOW + 1)) margin = Math.min(margin, line.indent)
  return margin
}

const OPEN_END = /[^。！？!?；;：:”’」』）)》〉】]$/

/** The full width around each line. Where more than a tenth of the lines around are too wide for any column there is none, and nothing to sort. */
function localMeasures(set: readonly SetLine[]): number[] {
  const wide = [0]
  for (const line of set) wide.push((wide.at(-1) ?? 0) + (line.width > MAX_MEASURE + RAGGED ? 1 : 0))
  return set.map((_, at) => {
    const from = Math.max(0, at - WINDOW)
    const to = Math.min(set.length, at + WINDOW + 1)
    return (wide[to] ?? 0) - (wide[from] ?? 0) > (to - from) * 0.1 ? 0 : localMeasure(set, at)
  })
}

/** The full width around a line, or 0. */
function localMeasure(set: readonly SetLine[], at: number): number {
  const around = set.slice(Math.max(0, at - WINDOW), at + WINDOW + 1)
  if (around.length < 4) return 0
  const widths = around.map((line) => line.width + line.indent).sort((a, b) => a - b)
  const measure = fullWidth(widths)
  if (measure < MIN_MEASURE || measure > MAX_MEASURE) return 0
  const wider = widths.filter((width) => width > measure + RAGGED).length
  const full = around.filter((line) => Math.abs(line.width + line.indent - measure) <= RAGGED)
  const open = full.filter((line) => OPEN_END.test(line.text)).length
  const broken = full.length >= widths.length * 0.4 && wider <= widths.length * 0.1 && open >= full.length * 0.5
  return broken && full.length >= 3 ? measure : 0
}

/** The full width in the most populated band of widths as broad as the rag. */
function fullWidth(sorted: readonly number[]): number {
  let from = 0
  let to = 0
  let low = 0
  for (let high = 0; high < sorted.length; high += 1) {
    while ((sorted[high] ?? 0) - (sorted[low] ?? 0) > RAGGED) low += 1
    if (high - low >= to - from) [from, to] = [low, high]
  }
  return widestCommon(sorted.slice(from, to + 1))
}

/** The largest value that three tenths of a sorted list have: wider lines are exceptions (a hanging mark), narrower ones first lines or ragged. */
function widestCommon(sorted: readonly number[]): number {
  let best = 0
  let count = 0
  sorted.forEach((value, index) => {
    count = value === sorted[index - 1] ? count + 1 : 1
    if (count >= sorted.length * 0.3) best = value
  })
  if (best === 0) best = sorted[Math.floor(sorted.length / 2)] ?? 0
  const wider = sorted.filter((value) => value === best + FIRST_LINE).length
  return wider >= sorted.length * 0.15 ? best + FIRST_LINE : best
}

/** A line between broken lines is in the same column although its own surroundings are mixed. */
function settle(measures: readonly number[], at: number): number {
  const own = measures[at] ?? 0
  if (own > 0) return own
  const before = measures.slice(Math.max(0, at - 8), at).findLast((measure) => measure > 0)
  const after = measures.slice(at + 1, at + 9).find((measure) => measure > 0)
  if (before === undefined || after === undefined) return 0
  return Math.max(before, after)
}
