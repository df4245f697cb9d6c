import type { Range } from '../text/range.ts'
import { type DiffOptions, diffDocuments } from './diff-documents.ts'
import type { ChangeClass, Edit, Row } from './rows/row.ts'
import type { DiffSide } from './units/unit.ts'

/** What one baseline has in place of a block of the draft. */
export interface Counterpart {
  /** `equal` to the last character; `changed` with edits; `related` says something else about the same matter; `none` is new. */
  readonly how: 'equal' | 'changed' | 'related' | 'none'
  /** Where it stands in the baseline, best first for `related`, in the order of the text otherwise. */
  readonly ranges: readonly Range[]
  /** 1 for equal; the share of visible characters that both have; the engine's score of the best related block; 0 for none. */
  readonly score: number
  readonly class: ChangeClass | null
  readonly moved: boolean
  /** How the baseline's text became the block's; only for equal and changed. */
  readonly edits: readonly Edit[]
  readonly precise: boolean
}

/** A block of the draft through all baselines: `counterparts[i]` is what `baselines[i]` says. */
export interface BlockHistory {
  readonly block: Range
  readonly counterparts: readonly Counterpart[]
}

const NONE: Counterpart = { how: 'none', ranges: [], score: 0, class: null, moved: false, edits: [], precise: true }

/**
 * For each block of the draft its counterpart in every baseline (历次表述): the drafts before, the plan before, the plan above.
 * Each baseline is compared with the draft on its own, so the time is that of as many comparisons; `options` go to each.
 */
export function compareMany(
  draft: DiffSide,
  baselines: readonly DiffSide[],
  options: DiffOptions = {},
): readonly BlockHistory[] {
  const columns = baselines.map((baseline) => {
    const find = counterpartFinder(diffDocuments(baseline, draft, options).rows, baseline.text, draft.text)
    return draft.blocks.map(find)
  })
  return draft.blocks.map(({ start, end }, i) => ({
    block: { start, end },
    counterparts: columns.map((column) => column[i] ?? NONE),
  }))
}

/** Finds what a baseline has in place of a block of the draft, in the rows of the comparison of both. */
export function counterpartFinder(
  rows: readonly Row[],
  baseline: string,
  draft: string,
): (block: Range) => Counterpart {
  const rowAt = rowFinder(rows)
  return (block) => counterpartOf(block, rowAt(firstVisible(draft, block)), baseline, draft)
}

function firstVisible(text: string, { start, end }: Range): number {
  return start + text.slice(start, end).search(/\S|$/u)
}

/** Finds the row that holds a place of the draft. */
function rowFinder(rows: readonly Row[]): (place: number) => Row | null {
  const ranges = rows.flatMap((row) => row.right.map((range) => ({ ...range, row })))
  ranges.sort((a, b) => a.start - b.start)
  return (place) => {
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle]?.end ?? 0) > place) high = middle
      else low = middle + 1
    }
    const found = ranges[low]
    return found && found.start <= place ? found.row : null
  }
}

function counterpartOf(block: Range, row: Row | null, baseline: string, draft: string): Counterpart {
  if (!row) return NONE
  const { precise } = row
  if (row.left.length === 0) {
    const related = row.related
      .filter(({ side, doubtful }) => side === 'left' && !doubtful)
      .sort((a, b) => b.score - a.score)
    if (related.length === 0) return { ...NONE, precise }
    const ranges = related.map(({ start, end }) => ({ start, end }))
    return { ...NONE, how: 'related', ranges, score: related[0]?.score ?? 0, precise }
  }
  const edits = row.right.length === 1 ? row.edits : editsWithin(row.edits, block)
  return {
    how: row.kind === 'equal' ? 'equal' : 'changed',
    ranges: row.left.filter(
      (range) => row.right.length === 1 || edits.some((edit) => edit.op !== '+' && meets(edit.left, range)),
    ),
    score: row.kind === 'equal' ? 1 : shareKept(edits, baseline, draft),
    class: row.class,
    moved: row.moved,
    edits,
    precise,
  }
}

function meets([from, to]: readonly [number, number], { start, end }: Range): boolean {
  return from < end && to > start
}

/** The edits of a row that belong to one of its blocks: what is struck belongs to the text before it, or to the row's first. */
function editsWithin(edits: readonly Edit[], block: Range): Edit[] {
  let at = edits.find((edit) => edit.op !== '-')?.right[0] ?? block.start
  return edits.filter((edit) => {
    if (edit.op !== '-') at = edit.right[0]
    return at >= block.start && at < block.end
  })
}

/** Dice's coefficient over visible characters: twice what is kept, of all that both have. */
function shareKept(edits: readonly Edit[], left: string, right: string): number {
  let [kept, all] = [0, 0]
  for (const edit of edits) {
    const old = edit.op === '+' ? 0 : visible(left, edit.left)
    const now = edit.op === '-' ? 0 : visible(right, edit.right)
    all += old + now
    if (edit.op === '=') kept += old + now
  }
  return all === 0 ? 1 : kept / all
}

function visible(text: string, [start, end]: readonly [number, number]): number {
  return text.slice(start, end).replace(/\s+/gu, '').length
}
