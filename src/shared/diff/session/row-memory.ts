import { PlacedRecall } from '../../memory/placed-recall.ts'
import { type ComparedRow, compareRow, type RowSide } from '../rows/compare-row.ts'
import type { Edit } from '../rows/row.ts'
import type { Tokenizer } from '../rows/token-row.ts'

/**
 * Compares rows, and those that it has compared before only once. A row depends on nothing but the text of its units, so
 * only the places on the right side are counted anew. All rows must have the same left text, and right units of one `UnitTexts`.
 */
export class RowMemory {
  readonly #tokenizer: Tokenizer
  readonly #rows = new PlacedRecall<ComparedRow>(moved)

  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer
  }

  /** As `compareRow`. What time or size cut short is not remembered: there may be time the next time. */
  compare(left: RowSide, right: RowSide, isExpired: () => boolean): ComparedRow {
    const start = right.units[0]?.start ?? 0
    const key = keyOf(left, right, start)
    const known = this.#rows.find(key, start)
    if (known) return known
    const row = compareRow({ left, right }, this.#tokenizer, isExpired)
    if (row.precise) this.#rows.keep(key, start, row)
    return row
  }

  endRound(): void {
    this.#rows.endRound()
  }
}

/** All that a row depends on: which units of the left, and what those on the right say and their places to each other. */
function keyOf(left: RowSide, right: RowSide, start: number): string {
  let key = left.units.map((unit) => unit.index).join(' ')
  for (const unit of right.units) key += `:${unit.start - start} ${unit.id}`
  return key
}

function moved(row: ComparedRow, by: number): ComparedRow {
  return { ...row, edits: row.edits.map((edit) => shifted(edit, by)) }
}

function shifted(edit: Edit, shift: number): Edit {
  if (edit.op === '-') return edit
  const right = [edit.right[0] + shift, edit.right[1] + shift] as const
  return edit.op === '+' ? { op: '+', right } : { op: '=', left: edit.left, right }
}
