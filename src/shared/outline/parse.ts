import { CLOSED_END } from '../text/characters.ts'
import type { LineHint } from '../text/line-hint.ts'
import { countBars } from '../text/table-row.ts'
import type { Block, BlockKind } from './block.ts'
import { headingLevels } from './levels.ts'
import { type LabelStyle, type LineLabel, readLabel } from './numbering.ts'
import type { OutlineLine } from './outline-line.ts'
import { findTitleLines } from './title-lines.ts'

/** The longest heading: 60 characters hold the longest chapter title of the national plans twice. */
export const MAX_HEADING = 60
const MAX_PLAIN_HEADING = 30
const BODY_LENGTH = 40

/** Styles that head a part of a document whatever their line ends with. */
const CHAPTERS: ReadonlySet<LabelStyle> = new Set(['volume', 'part', 'section-part', 'chapter', 'clause-section'])
/** Styles that only ever count things inside a text. */
const ITEMS: ReadonlySet<LabelStyle> = new Set(['article', 'ordinal', 'gloss', 'dash', 'mark'])

const NOTE = /^[〔［[（(]?注[〕］\])）]?[释解]?\s*[0-9０-９]{0,3}[：:]|^(?:资料|数据)来源[：:]/

/**
 * Reads the blocks of a canonical text: one block for each non-empty line, in order.
 * `hints[i]` is what the source file said of line i; a hint wins over the grammar of the text.
 */
export function parseOutline(text: string, hints?: readonly (LineHint | null)[]): Block[] {
  const lines = readLines(text, hints)
  const titles = findTitleLines(lines)
  const kinds = lines.map((_, index) => (titles.has(index) ? 'title' : kindOf(lines, index)))
  const levels = headingLevels(lines, kinds)
  return lines.map((line, index) => ({
    kind: kinds[index] ?? 'paragraph',
    level: levels[index] ?? 0,
    label: line.label === null ? null : line.label.text.trimEnd(),
    start: line.start,
    end: line.end,
  }))
}

function readLines(text: string, hints: readonly (LineHint | null)[] | undefined): OutlineLine[] {
  const lines: OutlineLine[] = []
  let start = 0
  for (let index = 0; start <= text.length; index += 1) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = text.slice(start, end)
    if (/\S/.test(line)) {
      lines.push({
        start,
        end,
        text: line,
        label: readLabel(line),
        bars: countBars(line),
        hint: hints?.[index] ?? null,
      })
    }
    start = end + 1
  }
  return lines
}

function kindOf(lines: readonly OutlineLine[], index: number): BlockKind {
  const line = lines[index]
  if (line === undefined) return 'paragraph'
  const said = line.hint?.kind ?? null
  if (said !== null && said !== 'paragraph') return said
  if (isTableRow(lines, index)) return 'table-row'
  if (NOTE.test(line.text)) return 'note'
  if (line.label !== null) return kindOfLabelled(line, line.label)
  return said === null && isPlainHeading(lines, index) ? 'heading' : 'paragraph'
}

function kindOfLabelled(line: OutlineLine, label: LineLabel): BlockKind {
  const short = line.text.length <= MAX_HEADING && line.text.trimEnd().length > label.length
  if (CHAPTERS.has(label.style)) return short || line.text.length <= label.length ? 'heading' : 'item'
  if (ITEMS.has(label.style)) return 'item'
  if (label.style === 'attachment') return line.text.length <= MAX_HEADING ? 'heading' : 'paragraph'
  return short && !CLOSED_END.test(line.text) ? 'heading' : 'item'
}

/** A row has two bars or more, or one bar beside another line with one. */
function isTableRow(lines: readonly OutlineLine[], index: number): boolean {
  const bars = lines[index]?.bars ?? 0
  if (bars >= 2) return true
  return bars === 1 && (lines[index - 1]?.bars === 1 || lines[index + 1]?.bars === 1)
}

/**
 * A heading without a number: a short line without closing mark, between body text above (or a heading, or nothing)
 * and body text below. Runs of short lines (names, cells of a flattened table) are none.
 */
function isPlainHeading(lines: readonly OutlineLine[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (line === undefined || next === undefined) return false
  if (line.text.length > MAX_PLAIN_HEADING || line.text.length < 2 || !/[\u4e00-\u9fff]/.test(line.text)) return false
  if (CLOSED_END.test(line.text) || /[，、,]/.test(line.text) || /^[（(“《\d]/.test(line.text)) return false
  const previous = lines[index - 1]
  const closed = previous === undefined || isBody(previous) || previous.label !== null
  return closed && (isBody(next) || (next.label !== null && !ITEMS.has(next.label.style)))
}

function isBody(line: OutlineLine): boolean {
  return line.text.length >= BODY_LENGTH && CLOSED_END.test(line.text)
}
