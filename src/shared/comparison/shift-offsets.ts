import type { Finding } from '../checks/finding.ts'
import type { Edit, Row } from '../diff/rows/row.ts'
import type { Block } from '../outline/block.ts'
import type { Target } from '../targets/target.ts'
import type { TargetChange } from '../targets/target-change.ts'
import type { Range } from '../text/range.ts'

/** One stretch of a text that was replaced by another of any length. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  /** Length of what stands there now. */
  readonly length: number
}

/** The stretch in which two texts differ. */
export function editBetween(before: string, after: string): TextEdit {
  const least = Math.min(before.length, after.length)
  let head = 0
  while (head < least && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  let tail = 0
  while (
    tail < least - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1
  return { from: head, to: before.length - tail, length: after.length - tail - head }
}

/**
 * What was said of a text, said of the text after an edit: places behind the edit move along with it, those before it stay.
 * What touches the edit itself is only a guess. Whatever lies before the edit stays the same object.
 */
export class OffsetShift {
  readonly #from: number
  readonly #to: number
  readonly #shift: number

  constructor({ from, to, length }: TextEdit) {
    this.#from = from
    this.#to = to
    this.#shift = length - (to - from)
  }

  range<Item extends Range>(item: Item): Item {
    return item.end <= this.#from ? item : { ...item, start: this.#at(item.start), end: this.#at(item.end) }
  }

  block(block: Block): Block {
    const items = block.items && this.#all(block.items, (item) => this.range(item))
    return items === block.items ? this.range(block) : { ...this.range(block), ...(items ? { items } : {}) }
  }

  target(target: Target): Target {
    return this.range(target)
  }

  finding(finding: Finding): Finding {
    const related = this.#all(finding.related, (range) => this.range(range))
    return related === finding.related ? this.range(finding) : { ...this.range(finding), related }
  }

  /** The right side of a row. */
  row(row: Row): Row {
    const right = this.#all(row.right, (range) => this.range(range))
    const related = this.#all(row.related, (block) => (block.side === 'right' ? this.range(block) : block))
    if (right === row.right && related === row.related) return row
    return {
      ...row,
      right,
      related,
      edits: right === row.right ? row.edits : row.edits.map((edit) => this.#edit(edit)),
    }
  }

  /** The right side of a target change. */
  targetChange(change: TargetChange): TargetChange {
    const right = change.right && this.range(change.right)
    const alsoAt =
      change.alsoAt && this.#all(change.alsoAt, (at) => (at.right ? this.#withRight(at, this.range(at.right)) : at))
    if (right === change.right && alsoAt === change.alsoAt) return change
    return { ...change, right, ...(alsoAt ? { alsoAt } : {}) }
  }

  #withRight<At extends { readonly right: Range | null }>(at: At, right: Range): At {
    return right === at.right ? at : { ...at, right }
  }

  #edit(edit: Edit): Edit {
    if (edit.op === '-') return edit
    const right = [this.#at(edit.right[0]), this.#at(edit.right[1])] as const
    return edit.op === '+' ? { op: '+', right } : { op: '=', left: edit.left, right }
  }

  #all<Item>(items: readonly Item[], shift: (item: Item) => Item): readonly Item[] {
    const shifted = items.map((item) => shift(item))
    return shifted.every((item, i) => item === items[i]) ? items : shifted
  }

  #at(offset: number): number {
    if (offset <= this.#from) return offset
    return offset >= this.#to ? offset + this.#shift : this.#from
  }
}
