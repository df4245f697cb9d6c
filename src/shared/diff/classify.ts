import { type Hunk, hunksOf, type Island } from './island.ts'
import { CHANGE_CLASSES, type ChangeClass } from './row.ts'
import type { RowText } from './row-text.ts'

/** Words whose coming or going changes what is promised, allowed or owed. */
const WEIGHTY =
  /力争|争取|确保|达到|突破|超过|低于|少于|高于|不得|不|未|无|非|禁止|应当|应|必须|可以|约束性|预期性|约|近|以上|以内|以下|左右|基本|全面|率先|翻番|倍/u
/** Characters put in or struck at one place, with little in their stead, from which on there is new matter. */
const MATTER = 8

/** What the hunks between the islands amount to; `layout` when there is none. */
export function classify(left: RowText, right: RowText, islands: readonly Island[]): ChangeClass {
  const found = hunksOf(islands, left.key.length, right.key.length).flatMap(
    (hunk) => classifyHunk(left, right, hunk) ?? [],
  )
  return CHANGE_CLASSES.find((name) => found.includes(name)) ?? 'layout'
}

/** A token that a hunk touches, or the piece of it that does. */
interface Touched {
  readonly key: string
  readonly kind: string
}

function classifyHunk(left: RowText, right: RowText, hunk: Hunk): ChangeClass | null {
  const struck = touched(left, hunk.leftStart, hunk.leftEnd)
  const set = touched(right, hunk.rightStart, hunk.rightEnd)
  const all = [...struck, ...set]
  if (all.length === 0) return null
  const content = all.filter(({ kind }) => kind !== 'label' && kind !== 'mark')
  if (content.length === 0) return all.some(({ kind }) => kind === 'mark') ? 'punctuation' : 'numbering'
  if (content.some(({ kind, key }) => (kind !== 'word' && kind !== 'term' ? true : WEIGHTY.test(key))))
    return 'substance'
  const [less, more] = [lengthOf(struck), lengthOf(set)].sort((a, b) => a - b)
  return (more ?? 0) >= MATTER && (less ?? 0) < MATTER / 2 ? 'substance' : 'wording'
}

function touched(row: RowText, from: number, to: number): Touched[] {
  const tokens: Touched[] = []
  if (from === to) return tokens
  let low = 0
  for (let high = row.ends.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((row.ends[middle] ?? 0) > from) high = middle
    else low = middle + 1
  }
  for (let i = low, start = from; i < row.ends.length && start < to; i += 1) {
    const end = Math.min(row.ends[i] ?? to, to)
    tokens.push({ key: row.key.slice(start, end), kind: row.kinds[i] ?? 'word' })
    start = end
  }
  return tokens
}

function lengthOf(tokens: readonly Touched[]): number {
  return tokens.reduce((sum, { kind, key }) => sum + (kind === 'mark' || kind === 'label' ? 0 : key.length), 0)
}
