import { describe, expect, test } from 'vitest'
import { clean } from './clean.ts'
import { CUTTING_STEPS, type CutText, haveCommonLines } from './common-lines.ts'
import { rawText } from './raw-text.test-helper.ts'

/** A plan whose headings stand on the line of their text. */
const GLUED = [
  '第一节　稳定粮食生产　　落实最严格的耕地保护制度，建设高标准农田三十万亩，粮食综合生产能力稳步提高到一百二十万吨',
  '推广优良品种和适用技术，农作物耕种收综合机械化率达到百分之八十五以上',
  '第二节　培育骨干企业　　支持龙头企业牵头组建创新联合体，推动产业链上下游协同，新增科技型中小企业二百家',
  '建成中试基地六个，技术合同成交额年均增长百分之十二',
]

function read(lines: readonly string[]): CutText {
  const raw = rawText(lines.join('\n'))
  return { whole: clean(raw, { disabled: CUTTING_STEPS }).text, cut: clean(raw).text }
}

describe('common lines', () => {
  const glued = read(GLUED)
  test('one text has its headings cut off their text', () => {
    expect(glued.cut.split('\n')).toHaveLength(6)
    expect(glued.whole.split('\n')).toEqual(GLUED)
  })
  test('two states of a text that are written alike have them, also where every line was edited', () => {
    const edited = GLUED.map((line) => line.replace(/，/, '，加快'))
    expect(haveCommonLines(glued, read(edited))).toBe(true)
    expect(haveCommonLines(glued, read(GLUED.toSpliced(2, 1)))).toBe(true)
  })
  test('a text whose headings stand on lines of their own has other lines', () => {
    const parted = GLUED.flatMap((line) => line.split('　　'))
    expect(haveCommonLines(glued, read(parted))).toBe(false)
  })
  test('a line that holds whole chapters is cut whatever stands beside it', () => {
    const body = '统筹推进城乡供水一体化，完成老旧管网改造八十公里。'.repeat(30)
    const chapters = ['一、工作回顾', '二、总体要求', '三、重点任务', '四、保障措施']
      .map((heading) => `${heading}${body}`)
      .join('')
    const long = read([...GLUED, ...GLUED, chapters])
    expect(long.cut).not.toBe(long.whole)
    expect(haveCommonLines(long, long)).toBe(false)
  })
})
