import { describe, expect, it } from 'vitest'
import type { Fragment } from './fragment.ts'
import { layOut } from './page-layout.ts'
import { toRows } from './rows.ts'
import { setLines } from './set-lines.ts'

const SENTENCE = '全市坚持以项目建设为抓手统筹推进产业集聚城乡融合和民生改善主要指标保持在合理区间'

/** Text in letters of 12 points. */
const put = (text: string, x: number, y: number, size = 12): Fragment => ({
  text,
  x,
  y,
  size,
  width: Array.from(text).reduce((sum, char) => sum + (char < '\u0100' ? 0.5 : 1), 0) * size,
})
/** Cells beside each other: text and where it begins. */
const row = (y: number, ...cells: readonly (readonly [string, number])[]) => cells.map(([text, x]) => put(text, x, y))
/** Full lines of 30 characters from a height down. */
const prose = (count: number, top: number, x = 60, length = 30) =>
  Array.from({ length: count }, (_, index) => put(SENTENCE.slice(index % 8, (index % 8) + length), x, top - index * 20))
const textsOf = (pages: readonly (readonly Fragment[])[]) => setLines(pages.map(toRows)).lines.map((line) => line.text)

/** The ruled lines of a table with these edges. */
const grid = (columns: readonly number[], rows: readonly number[]) => ({
  horizontal: rows.map((at) => ({ at, from: Math.min(...columns), to: Math.max(...columns) })),
  vertical: columns.map((at) => ({ at, from: Math.min(...rows), to: Math.max(...rows) })),
})

describe('a ruled table on two pages', () => {
  const COLUMNS = [60, 120, 222, 322]
  const first = [
    ...row(120, ['项目', 62], ['内容', 124], ['单位', 226]),
    ...row(80, ['工程一', 62], ['新建骨干管网三十', 124], ['水务局', 226]),
  ]
  const page = (fragments: readonly Fragment[], rows: readonly number[]) => layOut(fragments, grid(COLUMNS, rows))

  it('has a row that was broken there in one piece', () => {
    const second = [put('公里。', 124, 780), put('工程二', 62, 740), put('植树。', 124, 740), put('林业局', 226, 740)]
    const { lines } = setLines([page(first, [140, 100, 60]), page(second, [800, 760, 720])])
    expect(lines.map((line) => line.text)).toEqual([
      '项目 | 内容 | 单位',
      '工程一 | 新建骨干管网三十公里。 | 水务局',
      '工程二 | 植树。 | 林业局',
    ])
  })

  it('has its head once, and the second head is said to be repeated', () => {
    const second = [
      ...row(780, ['项目', 62], ['内容', 124], ['单位', 226]),
      ...row(740, ['工程二', 62], ['植树。', 124], ['林业局', 226]),
    ]
    const { lines, repeated } = setLines([page(first, [140, 100, 60]), page(second, [800, 760, 720])])
    expect(lines).toHaveLength(3)
    expect(repeated).toEqual(['项目 | 内容 | 单位'])
  })

  it('keeps a row whose first cell is merged with the one above apart from it', () => {
    const figures = [put('经济', 62, 80), put('产值', 124, 80), put('115', 226, 80)]
    const second = [put('财政收入', 124, 780), put('130', 226, 780)]
    const { lines } = setLines([page(figures, [100, 60]), page(second, [800, 760])])
    expect(lines.map((line) => line.text)).toEqual(['经济 | 产值 | 115', ' | 财政收入 | 130'])
  })
})

describe('a table without ruled lines', () => {
  it('has cells of several lines, and cells that stand close', () => {
    const fragments = [
      ...row(700, ['序号', 60], ['指标', 120], ['目标', 260]),
      ...row(680, ['1', 60], ['规模以上工业增加值年均', 120], ['6%', 260]),
      ...row(662, ['增速', 120]),
      ...row(644, ['2', 60], ['森林覆盖率', 120], ['58%', 260]),
      ...row(626, ['3', 60], ['粮食产量', 120], ['32', 260]),
    ]
    expect(textsOf([fragments])).toEqual([
      '序号 | 指标 | 目标',
      '1 | 规模以上工业增加值年均增速 | 6%',
      '2 | 森林覆盖率 | 58%',
      '3 | 粮食产量 | 32',
    ])
  })

  it('goes on with its last row on the next page', () => {
    const work = (number: string, text: string, y: number) => [
      put(number, 60, y),
      put(text, 120, y),
      put('市直部门', 320, y),
    ]
    const first = [
      ...work('1', '建设水库三座。', 140),
      ...work('2', '改造老旧小区。', 120),
      ...work('3', '新建骨干管网三十六公里', 100),
    ]
    expect(textsOf([first, [put('并配套建设泵站。', 120, 780), ...prose(3, 700)]])).toContain(
      '3 | 新建骨干管网三十六公里并配套建设泵站。 | 市直部门',
    )
  })
})

describe('a table without ruled lines on two pages', () => {
  it('takes up a row that stands alone there', () => {
    const first = [
      ...row(140, ['指标', 60], ['目标', 200]),
      ...row(120, ['产值', 60], ['六成', 200]),
      ...row(100, ['财政', 60], ['三成', 200]),
    ]
    const { lines } = setLines([toRows(first), toRows([...row(780, ['就业', 60], ['五万', 200]), ...prose(3, 700)])])
    expect(lines.filter((line) => line.kind === 'table-row').map((line) => line.text)).toEqual([
      '指标 | 目标',
      '产值 | 六成',
      '财政 | 三成',
      '就业 | 五万',
    ])
  })
})

describe('footnotes', () => {
  const reference = { ...put('1', 420, 684, 6) }

  it('stand after the paragraph that refers to them, and the mark is taken out', () => {
    const page = [
      ...prose(1, 700),
      put('比重达到三成', 60, 680),
      { ...reference, x: 132 },
      put('以上。', 136, 680),
      ...prose(2, 640, 84, 28),
      put('1', 60, 103.8, 6),
      put('按可比价格计算。', 64, 100, 9),
    ]
    const { lines, marks } = setLines([toRows(page)])
    const texts = lines.map((line) => line.text).filter((text) => text !== '')
    expect(texts[1]).toBe('比重达到三成以上。')
    expect(lines.findIndex((line) => line.kind === 'note')).toBeLessThan(
      lines.findIndex((line) => line.text.startsWith('\u3000')),
    )
    expect(lines.filter((line) => line.kind === 'note').map((line) => line.text)).toEqual(['1按可比价格计算。'])
    expect(marks).toEqual(['1'])
  })

  it('leave raised figures alone that are no marks', () => {
    const page = [
      ...prose(2, 700),
      put('新增建筑面积三万m', 60, 660),
      put('1', 166, 664, 6),
      put('1 按可比价格计算。', 60, 100, 9),
    ]
    expect(setLines([toRows(page)]).marks).toEqual([])
  })

  it('stand below each column of a page in columns', () => {
    const left = [...prose(8, 700, 60, 16), put('1 口径一致。', 60, 500, 9)]
    const right = [...prose(10, 700, 300, 16)]
    const { lines } = setLines([toRows([...left, ...right])])
    expect(lines.at(-1)).toEqual({ text: '1 口径一致。', kind: 'note' })
    expect(lines).toHaveLength(19)
  })
})

describe('the room on a line', () => {
  it('is measured against the edge that the lines of a justified column share', () => {
    const page = [...prose(7, 700), put('到此为止。', 60, 560)]
    expect(setLines([toRows(page)]).lines.map((line) => line.room)).toEqual([0, 0, 0, 0, 0, 0, 0, 25])
  })

  it('is not known where lines end anywhere', () => {
    const page = Array.from({ length: 8 }, (_, index) => put(SENTENCE.slice(0, 20 + index), 60, 700 - index * 20))
    expect(setLines([toRows(page)]).lines.every((line) => line.room === undefined)).toBe(true)
  })
})

describe('columns', () => {
  it('are read one after the other also where one of them is a list of short lines', () => {
    const full = [...prose(12, 700, 60, 16), ...prose(12, 700, 300, 16)]
    const short = ['水利', '交通', '能源', '林业', '农业', '教育'].map((text, index) => put(text, 60, 700 - index * 20))
    const second = [...short, ...prose(12, 700, 300, 16)]
    const texts = textsOf([full, second])
    expect(texts.slice(24, 30)).toEqual(['水利', '交通', '能源', '林业', '农业', '教育'])
  })
})
