import type { Analysis } from '../../../../shared/comparison/comparison.ts'
import { buildOutline, type OutlineNode } from '../../../../shared/outline/tree.ts'
import type { ChangeItem } from './change-items.ts'
import type { DisplayRow } from './display-rows.ts'

/** A heading of the draft with what changed below it. */
export interface Section {
  readonly title: string
  /** The numeral for the folded outline: 二 of 二、 or 第二章; null for a heading without number. */
  readonly numeral: string | null
  /** 0 for chapters. */
  readonly depth: number
  /** Offset of the heading in the draft. */
  readonly start: number
  /** Display row of the heading. */
  readonly display: number
  /** Index of the section above, or null. */
  readonly parent: number | null
}

export interface SectionCounts {
  readonly changes: number
  readonly targets: number
  readonly handled: number
  /** The heading itself is new or has moved. */
  readonly shape: 'inserted' | 'moved' | null
}

/** The sections of the draft and, for each display row, the section it belongs to (null before the first heading). */
export interface SectionMap {
  readonly sections: readonly Section[]
  readonly ofRow: readonly (number | null)[]
  /** How many-th row of its section each display row is; the heading is 0. */
  readonly placeOfRow: readonly number[]
}

const NUMERAL = /^(?:第)?[（(]?([零〇一二三四五六七八九十百0-9]+)[）)]?(?:编|篇|章|节|部分|、|．|\.|\s)?/u

function numeralOf(title: string): string | null {
  return NUMERAL.exec(title)?.[1] ?? null
}

interface FlatNode extends Omit<Section, 'display'> {}

function flatten(nodes: readonly OutlineNode[], depth: number, parent: number | null, into: FlatNode[]): void {
  for (const node of nodes) {
    const index = into.length
    into.push({ title: node.title, numeral: numeralOf(node.title), depth, start: node.start, parent })
    flatten(node.children, depth + 1, index, into)
  }
}

/** Lays the draft's outline over the rows. Rows that only the baseline has belong to the section they are drawn in. */
export function mapSections(right: Analysis, rows: readonly DisplayRow[]): SectionMap {
  const flat: FlatNode[] = []
  flatten(buildOutline(right.blocks, right.text), 0, null, flat)
  const sections: Section[] = []
  const ofRow: (number | null)[] = []
  const placeOfRow: number[] = []
  let place = 0
  rows.forEach((row, display) => {
    let node = flat[sections.length]
    while (node && row.right && node.start < row.right.end) {
      sections.push({ ...node, display })
      place = -1
      node = flat[sections.length]
    }
    place += 1
    ofRow.push(sections.length === 0 ? null : sections.length - 1)
    placeOfRow.push(place)
  })
  return { sections, ofRow, placeOfRow }
}

/** Counts per section, those below included. `isHandled` says which changes have been accepted or rejected. */
export function countSections(
  map: SectionMap,
  items: readonly ChangeItem[],
  isHandled: (item: ChangeItem) => boolean,
): SectionCounts[] {
  const counts = map.sections.map(() => ({ changes: 0, targets: 0, handled: 0, shape: null as SectionCounts['shape'] }))
  for (const item of items) {
    const own = map.ofRow[item.display] ?? null
    if (own !== null && map.sections[own]?.display === item.display) {
      const entry = counts[own]
      if (entry && (item.shape === 'inserted' || item.shape === 'moved')) entry.shape = item.shape
    }
    for (let at = own; at !== null; at = map.sections[at]?.parent ?? null) {
      const entry = counts[at]
      if (!entry) break
      entry.changes += 1
      entry.targets += item.targets.length
      entry.handled += isHandled(item) ? 1 : 0
    }
  }
  return counts
}

/** The headings above and at a display row, outermost first. */
export function sectionPathOf(map: SectionMap, display: number): Section[] {
  const path: Section[] = []
  for (let at = map.ofRow[display] ?? null; at !== null; at = map.sections[at]?.parent ?? null) {
    const section = map.sections[at]
    if (!section) break
    path.unshift(section)
  }
  return path
}
