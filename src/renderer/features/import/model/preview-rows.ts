import type { Block } from '../../../../shared/outline/block.ts'
import type { Range } from '../../../../shared/text/range.ts'
import { alignLines, type LineFate } from './align-lines.ts'

/** A line of the cleaned text with its marks, offsets within the line. */
export interface CleanLine {
  readonly block: Block
  readonly text: string
  /** Offset of the line in the canonical text. */
  readonly start: number
  /** Where a line break of the source was joined. */
  readonly joins: readonly number[]
  /** Characters that the clean-up changed, or that blanks were taken from between. */
  readonly touched: readonly Range[]
}

export interface RawPiece {
  /** Index of the source line. */
  readonly index: number
  readonly text: string
  /** `dropped` as a whole; `joined` with the next one; `ends` a paragraph; `blank`. */
  readonly fate: 'dropped' | 'joined' | 'ends' | 'blank'
  /** Blanks inside the line that were taken out, and characters that were dropped from it. */
  readonly removed: readonly Range[]
}

/** Source lines and what they became, side by side. No clean lines: everything in it was dropped. */
export interface PreviewRow {
  readonly raw: readonly RawPiece[]
  readonly clean: readonly CleanLine[]
}

export interface PreviewInput {
  readonly rawLines: readonly string[]
  readonly text: string
  readonly blocks: readonly Block[]
  readonly origins: readonly { readonly from: number; readonly to: number }[]
}

interface Group {
  from: number
  to: number
  lines: number[]
}

/** A row before its marks are made: which source lines, and which lines of the text with their blocks. */
export interface PreviewGroup {
  readonly from: number
  readonly to: number
  readonly lines: readonly { readonly block: Block; readonly text: string; readonly start: number }[]
}

/**
 * Lays the source beside the cleaned text by the lines each line came from. Lines that share a source line (a heading
 * split from its sentence) share a row; source lines of which nothing is left make rows of their own.
 */
export function previewGroups({ rawLines, text, blocks, origins }: PreviewInput): readonly PreviewGroup[] {
  const lines = text === '' ? [] : text.split('\n')
  const starts = lineStarts(lines)
  const byStart = new Map(blocks.map((block) => [block.start, block]))
  return groupByOrigin(lines.length, origins, rawLines.length).map(({ from, to, lines: own }) => ({
    from,
    to,
    lines: own.map((line) => {
      const [start, words] = [starts[line] ?? 0, lines[line] ?? '']
      return { block: byStart.get(start) ?? plainBlock(start, words), text: words, start }
    }),
  }))
}

/** Marks that account for less of the text than this are wrong: its source stood in another order (two columns on one line). */
const MIN_FOLLOWED = 0.9

/** A row longer than this goes without marks: following each of its characters would hold up the screen. */
const MAX_MARKED = 100_000

/** Follows the characters of one group and marks what was done to them. Left until the row is drawn: a long text has many rows. */
export function previewRow(rawLines: readonly string[], { from, to, lines }: PreviewGroup): PreviewRow {
  const raw = rawLines.slice(from, to)
  const long = raw.reduce((sum, line) => sum + line.length, 0) > MAX_MARKED
  const aligned = long ? null : followed(raw, lines)
  const unmarked: LineFate = { kept: lines.length, joined: false, removed: [] }
  return {
    raw: raw.map((line, index) => rawPiece(line, from + index, aligned ? aligned.fates[index] : unmarked)),
    clean: lines.map((line, index) => ({ ...line, ...(aligned?.marks[index] ?? { joins: [], touched: [] }) })),
  }
}

/** Where each character of the text came from; null where that cannot be told. */
function followed(raw: readonly string[], lines: PreviewGroup['lines']): ReturnType<typeof alignLines> | null {
  const clean = lines.map((line) => line.text)
  const aligned = alignLines(raw, clean)
  const kept = aligned.fates.reduce((sum, fate) => sum + fate.kept, 0)
  const written = clean.reduce((sum, text) => sum + (text.match(/\S/gu)?.length ?? 0), 0)
  return kept < written * MIN_FOLLOWED ? null : aligned
}

function lineStarts(lines: readonly string[]): readonly number[] {
  let start = 0
  return lines.map((line) => {
    const own = start
    start += line.length + 1
    return own
  })
}

function plainBlock(start: number, text: string): Block {
  return { kind: 'paragraph', level: 0, label: null, start, end: start + text.length }
}

function rawPiece(text: string, index: number, fate: LineFate | undefined): RawPiece {
  if (text.trim() === '') return { index, text, fate: 'blank', removed: [] }
  if (!fate || fate.kept === 0) return { index, text, fate: 'dropped', removed: [] }
  return { index, text, fate: fate.joined ? 'joined' : 'ends', removed: fate.removed }
}

function groupByOrigin(count: number, origins: PreviewInput['origins'], rawCount: number): readonly Group[] {
  const groups: Group[] = []
  let covered = 0
  const gap = (to: number) => {
    if (to > covered) groups.push({ from: covered, to, lines: [] })
    covered = Math.max(covered, to)
  }
  for (let line = 0; line < count; line += 1) {
    const { from, to } = origins[line] ?? { from: covered, to: covered }
    const last = groups.at(-1)
    if (last && last.lines.length > 0 && from < last.to) {
      last.lines.push(line)
      last.to = Math.max(last.to, to)
      covered = Math.max(covered, to)
    } else {
      gap(from)
      groups.push({ from, to: Math.max(from, to), lines: [line] })
      covered = Math.max(covered, to)
    }
  }
  gap(rawCount)
  return groups
}
