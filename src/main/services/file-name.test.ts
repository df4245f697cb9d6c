import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName, safeFullName } from './file-name.ts'

describe('a file name every system takes', () => {
  test.each([
    ['临江市“十五五”规划（征求意见稿）', '临江市“十五五”规划（征求意见稿）.docx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.docx'],
    ['规划\n纲要\t稿', '规划 纲要 稿.docx'],
    ['..隐藏..', '隐藏.docx'],
    ['CON', '_CON.docx'],
    ['nul.备份', '_nul.备份.docx'],
    ['', '未命名.docx'],
    ['\u202e倒序', '倒序.docx'],
    ['\ud83d半个', '半个.docx'],
  ])('%j → %s', (stem, name) => {
    expect(safeFileName(stem, 'docx')).toBe(name)
  })

  test('keeps the extension of a full name', () => {
    expect(safeFullName('规划：对照?.docx')).toBe('规划：对照.docx')
    expect(safeFullName('没有扩展名')).toBe('没有扩展名.txt')
  })

  test('for all titles: short, well-formed, without a sign that Windows refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (stem) => {
        const name = safeFileName(stem, 'html')
        expect(name).toMatch(/^[^\\/:*?"<>|\p{C}]*[^\\/:*?"<>|\p{C} .]\.html$/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(106)
      }),
    )
  })
})
