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
export const RAGGED = 5
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
  let best: { readonly set: SetLine[]; readonly full: number } | null = null
  for (const widthOf of WIDTHS) {
    const set = withMeasures(setLines(lines, widthOf))
    const full = countFull(set)
    if (best === null || full > best.full) best = { set, full }
  }
  return best?.set ?? []
}

/** How many lines end at the full width, or are narrower than it by a lost indent. */
function countFull(set: readonly SetLine[]): number {
  return set.filter((line) => {
    const room = line.measure - spanOf(line)
    return line.measure > 0 && (Math.abs(room) <= 1 || Math.abs(room - FIRST_LINE) <= 1)
  }).length
}

function spanOf({ width, indent }: SetLine): number {
  return width + indent
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
    const blank = line.text.slice(0, line.text.length - line.text.trimStart().length)
    const indent = blank === '' ? 0 : widthOf(blank.replaceAll('\t', '    '))
    set.push({ index, text, width: widthOf(unspread(text)), indent, gap, margin: 0, measure: 0 })
    gap = 0
  })
  return set
}

function withMeasures(set: SetLine[]): SetLine[] {
  const measures = localMeasures(set)
  if (measures.every((measure) => measure === 0)) return set
  const whole = wholeMeasure(set, measures)
  const near = (measure: number) => measure === 0 || Math.abs(measure - whole) <= RAGGED
  const settled = measures.map((measure, at) => {
    if (whole === 0) return settle(measures, at)
    return near(measure) ? whole : measure
  })
  const flush = set.every((line) => line.indent === 0)
  return set.map((line, at) => ({ ...line, margin: flush ? 0 : marginAround(set, at), measure: settled[at] ?? 0 }))
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
  const exact = set.filter((line) => Math.abs(spanOf(line) - measure) <= 1)
  const open = exact.filter((line) => OPEN_END.test(line.text)).length
  const wider = set.filter((line) => spanOf(line) > measure + RAGGED).length
  const many = exact.length >= set.length * MIN_EXACT && open >= exact.length * 0.7
  return many && wider <= set.length * 0.04 ? measure : 0
}

/** The share of lines that end at the full width in a text of which only one in ten goes on to a second line. */
const MIN_EXACT = 0.06

function marginAround(set: readonly SetLine[], at: number): number {
  let margin = Number.POSITIVE_INFINITY
  const to = Math.min(set.length, at + WINDOW + 1)
  for (let near = Math.max(0, at - WINDOW); near < to; near += 1) margin = Math.min(margin, set[near]?.indent ?? 0)
  return margin
}

const OPEN_END = /[^。！？!?；;：:”’」』）)》〉】]$/

/** The full width is looked for at every fifth line: it does not change from one line to the next. */
const STRIDE = 5

/** The full width around each line. Where more than a tenth of the lines around are too wide for any column there is none, and nothing to sort. */
function localMeasures(set: readonly SetLine[]): number[] {
  const wide = [0]
  for (const line of set) wide.push((wide.at(-1) ?? 0) + (line.width > MAX_MEASURE + RAGGED ? 1 : 0))
  const open = set.map((line) => OPEN_END.test(line.text))
  const measures: number[] = []
  for (let at = 0; at < set.length; at += 1) {
    if (at % STRIDE !== 0) {
      measures.push(measures[at - 1] ?? 0)
      continue
    }
    const [from, to] = [Math.max(0, at - WINDOW), Math.min(set.length, at + WINDOW + 1)]
    const tooWide = (wide[to] ?? 0) - (wide[from] ?? 0) > (to - from) * 0.1
    measures.push(tooWide ? 0 : localMeasure(set.slice(from, to), open.slice(from, to)))
  }
  return measures
}

/** The full width of lines that stand together, or 0. */
function localMeasure(around: readonly SetLine[], open: readonly boolean[]): number {
  if (around.length < 4) return 0
  const counts = new Uint16Array(MAX_SPAN + 1)
  for (const line of around) countAt(counts, Math.min(MAX_SPAN, spanOf(line)))
  const measure = fullWidth(counts)
  if (measure < MIN_MEASURE || measure > MAX_MEASURE) return 0
  let [wider, full, goOn] = [0, 0, 0]
  around.forEach((line, index) => {
    const room = measure - spanOf(line)
    if (room < -RAGGED) wider += 1
    if (Math.abs(room) > RAGGED) return
    full += 1
    if (open[index]) goOn += 1
  })
  const broken = full >= around.length * 0.4 && wider <= around.length * 0.1 && goOn >= full * 0.5
  return broken && full >= 3 ? measure : 0
}

/** Wider lines are counted as this wide: no column is. */
const MAX_SPAN = MAX_MEASURE + RAGGED * 4

function countAt(counts: Uint16Array, span: number): void {
  counts[span] = (counts[span] ?? 0) + 1
}

/** The full width in the most populated band of widths as broad as the rag, by how many lines have each width. */
function fullWidth(counts: Uint16Array): number {
  let [top, most, sum] = [0, 0, 0]
  for (let width = 0; width <= MAX_SPAN; width += 1) {
    sum += (counts[width] ?? 0) - (counts[width - RAGGED - 1] ?? 0)
    if (sum >= most && (counts[width] ?? 0) > 0) [top, most] = [width, sum]
  }
  return widestCommon(counts, Math.max(0, top - RAGGED), top)
}

/** The largest width in a band that three tenths of its lines have: wider lines are exceptions (a hanging mark), narrower ones first lines or ragged. */
function widestCommon(counts: Uint16Array, from: number, to: number): number {
  const band = counts.slice(from, to + 1)
  const all = band.reduce((sum, count) => sum + count, 0)
  let best = band.findLastIndex((count) => count >= all * 0.3)
  if (best < 0) best = medianOf(band, all)
  const wider = band[best + FIRST_LINE] ?? 0
  return from + (wider >= all * 0.15 ? best + FIRST_LINE : best)
}

function medianOf(band: Uint16Array, all: number): number {
  let sum = 0
  return band.findIndex((count) => {
    sum += count
    return sum > all / 2
  })
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
