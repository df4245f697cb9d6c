import type { Island } from './match-tokens.ts'
import type { ChangeClass } from './row.ts'
import type { Token } from './tokens.ts'

/** Words whose coming or going changes what is promised, allowed or owed. */
const WEIGHTY =
  /力争|争取|确保|达到|突破|超过|不低于|不少于|不高于|不超过|不得|不|未|无|非|禁止|应当|应|必须|可以|约束性|预期性|约|近|以上|以内|以下|左右|基本|全面|率先|翻番|倍/u
/** Content characters struck or set at one place from which on more than the wording changed. */
const CLAUSE = 8

/** What the tokens outside the islands amount to. `sameText`: both sides are written alike to the last blank. */
export function classify(
  left: readonly Token[],
  right: readonly Token[],
  islands: readonly Island[],
  sameText: boolean,
): ChangeClass | null {
  let strongest: ChangeClass | null = sameText ? null : 'layout'
  let l = 0
  let r = 0
  for (const island of [...islands, { left: left.length, right: right.length, count: 0 }]) {
    const found = classifyHunk(left.slice(l, island.left), right.slice(r, island.right))
    if (found && rankOf(found) < rankOf(strongest)) strongest = found
    l = island.left + island.count
    r = island.right + island.count
  }
  return strongest
}

function rankOf(found: ChangeClass | null): number {
  return found === null ? ORDER.length : ORDER.indexOf(found)
}
const ORDER: readonly ChangeClass[] = ['substance', 'wording', 'punctuation', 'numbering', 'layout']

function classifyHunk(struck: readonly Token[], set: readonly Token[]): ChangeClass | null {
  const tokens = [...struck, ...set]
  if (tokens.length === 0) return null
  const content = tokens.filter(({ kind }) => kind !== 'label' && kind !== 'mark')
  if (content.length === 0) return tokens.some(({ kind }) => kind === 'mark') ? 'punctuation' : 'numbering'
  if (content.some(({ kind, key }) => kind !== 'word' || WEIGHTY.test(key))) return 'substance'
  return Math.max(lengthOf(struck), lengthOf(set)) >= CLAUSE && Math.min(lengthOf(struck), lengthOf(set)) < CLAUSE / 2
    ? 'substance'
    : 'wording'
}

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { kind, key }) => sum + (kind === 'mark' || kind === 'label' ? 0 : key.length), 0)
}
