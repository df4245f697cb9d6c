import { CHANGE_CLASSES, type ChangeClass } from '../../../../shared/diff/rows/row.ts'
import type { ChangeItem } from './change-items.ts'

/** What the Compare screen shows; kept in the settings. */
export type Filters = Readonly<Record<'targets' | ChangeClass, boolean>>
export type FilterCounts = Readonly<Record<'targets' | ChangeClass, number>>

export const DEFAULT_FILTERS: Filters = {
  targets: true,
  substance: true,
  wording: true,
  punctuation: false,
  numbering: false,
  layout: false,
}

/** Whether a change is shown: for its class, or for the targets that changed in it. */
export function isShown(item: ChangeItem, filters: Filters): boolean {
  return (filters.targets && item.targets.length > 0) || (item.class !== null && filters[item.class])
}

/** How many there are of each, whatever is shown. */
export function countByFilter(items: readonly ChangeItem[]): FilterCounts {
  const counts = Object.fromEntries(CHANGE_CLASSES.map((name) => [name, 0])) as Record<ChangeClass, number>
  let targets = 0
  for (const item of items) {
    targets += item.targets.length
    if (item.class !== null) counts[item.class] += 1
  }
  return { targets, ...counts }
}
