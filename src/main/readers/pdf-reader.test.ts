import { describe, expect, it } from 'vitest'
import { makePdf, type PageToMake, type Print, type Stroke, setLines } from './pdf/make-pdf.test-helper.ts'
import { readPdf } from './pdf-reader.ts'

const read = (pages: readonly PageToMake[]) => readPdf(makePdf(pages), 'a.pdf')
const texts = async (pages: readonly PageToMake[]) => (await read(pages)).lines.map((line) => line.text)
const error = (code: string) => expect.objectContaining({ code })

/** A paragraph in lines of the width given. */
function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []
}

const PARAGRAPH =
  '全市坚持以项目建设为抓手，统筹推进产业集聚、城乡融合和民生改善，主要指标保持在合理区间，发展质量稳步提升。下一阶段，要把稳增长摆在更加突出的位置，分解任务、压实责任、按月调度，确保各项目标如期完成。'

describe('readPdf', () => {
  it('reads Chinese text through the character maps that ship with the app', async () => {
    const lines = wrap(`　　${PARAGRAPH}`, 30)
    const raw = await read([
      {
        prints: setLines(
          lines.map((line) => line.trim()),
          80,
          760,
        ).map((print, index) => (index === 0 ? { ...print, x: 104 } : print)),
      },
    ])
    expect(raw.format).toBe('pdf')
    expect(raw.structured).toBe(false)
    expect(raw.lines.map((line) => line.text)).toEqual(lines)
  })

  it('drops running heads and page numbers that repeat at one place, and no others', async () => {
    const page = (number: number): PageToMake => ({
      prints: [
        { text: '清川市规划文本', x: 250, y: 800, size: 9 },
        ...setLines([`第${number}段`, ...wrap(PARAGRAPH.slice(number * 5), 30)], 80, 760),
        { text: `— ${number} —`, x: 280, y: 40 },
      ],
    })
    const raw = await read([page(4), page(5), page(6)])
    expect(raw.dropped.filter((piece) => piece.reason === 'page-number').map((piece) => piece.text)).toEqual([
      '— 4 —',
      '— 5 —',
      '— 6 —',
    ])
    expect(raw.dropped.filter((piece) => piece.reason === 'header-footer')).toHaveLength(3)
    expect(raw.lines.filter((line) => line.text.startsWith('第'))).toHaveLength(3)
  })

  it('keeps the last lines of paragraphs that end alike at the foot of several pages', async () => {
    const ending = '落实到位，确保按期完成。'
    const page = (number: number): PageToMake => ({
      prints: setLines([`第${number}项任务由牵头单位负责，`, ending], 80, 760),
    })
    const raw = await read([page(1), page(2), page(3), page(4)])
    expect(raw.dropped).toEqual([])
    expect(raw.lines.filter((line) => line.text.includes('确保按期完成'))).toHaveLength(4)
  })

  it('reads one column after the other, below a title across both', async () => {
    const [left, right] = [wrap(PARAGRAPH, 16), wrap(PARAGRAPH.replaceAll('全市', '各区'), 16)]
    const prints = [{ text: '关于二〇二九年全市重点工作情况的报告', x: 140, y: 800, size: 18 }]
    const rows = left.flatMap((text, index): Print[] => [
      { text, x: 60, y: 760 - index * 20 },
      { text: right[index] ?? '', x: 310, y: 757 - index * 20 },
    ])
    const found = (await texts([{ prints: [...prints, ...rows] }]))
      .map((text) => text.trim())
      .filter((text) => text !== '')
    expect(found).toEqual(['关于二〇二九年全市重点工作情况的报告', ...left, ...right])
  })

  it('reads a ruled table row by row, with wrapped and merged cells', async () => {
    const strokes: Stroke[] = [
      ...[700, 660, 620, 580].map((y): Stroke => [60, y, 360, y]),
      ...[60, 160, 260, 360].map((x): Stroke => [x, 580, x, 700]),
    ].map((stroke): Stroke => (stroke[1] === 620 && stroke[3] === 620 ? [160, 620, 360, 620] : stroke))
    const prints: Print[] = [
      { text: '类别', x: 65, y: 680 },
      { text: '指标', x: 165, y: 680 },
      { text: '目标', x: 265, y: 680 },
      { text: '经济', x: 65, y: 640 },
      { text: '规上工业增加', x: 165, y: 645 },
      { text: '值增速', x: 165, y: 628 },
      { text: '6%以上', x: 265, y: 640 },
      { text: '研发经费占比', x: 165, y: 600 },
      { text: '3%', x: 265, y: 600 },
    ]
    const raw = await read([{ prints: [...setLines([PARAGRAPH.slice(0, 30)], 60, 760), ...prints], strokes }])
    expect(raw.lines.filter((line) => line.kind === 'table-row').map((line) => line.text)).toEqual([
      '类别 | 指标 | 目标',
      '经济 | 规上工业增加值增速 | 6%以上',
      ' | 研发经费占比 | 3%',
    ])
  })

  it('parts a figure from the words of a cell that fill it to the ruled line', async () => {
    const strokes: Stroke[] = [
      ...[700, 660, 620].map((y): Stroke => [60, y, 360, y]),
      ...[60, 160, 260, 360].map((x): Stroke => [x, 620, x, 700]),
    ]
    const prints: Print[] = [
      ...['指标', '基期', '目标'].map((text, index) => ({ text, x: 65 + index * 100, y: 680 })),
      { text: '农田灌溉用水系数 0.572', x: 62, y: 640 },
      { text: '0.585', x: 265, y: 640 },
    ]
    const raw = await read([{ prints: [...setLines([PARAGRAPH.slice(0, 30)], 60, 760), ...prints], strokes }])
    expect(raw.lines.filter((line) => line.kind === 'table-row').map((line) => line.text)).toEqual([
      '指标 | 基期 | 目标',
      '农田灌溉用水系数 | 0.572 | 0.585',
    ])
  })

  it('reads cells below each other as table rows also without ruled lines', async () => {
    const row = (cells: readonly string[], y: number) => cells.map((text, index) => ({ text, x: 60 + index * 140, y }))
    const prints = [
      ...setLines(wrap(PARAGRAPH, 30), 60, 760),
      ...row(['指标', '单位', '目标'], 600),
      ...row(['粮食产量', '万吨', '32'], 580),
      ...row(['森林覆盖率', '%', '58.5'], 560),
    ]
    const raw = await read([{ prints }])
    expect(raw.lines.filter((line) => line.kind === 'table-row').map((line) => line.text)).toEqual([
      '指标 | 单位 | 目标',
      '粮食产量 | 万吨 | 32',
      '森林覆盖率 | % | 58.5',
    ])
  })

  it('keeps raised signs in their line, reads shadowed type once and turns landscape pages', async () => {
    const prints = [
      { text: '空气优良天数比例达到', x: 60, y: 700 },
      { text: '①', x: 180, y: 705.8, size: 7 },
      { text: '九成以上。', x: 187, y: 700 },
      ...[0, 0.3].map((shift) => ({ text: '专栏一', x: 60 + shift, y: 740 })),
      ...setLines(wrap(PARAGRAPH, 30), 60, 660),
    ]
    expect((await texts([{ prints }])).slice(0, 3)).toEqual(['专栏一', '', '空气优良天数比例达到①九成以上。'])
    const turned = wrap(PARAGRAPH, 30).map((text, index) => ({ text, x: 100 + index * 20, y: 60, turn: 90 }))
    expect(await texts([{ prints: turned, rotate: 90 }])).toEqual(wrap(PARAGRAPH, 30))
  })

  it('counts a watermark across the page as dropped', async () => {
    const raw = await read([
      {
        prints: [...setLines(wrap(PARAGRAPH, 30), 60, 760), { text: '征求意见稿', x: 100, y: 300, size: 60, turn: 45 }],
      },
    ])
    expect(raw.dropped).toEqual([{ reason: 'watermark', text: '征求意见稿' }])
  })

  it('moves a footnote behind the paragraph that runs on to the next page', async () => {
    const lines = wrap(PARAGRAPH, 30)
    const first = [...setLines(lines.slice(0, 3), 60, 200), { text: '① 按可比价格计算。', x: 60, y: 60, size: 8 }]
    const second = [...setLines(lines.slice(3), 60, 780), ...setLines([`其次，${PARAGRAPH.slice(0, 20)}`], 84, 700)]
    const raw = await read([{ prints: first }, { prints: second }])
    const note = raw.lines.findIndex((line) => line.kind === 'note')
    expect(raw.lines[note]?.text).toBe('① 按可比价格计算。')
    expect(
      raw.lines
        .slice(0, note)
        .map((line) => line.text)
        .filter((text) => text !== ''),
    ).toEqual(lines)
  })

  it('joins a heading that was broken in larger type', async () => {
    const prints = [
      { text: '清川市国民经济和社会发展', x: 160, y: 800, size: 22 },
      { text: '第十五个五年规划纲要', x: 180, y: 770, size: 22 },
      ...setLines(wrap(PARAGRAPH, 36), 60, 700),
    ]
    expect((await texts([{ prints }]))[0]?.trim()).toBe('清川市国民经济和社会发展第十五个五年规划纲要')
  })

  it('writes radicals and ligatures as the characters they show', async () => {
    const raw = await readPdf(makePdf([{ prints: setLines(['⼯业增加值', ...wrap(PARAGRAPH, 30)], 60, 760) }]), 'a.pdf')
    expect(raw.lines.map((line) => line.text).join('')).not.toContain('⼯')
  })

  it('refuses scans, fonts without a map, passwords and damage, each with its reason', async () => {
    await expect(readPdf(makePdf([{ prints: [] }, { prints: [] }]), 'a.pdf')).rejects.toThrow(error('file-no-text'))
    const glyphs = makePdf(
      [
        {
          prints: setLines(
            Array.from({ length: 20 }, () => '\u0c01\u0d02\u0e33\u1004\u1105\u1206\u1307'),
            60,
            760,
          ),
        },
      ],
      { font: 'glyphs' },
    )
    await expect(readPdf(glyphs, 'a.pdf')).rejects.toThrow(error('file-no-text'))
    await expect(readPdf(makePdf([{ prints: [] }], { encrypted: true }), 'a.pdf')).rejects.toThrow(
      error('file-encrypted'),
    )
    await expect(readPdf(Buffer.from('%PDF-1.4\nnothing'), 'a.pdf')).rejects.toThrow(error('file-damaged'))
  })

  it('names pages without text', async () => {
    const raw = await read([{ prints: setLines(wrap(PARAGRAPH, 30), 60, 760) }, { prints: [] }])
    expect(raw.warnings).toEqual([
      expect.objectContaining({ code: 'pages-without-text', message: expect.stringContaining('第 2 页') }),
    ])
  })

  it('tells its progress and can be cancelled, and leaves the bytes as they are', async () => {
    const bytes = makePdf([1, 2, 3].map(() => ({ prints: setLines(wrap(PARAGRAPH, 30), 60, 760) })))
    const before = Buffer.from(bytes)
    const seen: string[] = []
    await readPdf(bytes, 'a.pdf', { onProgress: (done, total) => seen.push(`${done}/${total}`) })
    expect(seen).toEqual(['1/3', '2/3', '3/3'])
    expect(before.equals(bytes)).toBe(true)
    const abort = new AbortController()
    const reading = readPdf(bytes, 'a.pdf', { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(reading).rejects.toThrow(error('cancelled'))
  })
})
