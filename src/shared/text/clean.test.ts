import { describe, expect, it } from 'vitest'
import { CLEANING_STEPS, clean } from './clean.ts'
import { REPORT, rawText, setInLines } from './raw-text.test-helper.ts'

const compact = (text: string) => text.replace(/\s/g, '')

describe('a text broken at a width', () => {
  const columns = (lines: readonly string[]) =>
    lines.map((line, index) => (index % 7 === 3 ? line : `${line}\n`)).join('\n')

  it('is read back from a newspaper column whose indents were lost', () => {
    const result = clean(rawText(columns(setInLines(REPORT, 16, ''))))
    expect(result.text.split('\n')).toEqual(REPORT)
    expect(result.log.accounted).toBe(true)
    expect(result.log.steps.map((step) => step.code)).toEqual(['joined-lines'])
  })

  it('is read back from pages with indents and page lines', () => {
    const lines = setInLines(REPORT, 28, '　　').flatMap((line, index) =>
      index % 12 === 11 ? [line, `— ${index} —`] : [line],
    )
    const result = clean(rawText(lines.join('\n')))
    expect(result.text.split('\n')).toEqual(REPORT)
    expect(result.log.steps.find((step) => step.code === 'page-furniture')?.samples?.[0]).toBe('— 11 —')
  })

  it('says which source lines each paragraph came from', () => {
    const lines = setInLines(REPORT, 28, '　　')
    const { origins, text } = clean(rawText(lines.join('\n')))
    text.split('\n').forEach((paragraph, index) => {
      const { from, to } = origins[index] ?? { from: 0, to: 0 }
      expect(compact(lines.slice(from, to).join(''))).toBe(compact(paragraph))
    })
  })

  it('keeps a heading apart from its paragraph and a run-in heading with it', () => {
    const paragraphs = [
      ...REPORT.slice(0, 3),
      '（一）锚定开放发展。推进综合保税区建设，全年进出口总额达到210亿元，实际利用外资1.8亿美元，开行国际班列120列，让内陆城市成为开放前沿。',
      ...REPORT.slice(5),
    ]
    const result = clean(rawText(columns(setInLines(paragraphs, 16, ''))))
    expect(result.text.split('\n')).toEqual(paragraphs)
  })
})

describe('a text with one paragraph a line', () => {
  it('comes through unchanged', () => {
    const text = [
      '云溪市人民政府工作报告',
      '——2025年1月16日在云溪市第七届人民代表大会第四次会议上',
      '云溪市市长　李 强',
      '各位代表：',
      ...REPORT,
      '2024 年 3 月 4 日，第 5 批 12 个项目开工，G60 沿线 3 个园区投用',
      '第一章 总 则',
      '指标 | 2024年 | 2025年',
    ].join('\n')
    const result = clean(rawText(text))
    expect(result.text).toBe(text)
    expect(result.log.steps).toEqual([])
  })

  it('only loses the blanks at the ends of its lines', () => {
    const result = clean(rawText(`  ${REPORT[1]}  \n\n　　${REPORT[4]}\n`))
    expect(result.text).toBe(`${REPORT[1]}\n${REPORT[4]}`)
  })

  it('of 100 000 characters takes no longer than half a second', () => {
    const text = Array.from({ length: 160 }, (_, index) => REPORT.map((line) => `${line}${index}`).join('\n')).join(
      '\n',
    )
    expect(text.length).toBeGreaterThan(100_000)
    clean(rawText(REPORT.join('\n')))
    const started = performance.now()
    const result = clean(rawText(text))
    expect(performance.now() - started).toBeLessThan(500)
    expect(result.text).toBe(text)
  })
})

describe('the cleaning log', () => {
  it('accounts for every character that is not in the text', () => {
    const { log } = clean(rawText(['第一页', '— 1 —', `${REPORT[1]}&nbsp;`, '\u200b'].join('\n')))
    expect(log.characters.in).toBe(log.characters.out + log.characters.dropped)
    expect(log.characters.dropped).toBe(3 + 6 + 1)
    expect(log.accounted).toBe(true)
  })

  it('lists what the reader left out by its reason', () => {
    const dropped = [
      { reason: 'header-footer', text: '云溪市文件' },
      { reason: 'header-footer', text: '第1页' },
    ]
    const { log } = clean({ ...rawText('正文一段。'), dropped })
    expect(log.steps).toEqual([{ code: 'header-footer', count: 2, dropped: 8, samples: ['云溪市文件', '第1页'] }])
    expect(log.characters).toEqual({ in: 13, out: 5, dropped: 8 })
  })

  it('names every step once, and each can be switched off', () => {
    expect(new Set(CLEANING_STEPS).size).toBe(CLEANING_STEPS.length)
    const lines = setInLines(REPORT, 16, '').join('\n')
    expect(clean(rawText(lines), { disabled: CLEANING_STEPS }).text).toBe(lines)
    expect(clean(rawText(lines), { disabled: ['joined-lines'] }).text).toBe(lines)
  })
})

describe('a text that breaks off', () => {
  it.each(['（下转 4 版）', '（下接第三版）', '(下转第A2版)', '（未完待续）'])(
    'is reported with its place: %s',
    (mark) => {
      const { text, warnings } = clean(rawText(`${REPORT[1]}\n${mark}`))
      expect(warnings.map(({ code, start, end }) => ({ code, mark: text.slice(start, end) }))).toEqual([
        { code: 'truncated', mark },
      ])
    },
  )

  it('is not seen where a report speaks of the next edition', () => {
    expect(clean(rawText('做好规划下转化工作，推动3版图纸落地。')).warnings).toEqual([])
  })
})
