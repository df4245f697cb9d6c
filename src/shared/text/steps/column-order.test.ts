import { describe, expect, it } from 'vitest'
import { textWidth } from '../characters.ts'
import { clean } from '../clean.ts'
import { REPORT, rawText, setInLines } from '../raw-text.test-helper.ts'

const LONG = [...REPORT, ...REPORT.map((line) => line.replace('今年', '明年')), ...REPORT]
const cleaned = (lines: readonly string[]) => clean(rawText(lines.join('\n')))

/** Sets lines in two columns of so many rows a page, side by side. */
function beside(lines: readonly string[], rows: number, edge: number): string[][] {
  const pages: string[][] = []
  for (let start = 0; start < lines.length; start += rows * 2) {
    const [left, right] = [lines.slice(start, start + rows), lines.slice(start + rows, start + rows * 2)]
    pages.push(left.map((line, row) => line + ' '.repeat(edge - textWidth(line)) + (right[row] ?? '')))
  }
  return pages
}

describe('column-order', () => {
  const lines = setInLines(LONG, 18, '　　')

  it('reads the left column of a page before the right one', () => {
    const pages = beside(lines, 20, 40)
    const text = pages.flatMap((page, index) => [
      '',
      `              云溪市人民政府公报`,
      '',
      ...page,
      '',
      `${' '.repeat(38)}${index + 1}`,
    ])
    const result = cleaned(text)
    expect(result.text.split('\n')).toEqual(LONG)
    expect(result.log.accounted).toBe(true)
    expect(result.log.steps[0]?.code).toBe('column-order')
  })

  it('reads three columns', () => {
    const narrow = setInLines(LONG, 14, '　　')
    const rows = Math.ceil(narrow.length / 3)
    const row = (at: number) =>
      [0, 1, 2]
        .map((column) => narrow[column * rows + at] ?? '')
        .reduce((set, piece, column) => set + ' '.repeat(Math.max(0, column * 32 - textWidth(set))) + piece)
    expect(cleaned(Array.from({ length: rows }, (_, at) => row(at))).text.split('\n')).toEqual(LONG)
  })

  it('keeps a title that runs across both columns above them', () => {
    const title = '云溪市国民经济和社会发展第十五个五年规划纲要（征求意见稿）'
    const [page = []] = beside(lines, Math.ceil(lines.length / 2), 40)
    expect(cleaned([`        ${title}`, '', ...page]).text.split('\n')).toEqual([title, ...LONG])
  })

  it('leaves tables and names set apart alone', () => {
    const table = Array.from({ length: 20 }, (_, row) => `重点项目${row}号          云溪区          ${row}亿元`)
    const names = ['云溪市市长          李明', '主任          王晓东', '办公室          电话', ...REPORT]
    for (const each of [table, names]) {
      const { text, log } = cleaned(each)
      expect(text.split('\n')).toEqual(each)
      expect(log.steps.map((step) => step.code)).not.toContain('column-order')
    }
  })
})
