import type { ChangeGroup } from '../../../../shared/diff/groups.ts'
import type { Edit, Row } from '../../../../shared/diff/rows/row.ts'
import type { ViewModel } from './view-model.ts'

/** One decision made in many places, as the screen lists it. */
export interface GroupEntry {
  readonly kind: ChangeGroup['kind']
  readonly from: string
  readonly to: string
  /** How often it stands in the text; a row may have it twice. */
  readonly count: number
  readonly places: readonly GroupPlace[]
}

/** A row that a group stands in. */
export interface GroupPlace {
  /** Where it is drawn. */
  readonly display: number
  /** The words of the draft around the change, to know the place by. */
  readonly words: string
  /** Nothing else changed in this row: what is decided of the group is decided of the row. */
  readonly alone: boolean
}

/** Characters before the change that tell where one is. */
const BEFORE = 14
const WORDS = 40

/** The groups of a comparison with their places, each row once. */
export function listGroups(model: ViewModel): GroupEntry[] {
  const { groups, rows } = model.comparison
  const grouped = countGrouped(groups)
  return groups.map(({ kind, from, to, places }) => {
    const seen = new Set<number>()
    const entries = places.flatMap(({ row: index, edit }): GroupPlace[] => {
      const row = rows[index]
      const display = model.displayOf.get(index)
      if (!row || display === undefined || seen.has(index)) return []
      seen.add(index)
      const item = model.items[model.itemAt.get(display) ?? -1]
      const alone = !row.moved && countChanges(row) === grouped.get(index) && (item?.targets.length ?? 0) === 0
      return [{ display, words: wordsAt(model, row.edits.slice(edit, edit + 2)), alone }]
    })
    return { kind, from, to, count: places.length, places: entries }
  })
}

/** For each row how many of its changes belong to groups. */
function countGrouped(groups: readonly ChangeGroup[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { places } of groups) for (const { row } of places) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

/** The changes of a row, a `-` with the `+` behind it counted as one. */
function countChanges({ edits }: Row): number {
  return edits.filter((edit, index) => edit.op === '-' || (edit.op === '+' && edits[index - 1]?.op !== '-')).length
}

function wordsAt({ comparison }: ViewModel, edits: readonly Edit[]): string {
  const set = edits.find((edit) => edit.op === '+')
  const struck = edits.find((edit) => edit.op === '-')
  const [text, at] = set ? [comparison.right.text, set.right[0]] : [comparison.left.text, struck?.left[0] ?? 0]
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const from = Math.max(lineStart, at - BEFORE)
  return text.slice(from, Math.min(lineEnd < 0 ? text.length : lineEnd, from + WORDS)).trim()
}
