import { isHan, SENTENCE_END, textWidth, unitWidth } from '../characters.ts'
import { PAGE_LINE } from './page-line.ts'
import type { Step, StepContext, StepResult, WorkLine } from './step.ts'

/**
 * Reads columns that stand side by side on the same lines, as text extraction that keeps the layout of a page gives them: first the left column of a
 * page, then the right one. A page ends where a line runs across both columns (a running head, a title), at a page number, or at two blank lines.
 * Tables have gaps between their cells too; columns are told from them by long lines that fill the left column and break in mid-sentence.
 */
export const columnOrder: Step = { code: 'column-order', apply: orderColumns }

/** So many different edges are tried, because left and right pages can be shifted, and so many columns are looked for side by side. */
const MAX_EDGES = 4
const MAX_DEPTH = 3

function orderColumns(lines: readonly WorkLine[], { structured }: StepContext): StepResult {
  if (structured || !lines.some(({ text }) => GAP.test(text))) return { lines, count: 0 }
  const { lines: ordered, count } = order(lines.map(untabbed), 0)
  return count === 0 ? { lines, count } : { lines: ordered, count, reordered: true, samples: samplesOf(lines) }
}

interface Ordered {
  readonly lines: readonly WorkLine[]
  /** Physical lines that held two columns. */
  readonly count: number
}

function order(lines: readonly WorkLine[], depth: number): Ordered {
  if (depth >= MAX_DEPTH) return { lines, count: 0 }
  let blocks: { lines: readonly WorkLine[]; count: number }[] = [{ lines, count: 0 }]
  for (let tries = 0; tries < MAX_EDGES; tries += 1) {
    const rest = blocks.filter(({ count }) => count === 0).flatMap((block) => block.lines)
    const edge = findEdge(rest)
    if (edge === null) break
    blocks = blocks.flatMap((block) => (block.count > 0 ? [block] : splitBlocks(block.lines, edge, depth)))
  }
  return {
    lines: blocks.flatMap((block) => block.lines),
    count: blocks.reduce((sum, { count }) => sum + count, 0),
  }
}

/** A gap between columns: two blanks or more inside a line. */
const GAP = /\S(?:[ \u00a0\t]{2,}|\u3000[ \u00a0\u3000]*)\S/
/** So many lines with text on both sides show columns. */
const MIN_LINES = 8
const MIN_SHARE = 0.35
/** The narrowest column: eight Han characters. */
const MIN_WIDTH = 16

/** The paper position at which the right-hand column begins on most lines, or null where there are no columns. */
function findEdge(lines: readonly WorkLine[]): number | null {
  const counts = new Map<number, number>()
  let full = 0
  for (const { text } of lines) {
    if (text.trim() === '') continue
    full += 1
    for (const edge of gapEnds(text)) counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_EDGES)
  for (const [edge, count] of ranked) {
    if (count < MIN_LINES || count < full * MIN_SHARE * 0.5) continue
    const halves = lines.map(({ text }) => splitAt(text, edge)).filter((half) => half !== null && isTwoSided(half))
    if (halves.length >= full * MIN_SHARE && isProse(halves as Halves[])) return edge
  }
  return null
}

/** The positions right after the gaps inside a line. */
function gapEnds(text: string): number[] {
  const ends: number[] = []
  let [at, blank, begun] = [0, 0, false]
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i)
    const isBlank = unit.trim() === ''
    if (!isBlank && begun && blank >= 2) ends.push(at)
    if (!isBlank) begun = true
    blank = isBlank ? blank + unitWidth(unit) : 0
    at += unitWidth(unit)
  }
  return ends
}

interface Halves {
  readonly left: string
  readonly right: string
}

/** Both sides of a line; null where text runs across the edge. `tight`: marks may hang over from the left as far as the edge. */
function splitAt(text: string, edge: number, tight = false): Halves | null {
  let at = 0
  let index = 0
  while (index < text.length && at < edge) {
    at += unitWidth(text.charAt(index))
    index += 1
  }
  if (index >= text.length) return { left: text, right: '' }
  const before = text.charAt(index - 1)
  if (at > edge || !(before.trim() === '' || (tight && HANGING.test(before)))) return null
  return { left: text.slice(0, index).trimEnd(), right: text.slice(index) }
}

const HANGING = /[，。、；：！？”’）》]/

/** The same for a line among others: marks may hang over where the lines around have two columns. */
function halvesAt(lines: readonly WorkLine[], index: number, edge: number): Halves | null {
  const around = [lines[index - 1], lines[index + 1]].map((line) => (line ? splitAt(line.text, edge) : null))
  const tight = around.some((half) => half !== null && isTwoSided(half)) && around.every((half) => half !== null)
  return splitAt(lines[index]?.text ?? '', edge, tight)
}

function isTwoSided({ left, right }: Halves): boolean {
  return left.trim() !== '' && right.trim() !== ''
}

/** Running text in both columns: long Chinese lines that mostly break in mid-sentence and fill the left column. */
function isProse(halves: readonly Halves[]): boolean {
  const widths = halves.map(({ left }) => textWidth(left)).sort((a, b) => a - b)
  const widest = widths[Math.floor(widths.length * 0.95)] ?? 0
  const filled = widths.filter((width) => width >= widest - MIN_WIDTH / 4).length
  return (
    filled >= halves.length * 0.5 &&
    [halves.map(({ left }) => left.trim()), halves.map(({ right }) => right.trim())].every(isProseColumn)
  )
}

/** Running text has a mark on most lines; the fields of a form have none. */
const MIN_MARKS = 0.4

function isProseColumn(lines: readonly string[]): boolean {
  const wide = lines.filter((line) => textWidth(line) >= MIN_WIDTH).length
  const open = lines.filter((line) => !SENTENCE_END.test(line)).length
  const text = lines.join('')
  const marks = text.match(/[，。、；]/g)?.length ?? 0
  let han = 0
  for (let i = 0; i < text.length; i += 1) if (isHan(text.charAt(i))) han += 1
  return (
    wide >= lines.length * 0.6 &&
    open >= lines.length * 0.6 &&
    marks >= lines.length * MIN_MARKS &&
    han >= text.length * 0.5
  )
}

/** The blocks of a page that columns stand in, each read column by column, and what stands between them as it was. */
function splitBlocks(lines: readonly WorkLine[], edge: number, depth: number): Ordered[] {
  const blocks: Ordered[] = []
  let block: WorkLine[] = []
  const close = () => {
    if (block.length > 0) blocks.push(readBlock(block, edge, depth))
    block = []
  }
  lines.forEach((line, index) => {
    if (halvesAt(lines, index, edge) === null || isPageEnd(lines, index)) {
      close()
      blocks.push({ lines: [line], count: 0 })
    } else block.push(line)
  })
  close()
  return mergeLoose(blocks)
}

/** A page number, or the second of two blank lines. */
function isPageEnd(lines: readonly WorkLine[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? ''
  if (text === '') return index > 0 && lines[index - 1]?.text.trim() === ''
  return PAGE_LINE.test(text) || /^\d{1,4}$/.test(text)
}

function readBlock(block: readonly WorkLine[], edge: number, depth: number): Ordered {
  const halves = block.map((line) => splitAt(line.text, edge, true) ?? { left: line.text, right: '' })
  const count = halves.filter(isTwoSided).length
  const full = block.filter((line) => line.text.trim() !== '').length
  if (count === 0 || (count < full * MIN_SHARE && !isShortRight(halves, count))) return { lines: block, count: 0 }
  const side = (pick: (half: Halves) => string) =>
    order(
      block.map((line, index) => ({ ...line, text: pick(halves[index] ?? { left: '', right: '' }) })),
      depth + 1,
    )
  const [left, right] = [side((half) => half.left), side((half) => half.right)]
  return { lines: [...left.lines, ...right.lines], count: Math.max(count, left.count, right.count) }
}

/** On the last page the right column can be short: then its lines stand beside the first ones of the left column. */
function isShortRight(halves: readonly Halves[], count: number): boolean {
  return halves.filter(({ left, right }) => left.trim() !== '' || right.trim() !== '').findLastIndex(isTwoSided) < count
}

/** Puts neighbouring blocks without columns together again. */
function mergeLoose(blocks: readonly Ordered[]): Ordered[] {
  const merged: Ordered[] = []
  for (const block of blocks) {
    const last = merged.at(-1)
    if (last !== undefined && last.count === 0 && block.count === 0)
      merged[merged.length - 1] = { lines: [...last.lines, ...block.lines], count: 0 }
    else merged.push(block)
  }
  return merged
}

function untabbed(line: WorkLine): WorkLine {
  return line.text.includes('\t') ? { ...line, text: line.text.replaceAll('\t', '    ') } : line
}

function samplesOf(lines: readonly WorkLine[]): string[] {
  return lines.filter(({ text }) => GAP.test(text)).map(({ text }) => text.trim().replace(/\s{2,}/g, '  '))
}
