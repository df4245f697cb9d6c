import { describe, expect, test } from 'vitest'
import { compareTexts } from './compare.test-helper.ts'
import { sectionNumbers } from './place-words.ts'
import { countSections, sectionPathOf } from './sections.ts'
import { toViewModel } from './view-model.ts'

const TEXT = [
  '一、发展目标',
  '（一）主要指标',
  '坚持以改革开放为动力，深化要素配置。',
  '二、重点任务',
  '（一）科技创新',
  '全市研发经费投入强度达到3.2%，平台提质增效。',
]
const CHANGED = TEXT.map((line) => line.replace('3.2%', '3%').replace('改革开放', '改革创新'))

describe('sections', () => {
  const model = toViewModel(compareTexts(TEXT, CHANGED))

  test('the outline has numerals, depth and the sections above', () => {
    expect(model.sections.sections.map(({ title, numeral, depth, parent }) => [title, numeral, depth, parent])).toEqual(
      [
        ['一、发展目标', '一', 0, null],
        ['（一）主要指标', '一', 1, 0],
        ['二、重点任务', '二', 0, null],
        ['（一）科技创新', '一', 1, 2],
      ],
    )
  })

  test('counts include the sections below', () => {
    const counts = countSections(model.sections, model.items, (item) => item.targets.length > 0)
    expect(counts.map(({ changes, targets, handled }) => [changes, targets, handled])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 1, 1],
      [1, 1, 1],
    ])
  })

  test('a row knows its headings and their numbers', () => {
    const display = model.rows.length - 1
    expect(sectionPathOf(model.sections, display).map(({ title }) => title)).toEqual(['二、重点任务', '（一）科技创新'])
    expect(sectionNumbers(model, display)).toBe('二、（一）')
  })
})
