import type { Finding } from '../../../../shared/checks/finding.ts'
import { type Comparison, findingsOf } from '../../../../shared/comparison/comparison.ts'
import type { Range } from '../../../../shared/text/range.ts'
import { type ChangeItem, listChangeItems } from './change-items.ts'
import { type DisplayRow, toDisplayRows } from './display-rows.ts'
import { countByFilter, type FilterCounts, type Filters, isShown } from './filters.ts'
import { findingPlace } from './finding-place.ts'
import { type Fold, findFolds } from './folds.ts'
import { rememberLast } from './remember.ts'
import { createRowLookup, type Side } from './row-lookup.ts'
import { mapSections, type SectionMap } from './sections.ts'
import { hasBothSides } from './visual-rows.ts'

/** What a comparison is on the screen, before filters. Offsets are those of the texts that were compared. */
export interface ViewModel {
  readonly comparison: Comparison
  readonly rows: readonly DisplayRow[]
  readonly items: readonly ChangeItem[]
  /** Index of the item drawn at a display row; both parts of a moved row lead to the same item. */
  readonly itemAt: ReadonlyMap<number, number>
  /** The display row of each row of the comparison; of a moved one where it stands now. */
  readonly displayOf: ReadonlyMap<number, number>
  readonly counts: FilterCounts
  readonly sections: SectionMap
  /** Of the draft alone, then beside the baseline. */
  readonly findings: readonly Finding[]
  /** The display row of each finding. */
  readonly findingRows: readonly (number | null)[]
  readonly find: Readonly<Record<Side, (offset: number) => number | null>>
}

/** Lays a comparison out. */
export function toViewModel(comparison: Comparison): ViewModel {
  const rows = toDisplayRows(comparison.rows)
  const items = listChangeItems(comparison, rows)
  const itemAt = new Map<number, number>()
  items.forEach((item, index) => {
    itemAt.set(item.display, index)
    if (item.origin !== null) itemAt.set(item.origin, index)
  })
  const findings = findingsOf(comparison)
  const find = { left: createRowLookup(rows, 'left'), right: createRowLookup(rows, 'right') }
  return {
    comparison,
    rows,
    items,
    itemAt,
    displayOf: new Map(rows.flatMap(({ row, part }, display) => (part === 'origin' ? [] : [[row, display]]))),
    counts: countByFilter(items),
    sections: mapSections(comparison.right, rows),
    findings,
    findingRows: findings.map((finding) => {
      const { side, range } = findingPlace(finding)
      return find[side](range.start)
    }),
    find,
  }
}

/** The item at a display row, when the filters show it. */
export function shownItemAt(model: ViewModel, filters: Filters, display: number): ChangeItem | null {
  const item = model.items[model.itemAt.get(display) ?? -1]
  return item && isShown(item, filters) ? item : null
}

/** The items that the filters show, in order. */
export const shownItems: (model: ViewModel, filters: Filters) => readonly ChangeItem[] = rememberLast(
  (model: ViewModel, filters: Filters) => model.items.filter((item) => isShown(item, filters)),
)

/** The runs that may be folded: nothing shown in them, no finding, no remark. */
export function foldsOf(model: ViewModel, filters: Filters, noted: readonly { side: Side; range: Range }[]): Fold[] {
  const kept = new Set<number>()
  for (const row of model.findingRows) if (row !== null) kept.add(row)
  for (const { side, range } of noted) {
    const row = model.find[side](range.start)
    if (row !== null) kept.add(row)
  }
  const headings = new Set(
    model.comparison.right.blocks.filter((block) => block.kind === 'heading').map((block) => block.start),
  )
  const folds = findFolds({
    count: model.rows.length,
    isShown: (display) => kept.has(display) || shownItemAt(model, filters, display) !== null,
    isHeading: (display) => {
      const cell = model.rows[display]?.right
      return cell != null && headings.has(cell.start)
    },
  })
  return folds.filter((fold) => hasBothSides(model.rows, fold))
}
