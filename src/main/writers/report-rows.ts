import type { Row } from '../../shared/diff/rows/row.ts'
import type { TargetChange } from '../../shared/targets/target-change.ts'
import type { Range } from '../../shared/text/range.ts'
import type { ExportInput, ExportScope } from './export-input.ts'
import { type AnnotationThread, annotationThreads, describeThread, threadsOfRow } from './report-annotations.ts'
import { describeRow } from './report-notes.ts'
import { indexSide, type SideIndex } from './side-index.ts'

/** A stretch of text with one mark. */
export interface Span {
  readonly text: string
  readonly mark: 'none' | 'deleted' | 'inserted' | 'moved'
}

/** One block of a report row: its paragraph number in the document, counted from 1, and its marked text. */
export interface ReportBlock {
  readonly number: number
  readonly spans: readonly Span[]
}

/** One line of the 修改对照表. */
export interface ReportRow {
  /** Index in `comparison.rows`. */
  readonly row: number
  /** Headings above, outermost first; of the right text where there is one. */
  readonly section: readonly string[]
  readonly left: readonly ReportBlock[]
  readonly right: readonly ReportBlock[]
  readonly changes: readonly TargetChange[]
  /** 修改说明: one line each. */
  readonly notes: readonly string[]
  /** 批注 on the row's words, one line each. */
  readonly remarks: readonly string[]
}

function contains(ranges: readonly Range[], target: Range | null): boolean {
  return target !== null && ranges.some((range) => target.start >= range.start && target.start < range.end)
}

/** Which target changes a row shows: those whose new sentence stands in it, or whose old one does when there is no new. */
export function changesOfRow(row: Row, changes: readonly TargetChange[]): TargetChange[] {
  return changes.filter(
    (change) =>
      change.change !== 'same' && (change.right ? contains(row.right, change.right) : contains(row.left, change.left)),
  )
}

function inScope(row: Row, changes: readonly TargetChange[], scope: ExportScope): boolean {
  if (changes.length > 0) return true
  if (scope === 'targets') return false
  if (row.class === 'substance') return true
  return scope === 'all' && (row.moved || row.class === 'wording')
}

function blocksOf(row: Row, text: string, side: 'left' | 'right', index: SideIndex): ReportBlock[] {
  const own = side === 'left' ? 'deleted' : 'inserted'
  const whole: Span['mark'] = row[side === 'left' ? 'right' : 'left'].length === 0 ? own : row.moved ? 'moved' : 'none'
  return row[side].map((range) => ({
    number: index.number(range.start),
    spans: spansOf(row, text, side, range, whole),
  }))
}

function spansOf(row: Row, text: string, side: 'left' | 'right', range: Range, whole: Span['mark']): Span[] {
  if (row.edits.length === 0) return [{ text: text.slice(range.start, range.end), mark: whole }]
  const spans: Span[] = []
  for (const edit of row.edits) {
    const pair = side === 'left' ? (edit.op === '+' ? null : edit.left) : edit.op === '-' ? null : edit.right
    if (!pair) continue
    const start = Math.max(pair[0], range.start)
    const end = Math.min(pair[1], range.end)
    if (start >= end) continue
    const mark = edit.op === '=' ? whole : side === 'left' ? 'deleted' : 'inserted'
    spans.push({ text: text.slice(start, end), mark })
  }
  return spans
}

/** The headings above a block, without the run-in heading that the block itself begins with. */
function headingsAbove(section: readonly string[], text: string, block: Range): readonly string[] {
  const own = section.at(-1)
  return own !== undefined && text.slice(block.start, block.end).startsWith(own) ? section.slice(0, -1) : section
}

/** The headings above a row, of the right text where it has one. */
function sectionOf(row: Row, comparison: ExportInput['comparison'], index: { left: SideIndex; right: SideIndex }) {
  const side = row.right[0] ? 'right' : 'left'
  const block = row[side][0]
  return block ? headingsAbove(index[side].section(block.start), comparison[side].text, block) : []
}

/** The rows of a report in reading order, with marked text and notes, and the remarks that stand in none of them. */
export function reportRows(input: ExportInput): { rows: ReportRow[]; otherRemarks: string[][] } {
  const { comparison } = input
  const threads = annotationThreads(input.annotations, comparison)
  const shown = new Set<AnnotationThread>()
  const left = indexSide(comparison.left)
  const right = indexSide(comparison.right)
  const decisions = new Map(input.decisions.map(({ row, decision }) => [row, decision]))
  const rows: ReportRow[] = []
  for (const [index, row] of comparison.rows.entries()) {
    const changes = changesOfRow(row, comparison.targets)
    if (!inScope(row, changes, input.scope)) continue
    const section = sectionOf(row, comparison, { left, right })
    const own = threadsOfRow(row, threads)
    for (const thread of own) shown.add(thread)
    rows.push({
      row: index,
      section,
      left: blocksOf(row, comparison.left.text, 'left', left),
      right: blocksOf(row, comparison.right.text, 'right', right),
      changes,
      notes: describeRow(row, changes, left, right, decisions.get(index) ?? null),
      remarks: own.flatMap(describeThread),
    })
  }
  return { rows, otherRemarks: threads.filter((thread) => !shown.has(thread)).map(describeThread) }
}
