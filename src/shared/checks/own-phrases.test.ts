import { expect, test } from 'vitest'
import { ownPhrases, phrasesPutOver, phrasesWith } from './own-phrases.ts'
import type { PhraseRule } from './phrase-list.ts'

const rule = (preferred: string, ...avoid: string[]): PhraseRule => ({ preferred, avoid, note: '' })
const BUILT_IN = [
  rule('高质量发展', '高品质发展'),
  rule('乡村全面振兴', '农村全面振兴'),
  rule('新质生产力', '新型生产力'),
]

test('a list as it came is nothing of the user', () => {
  expect(ownPhrases(BUILT_IN, BUILT_IN)).toEqual([])
  expect(phrasesWith(BUILT_IN, [])).toEqual(BUILT_IN)
})

test('what was changed, taken out and added comes back in its place', () => {
  const list = [rule('高质量发展', '高品质发展', '优质发展'), BUILT_IN[2] as PhraseRule, rule('山海协作', '山海合作')]
  const own = ownPhrases(BUILT_IN, list)
  expect(own.map(({ preferred, rule: kept }) => [preferred, kept === null])).toEqual([
    ['乡村全面振兴', true],
    ['高质量发展', false],
    ['山海协作', false],
  ])
  expect(phrasesWith(BUILT_IN, own)).toEqual(list)
})

test('a phrase that a later program brings along comes in beside what the user has', () => {
  const own = ownPhrases(BUILT_IN, [...BUILT_IN, rule('山海协作', '山海合作')])
  const later = [...BUILT_IN, rule('千万工程', '千万项目')]
  expect(phrasesWith(later, own).map(({ preferred }) => preferred)).toEqual([
    '高质量发展',
    '乡村全面振兴',
    '新质生产力',
    '千万工程',
    '山海协作',
  ])
})

test('two rules of one phrase become one', () => {
  const own = ownPhrases([], [rule('山海协作', '山海合作'), rule('山海协作', '山海协同', '山海合作')])
  expect(own).toEqual([{ preferred: '山海协作', rule: rule('山海协作', '山海合作', '山海协同') }])
})

test('a list from a file replaces the same phrases and adds the others', () => {
  const over = phrasesPutOver(BUILT_IN, [rule('新质生产力', '新质的生产力'), rule('山海协作', '山海合作')])
  expect(over).toEqual([BUILT_IN[0], BUILT_IN[1], rule('新质生产力', '新质的生产力'), rule('山海协作', '山海合作')])
})
