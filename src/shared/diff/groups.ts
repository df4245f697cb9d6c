import type { Row } from './rows/row.ts'
import { fold } from './units/fold.ts'

/** Where an edit stands: the row, and the first of its edits that belong to it (`-` before `+`). */
interface EditPlace {
  readonly row: number
  readonly edit: number
}

/**
 * Edits that are one decision made in many places. A substitution puts the same words for the same others throughout
 * (城市化率 → 城镇化率); a renumbering is all that follows from other numbers: labels, and references to what they name.
 * `from` and `to` are the words of the first place as they are written; in a renumbering others have other numbers.
 */
export interface ChangeGroup {
  readonly kind: 'substitution' | 'renumbering'
  readonly from: string
  readonly to: string
  /** In the order of the rows. An edit is in one group at most. */
  readonly places: readonly EditPlace[]
}

/** Places from which on the same replacement is one decision, and numbers that moved are one renumbering. */
const SUBSTITUTION = 3
const RENUMBERING = 2

/**
 * The groups among the edits of rows, renumbering first, then the substitution with most places. Figures are never grouped:
 * that 5 became 6 in three places is three decisions; years are, since 2025 → 2026 throughout is one.
 * @param left, right the canonical texts that the rows are of
 */
export function groupChanges(rows: readonly Row[], left: string, right: string): ChangeGroup[] {
  const substitutions = new Map<string, Replacement[]>()
  const renumbered: Replacement[] = []
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'changed') continue
    for (const replacement of replacementsIn(row, index, left, right)) {
      const { from, to } = replacement
      if (row.class === 'numbering' || isLabelChange(replacement, row)) renumbered.push(replacement)
      else if (isSubstitution(from, to)) {
        const key = `${fold(from)}\n${fold(to)}`
        const known = substitutions.get(key)
        if (known) known.push(replacement)
        else substitutions.set(key, [replacement])
      }
    }
  }
  const groups = [...substitutions.values()]
    .filter((places) => places.length >= SUBSTITUTION)
    .sort((a, b) => b.length - a.length)
    .map((places) => toGroup('substitution', places))
  return renumbered.length >= RENUMBERING ? [toGroup('renumbering', renumbered), ...groups] : groups
}

/** What is struck and what is set in its stead; one of the two may be empty in a renumbering. */
interface Replacement {
  readonly from: string
  readonly to: string
  /** Where in its text the change begins, on the side that has it. */
  readonly leftStart: number | null
  readonly rightStart: number | null
  readonly place: EditPlace
}

function toGroup(kind: ChangeGroup['kind'], replacements: readonly Replacement[]): ChangeGroup {
  const [first] = replacements
  return { kind, from: first?.from ?? '', to: first?.to ?? '', places: replacements.map(({ place }) => place) }
}

/** The changes of a row, each a `-` with the `+` behind it, or either alone. */
function replacementsIn(row: Row, index: number, left: string, right: string): Replacement[] {
  const found: Replacement[] = []
  for (let i = 0; i < row.edits.length; i += 1) {
    const edit = row.edits[i]
    if (!edit || edit.op === '=') continue
    const next = row.edits[i + 1]
    const set = edit.op === '+' ? edit : next?.op === '+' ? next : null
    found.push({
      from: edit.op === '-' ? left.slice(...edit.left).trim() : '',
      to: set ? right.slice(...set.right).trim() : '',
      leftStart: edit.op === '-' ? edit.left[0] : null,
      rightStart: set ? set.right[0] : null,
      place: { row: index, edit: i },
    })
    if (edit.op === '-' && set) i += 1
  }
  return found
}

const NUMERAL = '[〇零一二三四五六七八九十百千0-9]+'
/** Numbers at the head of a heading, article or item. */
const LABEL = new RegExp(
  `^(?:第${NUMERAL}(?:[编篇章节条款项](?:之${NUMERAL})?|部分)|${NUMERAL}[、.．]|[（(]${NUMERAL}[）)]|[①-⑳])?$`,
  'u',
)

/** Whether a change at the head of a block puts one label for another. */
function isLabelChange({ from, to, leftStart, rightStart }: Replacement, row: Row): boolean {
  if (!LABEL.test(from) || !LABEL.test(to) || (from === '' && to === '')) return false
  const isHead = (start: number | null, side: 'left' | 'right'): boolean =>
    start === null || row[side].some((range) => range.start === start)
  return isHead(leftStart, 'left') && isHead(rightStart, 'right')
}

const YEAR = /^(?:19|20)[0-9]{2}年?$/
/** 十四五, 十五五: the name of a plan's period and no figure. */
const PERIOD = /^[“"]?[十一二三四五六七八九]{2,3}五[”"]?$/u
/** Words or a mark; a bare figure says how much, which is decided place by place. */
const WORD = /[\p{Script=Han}A-Za-z]/u
const FIGURE = /[0-9〇零一二三四五六七八九十百千万亿两]/u

function isSubstitution(from: string, to: string): boolean {
  if (from === '' || to === '') return false
  const [before, after] = [fold(from), fold(to)]
  if (YEAR.test(before) && YEAR.test(after)) return true
  if (PERIOD.test(before) && PERIOD.test(after)) return true
  if (WORD.test(before) && WORD.test(after)) return !isFigure(before) && !isFigure(after)
  return !FIGURE.test(before) && !FIGURE.test(after)
}

/** Whether there is nothing in a text but a number with what it counts. */
function isFigure(text: string): boolean {
  return /^[0-9.,〇零一二三四五六七八九十百千万亿两]+[^0-9]{0,3}$/u.test(text)
}
