import { type Hunk, hunksOf, type Island } from './island.ts'
import type { ReferenceChange } from './references.ts'
import { CHANGE_CLASSES, type ChangeClass } from './row.ts'
import { statesSameAmount } from './same-amount.ts'
import { startOf, type TokenRow, tokenAt } from './token-row.ts'
import type { TokenKind } from './tokenize.ts'

/** Words whose coming or going changes what is promised, allowed, owed or denied. */
const WEIGHTY = new Set(
  '不 不得 不能 不应 不可 不予 不再 未 没有 无 非 禁止 严禁 必须 应当 应 可以 可 须 有权 力争 争取 确保 保证 达到 突破 超过 低于 少于 高于 多于 不少于 不低于 不超过 不高于 至少 最多 最低 最高 控制 基本 全部 全面 率先 翻番 以上 以内 以下 左右 约 近 每年 逐年 约束性 预期性'.split(
    ' ',
  ),
)
/** Counting words that change nothing when one stands for another: 一项任务, 一个任务. */
const COUNTERS = new Set('个项条种名位类件次')
/** Characters of content put in or struck at one place from which on there is new matter. */
const NEW_MATTER = 5
/** Characters of content replaced at one place from which on the matter is another, unless it says it in much the same characters. */
const OTHER_MATTER = 8
const SAME_CHARACTERS = 0.6
/** What joins a new member to an enumeration. */
const JOINING = /^(?:[、和与及或]|以及|或者|并|兼)|(?:[、和与及或]|以及|或者)$/u

/**
 * What the hunks between the islands amount to; `layout` when there is none. References that changed count as numbering
 * and are listed: whether they still point to the same place the row alone cannot say.
 */
export function classify(
  left: TokenRow,
  right: TokenRow,
  islands: readonly Island[],
): { class: ChangeClass; references: ReferenceChange[] } {
  const found = new Set<ChangeClass | null>()
  const references: ReferenceChange[] = []
  for (const hunk of hunksOf(islands, left.key.length, right.key.length)) {
    found.add(classifyHunk(left, right, hunk))
    if (touched(left, hunk.leftStart, hunk.leftEnd).some(isReference))
      references.push({
        left: left.key.slice(Math.max(0, hunk.leftStart - CONTEXT), hunk.leftEnd),
        right: right.key.slice(Math.max(0, hunk.rightStart - CONTEXT), hunk.rightEnd),
      })
  }
  return { class: CHANGE_CLASSES.find((name) => found.has(name)) ?? 'layout', references }
}

/** Characters before a reference that can say which law and article it belongs to. */
const CONTEXT = 40

function isReference({ kind }: Touched): boolean {
  return kind === 'reference'
}

/** A token that a hunk touches, or the piece of it that does. */
export interface Touched {
  readonly key: string
  readonly kind: TokenKind
}

function classifyHunk(left: TokenRow, right: TokenRow, hunk: Hunk): ChangeClass | null {
  const struck = touched(left, hunk.leftStart, hunk.leftEnd)
  const set = touched(right, hunk.rightStart, hunk.rightEnd)
  const all = [...struck, ...set]
  if (all.length === 0) return null
  const content = all.filter(({ kind }) => kind !== 'label' && kind !== 'mark')
  if (content.length === 0) return all.some(({ kind }) => kind === 'mark') ? 'punctuation' : 'numbering'
  if (content.every(isReference) && struck.length > 0 && set.length > 0) return 'numbering'
  if (changesAmount(struck, set) || changesWeight(struck, set)) return 'substance'
  return changesMatter(struck, set) ? 'substance' : 'wording'
}

/** Whether a number, unit, qualifier or reference is another. 16.8% and 百分之十六点八 are the same amount. */
function changesAmount(struck: readonly Touched[], set: readonly Touched[]): boolean {
  const of = (tokens: readonly Touched[]): readonly Touched[] =>
    tokens.filter(({ kind, key }) => ['number', 'unit', 'qualifier', 'reference'].includes(kind) && !isVague(kind, key))
  const [before, after] = [of(struck), of(set)]
  return (before.length > 0 || after.length > 0) && !statesSameAmount(before, after)
}

/** 一 and the counting words behind it say no amount: 一个, 一项. */
function isVague(kind: TokenKind, key: string): boolean {
  return kind === 'unit' ? COUNTERS.has(key) : kind === 'number' && key === '一'
}

function changesWeight(struck: readonly Touched[], set: readonly Touched[]): boolean {
  const of = (tokens: readonly Touched[]): string =>
    tokens
      .filter(({ key }) => WEIGHTY.has(key))
      .map(({ key }) => key)
      .sort()
      .join(' ')
  return of(struck) !== of(set)
}

function changesMatter(struck: readonly Touched[], set: readonly Touched[]): boolean {
  const [before, after] = [contentOf(struck), contentOf(set)]
  const longer = Math.max(before.length, after.length)
  if (before === '' || after === '') {
    const text = [...struck, ...set].map(({ key }) => key).join('')
    return longer >= NEW_MATTER || (longer >= 3 && JOINING.test(text) && /[、,;]/.test(text))
  }
  return longer >= OTHER_MATTER && sharedCharacters(before, after) < SAME_CHARACTERS
}

function contentOf(tokens: readonly Touched[]): string {
  return tokens
    .filter(({ kind }) => kind !== 'mark' && kind !== 'label')
    .map(({ key }) => key)
    .join('')
}

/** Dice's coefficient over characters. */
function sharedCharacters(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (const character of a) counts.set(character, (counts.get(character) ?? 0) + 1)
  let shared = 0
  for (const character of b) {
    const left = counts.get(character) ?? 0
    if (left === 0) continue
    counts.set(character, left - 1)
    shared += 1
  }
  return (2 * shared) / (a.length + b.length)
}

function touched(row: TokenRow, from: number, to: number): Touched[] {
  const tokens: Touched[] = []
  if (from === to) return tokens
  for (let i = tokenAt(row, from); i < row.ends.length && startOf(row, i) < to; i += 1) {
    const [start, end] = [Math.max(from, startOf(row, i)), Math.min(row.ends[i] ?? to, to)]
    tokens.push({ key: row.key.slice(start, end), kind: row.kinds[i] ?? 'word' })
  }
  return tokens
}
