import { expect, test } from 'vitest'
import { dropReason, dropReasons } from './drop-reasons.ts'

const furniture = { code: 'page-furniture', count: 3, dropped: 5, samples: ['— 3 —', '望江日报　第 3 版'] }
const contents = { code: 'table-of-contents', count: 9, dropped: 80, samples: ['目 录'] }
const web = { code: 'web-page', count: 2, dropped: 30, samples: ['首页 > 政务公开 > 规划计划 > 综合规划，打印本页关…'] }
const joined = { code: 'joined-lines', count: 20 }

test('the only step that dropped anything is the reason', () => {
  expect(dropReason('任何一行', [joined, furniture])).toBe('page-furniture')
  expect(dropReason('任何一行', [joined])).toBe(null)
})

test('a line that stands among the samples of a step, cut ones too', () => {
  expect(dropReason('望江日报 第3版', [furniture, web])).toBe('page-furniture')
  expect(dropReason('首页 > 政务公开 > 规划计划 > 综合规划，打印本页关闭窗口', [furniture, web])).toBe('web-page')
})

test('a line that looks like what a step takes out', () => {
  expect(dropReason('第一章 发展基础..........12', [furniture, contents])).toBe('table-of-contents')
  expect(dropReason('- 14 -', [furniture, contents])).toBe('page-furniture')
  expect(dropReason('责任编辑：某某', [furniture, contents])).toBe(null)
})

test('an unexplained line among explained ones shares their reason', () => {
  const log = [furniture, contents]
  expect(dropReasons(['第一章', '第一节......3', '第二节'], log)).toEqual(Array(3).fill('table-of-contents'))
})
