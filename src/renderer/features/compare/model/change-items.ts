import type { Comparison } from '../../../../shared/comparison/comparison.ts'
import type { ChangeClass, Row } from '../../../../shared/diff/rows/row.ts'
import type { TargetChange } from '../../../../shared/targets/target-change.ts'
import type { TagKind } from '../../../ui/kind-tag.tsx'
import type { DisplayRow } from './display-rows.ts'
import { createRowLookup } from './row-lookup.ts'

/** One place where the two texts differ: what the spine tags, F7 steps through and a decision is about. */
export interface ChangeItem {
  /** Index in Comparison.rows. */
  readonly row: number
  /** Where it is drawn: index of the display row (of a moved row: where it stands now). */
  readonly display: number
  /** Of a moved row: the display row that it left. */
  readonly origin: number | null
  readonly tag: TagKind
  /** What the row is without its target changes. */
  readonly shape: Exclude<TagKind, 'target'>
  /** null when only a target changed and not the row's text. */
  readonly class: ChangeClass | null
  /** Indexes in Comparison.targets, in text order; never a `same`. */
  readonly targets: readonly number[]
  /** Of the head of a section that moved as a whole: how many paragraphs moved with it, itself included. Else 0. */
  readonly movedTogether: number
}

/** Target changes that say something: all but `same`. */
export function isRealChange(change: TargetChange): boolean {
  return change.change !== 'same'
}

function shapeOf(row: Row): ChangeItem['shape'] {
  if (row.moved) return 'moved'
  if (row.left.length === 0) return 'inserted'
  if (row.right.length === 0) return 'deleted'
  if (row.right.length > row.left.length) return 'split'
  if (row.left.length > row.right.length) return 'merged'
  return 'changed'
}

/** The display row under which a target change is shown: where the new text has it, or where the old one had it. */
function placeOfTarget(
  change: TargetChange,
  find: { left: (offset: number) => number | null; right: (offset: number) => number | null },
): number | null {
  return change.right ? find.right(change.right.start) : change.left ? find.left(change.left.start) : null
}

function targetsByDisplay(comparison: Comparison, rows: readonly DisplayRow[]): Map<number, number[]> {
  const find = { left: createRowLookup(rows, 'left'), right: createRowLookup(rows, 'right') }
  const byDisplay = new Map<number, number[]>()
  comparison.targets.forEach((change, index) => {
    if (!isRealChange(change)) return
    const found = placeOfTarget(change, find)
    if (found === null) return
    // What a moved row lost is shown with the row, not at the empty place it left.
    const shown = rows[found]?.part === 'origin' ? (rows[found].partner ?? found) : found
    byDisplay.set(shown, [...(byDisplay.get(shown) ?? []), index])
  })
  const startOf = (index: number) => {
    const change = comparison.targets[index]
    return change?.right?.start ?? change?.left?.start ?? 0
  }
  for (const list of byDisplay.values()) list.sort((a, b) => startOf(a) - startOf(b))
  return byDisplay
}

/** How many rows moved with each section that moved as a whole. */
function sizesOfMovedSections(rows: readonly Row[]): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const { movedSection } of rows) {
    if (movedSection !== undefined) sizes.set(movedSection, (sizes.get(movedSection) ?? 0) + 1)
  }
  return sizes
}

/** All changes of a comparison in the order of the screen. A section that moved is one of them, and whatever changed inside it. */
export function listChangeItems(comparison: Comparison, rows: readonly DisplayRow[]): ChangeItem[] {
  const targets = targetsByDisplay(comparison, rows)
  const sizes = sizesOfMovedSections(comparison.rows)
  const told = new Set<number>()
  const items: ChangeItem[] = []
  rows.forEach((display, index) => {
    const row = comparison.rows[display.row]
    if (!row || display.part === 'origin') return
    const own = targets.get(index) ?? []
    if (row.kind === 'equal' && row.class === null && !row.moved && own.length === 0) return
    const shape = shapeOf(row)
    const { movedSection } = row
    const isHead = movedSection !== undefined && !told.has(movedSection)
    if (movedSection !== undefined && !isHead && row.class === null && own.length === 0) return
    if (isHead) told.add(movedSection)
    items.push({
      row: display.row,
      display: index,
      origin: display.partner,
      // A new, deleted, moved or split passage says so first; what happened to its targets stands in the chips.
      tag: own.length > 0 && shape === 'changed' ? 'target' : shape,
      shape,
      // A passage that only changed its place still says something else than before.
      class: row.class ?? (row.moved ? 'wording' : null),
      targets: own,
      movedTogether: isHead ? (sizes.get(movedSection) ?? 0) : 0,
    })
  })
  return items
}
