import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OutlineMemory } from './outline-memory.ts'
import { parseOutline } from './parse.ts'

const LINES = [
  '某县五年规划纲要',
  '一、总体要求',
  '（一）指导思想',
  '坚持以下原则：一是统筹城乡，补齐短板；二是节约优先，绿色发展；三是深化改革。',
  '要做到：（1）摸清底数；（2）分类施策。',
  '1.5个方面的工作',
  '指标 | 2025年 | 属性',
  '粮食产量（万吨） | 35 | 约束性',
  '',
  '　　注：粮食产量为预计数。',
]
const text = fc.array(fc.constantFrom(...LINES), { maxLength: 14 }).map((lines) => lines.join('\n'))

test('a draft read again after edits has the blocks of one read for the first time', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (drafts) => {
      const memory = new OutlineMemory()
      for (const draft of drafts) expect(parseOutline(draft, [], memory)).toEqual(parseOutline(draft))
    }),
    { numRuns: 200 },
  )
})

test('the items of a list move with their line', () => {
  const memory = new OutlineMemory()
  const list = '会议要求：一是抓好春耕，备足农资；二是守住底线，防止返贫。'
  const labels = (draft: string): string[] =>
    parseOutline(draft, [], memory).flatMap(({ items = [] }) => items.map((item) => draft.slice(item.start, item.end)))
  const items = ['一是抓好春耕，备足农资；', '二是守住底线，防止返贫。']
  expect(labels(list)).toEqual(items)
  expect(labels(`新增一段。\n${list}`)).toEqual(items)
})
