import { describe, expect, test } from 'vitest'
import { compareTexts } from './compare.test-helper.ts'
import { DEFAULT_FILTERS } from './filters.ts'
import { shownItems, toViewModel } from './view-model.ts'

const LEFT = [
  '一、总体要求',
  '全市研发经费投入强度达到3.2%，创新平台达到一百二十家。',
  '坚持以改革开放为动力，持续优化营商环境，深化要素市场化配置。',
  '到2030年森林覆盖率稳定在52%，地表水水质保持优良。',
  '完善综合立体交通网络，建成货运铁路专用线和内河港区。',
]
const RIGHT = [
  '一、总体要求',
  '全市研发经费投入强度力争达到3%以上，创新平台达到一百二十家。',
  '坚持以改革开放为动力，持续优化营商环境、深化要素市场化配置。',
  '到2030年森林覆盖率稳定在52%，地表水水质保持优良。',
  '推进数字乡村建设，行政村光纤网络实现全覆盖。',
  '完善综合立体交通网络，建成货运铁路专用线和内河港区。',
]

describe('change items', () => {
  const model = toViewModel(compareTexts(LEFT, RIGHT))

  test('a row with a changed target is tagged 标, whatever else changed in it', () => {
    const [first] = model.items
    expect(first).toMatchObject({ tag: 'target', shape: 'changed', class: 'substance' })
    expect(first?.targets.map((index) => model.comparison.targets[index]?.change)).toEqual(['lowered'])
  })

  test('a comma alone is punctuation and hidden by default', () => {
    expect(model.items.map((item) => item.class)).toContain('punctuation')
    expect(shownItems(model, DEFAULT_FILTERS).map((item) => item.class)).not.toContain('punctuation')
    expect(shownItems(model, { ...DEFAULT_FILTERS, punctuation: true })).toHaveLength(model.items.length)
  })

  test('a new paragraph is tagged 增', () => {
    expect(model.items.map((item) => item.tag)).toEqual(['target', 'changed', 'inserted'])
  })

  test('counts do not depend on what is shown', () => {
    expect(model.counts).toMatchObject({ targets: 1, punctuation: 1, substance: 2 })
  })

  test('a changed target keeps its row when its class is switched off', () => {
    const only = { ...DEFAULT_FILTERS, substance: false, wording: false }
    expect(shownItems(model, only).map((item) => item.tag)).toEqual(['target'])
    expect(shownItems(model, { ...only, targets: false })).toEqual([])
  })

  test('equal texts have no changes', () => {
    expect(toViewModel(compareTexts(LEFT, LEFT)).items).toEqual([])
  })
})
