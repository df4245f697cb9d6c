import { expect, test } from 'vitest'
import { clean } from '../../../../shared/text/clean.ts'
import { type PreviewInput, previewGroups, previewRow } from './preview-rows.ts'

const previewRows = (input: PreviewInput) => previewGroups(input).map((group) => previewRow(input.rawLines, group))

const shape = (input: Omit<PreviewInput, 'blocks'>) =>
  previewRows({ ...input, blocks: [] }).map(({ raw, clean }) => [
    raw.map(({ fate }) => fate).join(' '),
    clean.map(({ text }) => text).join('/'),
  ])

test('source lines stand beside what they became; dropped ones make rows of their own', () => {
  const rows = shape({
    rawLines: ['清川日报 第3版', '今后五年的主要', '目标是：', '', '一、总体要求'],
    text: '今后五年的主要目标是：\n一、总体要求',
    origins: [
      { from: 1, to: 3 },
      { from: 4, to: 5 },
    ],
  })
  expect(rows).toEqual([
    ['dropped', ''],
    ['joined ends', '今后五年的主要目标是：'],
    ['blank', ''],
    ['ends', '一、总体要求'],
  ])
})

test('a heading split from its sentence shares the row of its source line', () => {
  const rows = shape({
    rawLines: ['一、主要目标 今后五年要做好以下工作。'],
    text: '一、主要目标\n今后五年要做好以下工作。',
    origins: [
      { from: 0, to: 1 },
      { from: 0, to: 1 },
    ],
  })
  expect(rows).toEqual([['ends', '一、主要目标/今后五年要做好以下工作。']])
})

test('two columns on the same lines stand beside what was read of them, without marks that would be wrong', () => {
  const input = {
    rawLines: [
      '全县经济运行平稳，工业增速    要加快农村饮水改造，落实管护',
      '保持在合理区间。              责任，确保年底前完成。',
    ],
    text: '全县经济运行平稳，工业增速保持在合理区间。\n要加快农村饮水改造，落实管护责任，确保年底前完成。',
    origins: [
      { from: 0, to: 2 },
      { from: 0, to: 2 },
    ],
  }
  const [row] = previewRows({ ...input, blocks: [] })
  expect(row?.raw.map(({ fate, removed }) => [fate, removed])).toEqual([
    ['ends', []],
    ['ends', []],
  ])
  expect(row?.clean).toHaveLength(2)
})

test('a text of which nothing is left is one row of dropped lines', () => {
  expect(shape({ rawLines: ['— 1 —', '— 2 —'], text: '', origins: [] })).toEqual([['dropped dropped', '']])
})

test('every source line and every clean line stands in exactly one row', () => {
  const rawLines = [
    '　　坚持以人民为中心的发展思想，全面',
    '',
    '推进共同富裕。',
    '',
    '— 2 —',
    '',
    '　　——居民收入稳步提高，',
    '人均可支配收入突破七万元。',
  ]
  const { text, origins } = clean({
    format: 'txt',
    structured: false,
    lines: rawLines.map((line) => ({ text: line })),
    dropped: [],
    warnings: [],
  })
  const rows = previewRows({ rawLines, text, origins, blocks: [] })
  expect(rows.flatMap(({ raw }) => raw.map(({ index }) => index))).toEqual(rawLines.map((_, index) => index))
  expect(rows.flatMap((row) => row.clean.map((line) => line.text)).join('\n')).toBe(text)
})
