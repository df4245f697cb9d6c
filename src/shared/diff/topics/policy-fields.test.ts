import { expect, test } from 'vitest'
import { diffDocuments } from '../diff-documents.ts'
import { side } from '../diff-laws.test-helper.ts'
import { FieldFinder, type PolicyField } from './policy-fields.ts'

const FIELDS: readonly PolicyField[] = [
  { name: '城镇化', terms: ['户籍', '落户', '市民化', '进城', '城镇化'] },
  { name: '通信', terms: ['邮电', '电话', '宽带', '光纤', '基站'] },
  { name: '水利', terms: ['堤防', '水库', '灌区', '防洪'] },
]

test('finds the fields a text speaks of, each once, whatever the words of it', () => {
  const finder = new FieldFinder(FIELDS)
  expect([...finder.fieldsOf('放宽落户条件,加快户籍制度改革')]).toEqual([0])
  expect([...finder.fieldsOf('水库下游通了宽带')]).toEqual([1, 2])
  expect([...finder.fieldsOf('发展体育事业')]).toEqual([])
})

test('a word of full width is found as one of half width', () => {
  expect([...new FieldFinder([{ name: '通信', terms: ['５Ｇ'] }]).fieldsOf('建设5G基站')]).toEqual([0])
})

/** Two plans for one county. Of the paragraph on settling in town the new text keeps the set phrase, not the words. */
const OLD = side(
  '一、户籍管理',
  '放宽户籍限制，进城务工三年以上的农民登记管理到位后可以落户。',
  '小城镇户籍随到随办。',
  '二、公路管护',
  '乡道养护登记管理到位，护路员就近住宿，桥梁每季检查。',
  '行道树补植三千株。',
)
const NEW = side(
  '一、新型城镇化',
  '推动转移人口市民化，租房居住的登记管理到位，子女就近入学。',
  '县城扩容，吸引人口集聚。',
  '二、农村路网',
  '硬化通组路九十里，错车道一次建成。',
)

/** The old paragraphs that the new one on settling is said to answer, best first. */
function counterparts(fields: readonly PolicyField[]): string[] {
  const { rows } = diffDocuments(OLD, NEW, { fields })
  const at = NEW.text.indexOf('推动转移人口')
  const row = rows.find((each) => each.right.some(({ start }) => start === at))
  return [...(row?.left ?? []), ...(row?.related ?? [])].map(({ start }) => OLD.text.slice(start, start + 4))
}

test('a paragraph is found by what it is about where its words are others', () => {
  expect(counterparts([])[0]).not.toBe('放宽户籍')
  expect(counterparts(FIELDS)[0]).toBe('放宽户籍')
})

test('fields of policy change nothing between texts that are alike', () => {
  expect(diffDocuments(OLD, OLD, { fields: FIELDS })).toEqual(diffDocuments(OLD, OLD))
})

test('two sides are told by fields the same whichever is called left', () => {
  const there = diffDocuments(OLD, NEW, { fields: FIELDS }).sections
  const back = diffDocuments(NEW, OLD, { fields: FIELDS }).sections
  expect(new Set(back.map(({ left, right }) => JSON.stringify([right, left])))).toEqual(
    new Set(there.map(({ left, right }) => JSON.stringify([left, right]))),
  )
})
