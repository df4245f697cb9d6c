import { describe, expect, it } from 'vitest'
import { parseOutline } from './parse.ts'

const BODY = '坚持稳中求进工作总基调，着力扩大内需、优化结构、提振信心，推动经济实现质的有效提升和量的合理增长。'

/** The headings of a text with their levels; ¶ stands for a paragraph. */
function headings(lines: string): string {
  const text = lines.replaceAll('¶', BODY).replaceAll(' / ', '\n')
  const found = parseOutline(text).filter((block) => block.kind === 'heading')
  return found.map((block) => `${block.level}${text.slice(block.start, block.end)}`).join(' ')
}

describe('levels', () => {
  it.each([
    [
      '1. stands under （一）, with or without 一、',
      '（一）目标 / 1.工业 / ¶ / 2.农业 / ¶',
      '1（一）目标 21.工业 22.农业',
    ],
    [
      'a box does not push the numbers beside it down',
      '一、任务 / （一）治水 / 1.原则 / ¶ / 专栏1 工程 / ¶ / （二）治气 / 2.目标 / ¶',
      '1一、任务 2（一）治水 31.原则 3专栏1 工程 2（二）治气 32.目标',
    ],
    [
      'an attachment has its own levels, and leaves those of the body',
      '一、目标 / ¶ / 二、措施 / ¶ / 附件1　任务分工 / 一、工业 / ¶',
      '1一、目标 1二、措施 1附件1　任务分工 2一、工业',
    ],
    ['1.1 below 一、', '一、总则 / 1.1 目的 / ¶ / 1.2 依据 / ¶', '1一、总则 21.1 目的 21.2 依据'],
    ['1.1 below 1.', '1.总则 / 1.1 目的 / ¶ / 2.职责 / 2.1 领导 / ¶', '11.总则 21.1 目的 12.职责 22.1 领导'],
    [
      'a bare number above 1.1, and one that counts on',
      '1 总则 / 1.1 目的 / ¶ / 2 职责 / 2.1 领导 / ¶ / 3 附则 / ¶',
      '11 总则 21.1 目的 12 职责 22.1 领导 13 附则',
    ],
    [
      'years that divide a report stand above its numbers',
      '2024年工作回顾 / ¶ / （一）工业 / ¶ / 2025年工作安排 / ¶ / （一）农业 / ¶',
      '12024年工作回顾 2（一）工业 12025年工作安排 2（一）农业',
    ],
    [
      'a heading between two numbers stands below the first',
      '一、成绩 / ¶ / 主要经验 / ¶ / 二、任务 / ¶',
      '1一、成绩 2主要经验 1二、任务',
    ],
    [
      '前言, 结语 and 名词解释 stand at the top',
      '前 言 / ¶ / 一、目标 / （一）工业 / ¶ / 结　语 / ¶ / 名词解释 / 1.“两新”：略。',
      '1前 言 1一、目标 2（一）工业 1结　语 1名词解释',
    ],
    [
      'a chapter that lost its number keeps its level',
      '第一章 总则 / 第一条 略。 / 河道保护 / 第二条 略。 / 第三章 附则 / 第三条 略。',
      '1第一章 总则 1河道保护 1第三章 附则',
    ],
    [
      'an excerpt that begins in the middle',
      '（六）改革 / ¶ / （七）民生 / ¶ / 三、保障 / ¶ / （一）组织 / ¶',
      '2（六）改革 2（七）民生 1三、保障 2（一）组织',
    ],
  ])('%s', (_, lines, expected) => {
    expect(headings(lines)).toBe(expected)
  })
})

describe('headings', () => {
  it.each([
    ['a full sentence is none', '（一）坚持创新驱动发展。 / ¶'],
    ['a line that breaks off is none', '11.会商机制：即研究引进、研究签约、研究落地， / 快速决策。'],
    ['a line with a sentence inside is none', '（二）深化改革。要全面深化各领域改 / 革，增强活力。'],
    ['entries below 名词解释 are none', '名词解释 / 1.[三个一次]研究引进 / 2.8个专项 / 3.两新'],
    ['a list without text below its entries is none', `¶ / 附件：1．任务表 / 2．项目表 / 3．名单`],
    ['what a letter encloses is none', '¶ / 附件：任务分工表 / 云溪市人民政府 / 2024年3月5日'],
    ['cells of a table are none', '¶ / 表1 主要指标 / 序号 / 指标 / 单位 / 1 / 产值 / 亿元 / 2 / 产量 / 万吨 / ¶'],
    ['captions are none', '¶ / 图1 空间布局 / ¶'],
    [
      'a short line in a text without full stops is none',
      '推进结构调整，发展特色产业，提高质量和效益，增强市场竞争力，扩大出口规模 / 加快饮水工程 / 加强基础设施建设，改善生产生活条件，完善农村流通体系，发展社会事业',
    ],
  ])('%s', (_, lines) => {
    expect(headings(lines).replace('1名词解释', '')).toBe('')
  })

  it('are what 第一， counts where no sentence follows', () => {
    expect(headings('一、任务 / ¶ / 第一，稳定农业 / ¶ / 第二，深化改革 / ¶')).toBe(
      '1一、任务 2第一，稳定农业 2第二，深化改革',
    )
  })

  it('are read once, not in the table of contents too', () => {
    expect(headings('目 录 / 一、目标……1 / 二、措施……5 / 一、目标 / ¶ / 二、措施 / ¶')).toBe('1一、目标 1二、措施')
  })

  it('may be long by what they add in brackets', () => {
    const long = `一、往返跑（达标：${'男子组三十周岁以下十三秒，'.repeat(6)}以上）`
    expect(headings(`${long} / ¶ / 二、纵跳（达标） / ¶`)).toBe(`1${long} 1二、纵跳（达标）`)
  })

  it('number 8. in a list that counts past it', () => {
    const text = ['名词解释', '7.两重：略。', '8.6个专项：略。', '9.两新：略。'].join('\n')
    expect(parseOutline(text).map((block) => block.label)).toEqual([null, '7.', '8.', '9.'])
  })
})

describe('cells copied out one a line', () => {
  it('are table rows, with the description between short cells', () => {
    const rows = [
      '序号',
      '项目',
      '内容',
      '投资',
      '1',
      '水厂',
      `新建水厂一座，${BODY}`,
      '500',
      '2',
      '管网',
      '铺设管网',
      '300',
    ]
    const text = [BODY, ...rows, BODY].join('\n')
    expect(parseOutline(text).map((block) => block.kind)).toEqual([
      'paragraph',
      ...rows.map(() => 'table-row'),
      'paragraph',
    ])
  })

  it('are not what a list of goals is', () => {
    const text = ['主要目标：', '生产总值增长6%；', '财政收入增长5%；', '指标', '居民收入增长6%。'].join('\n')
    expect(parseOutline(text).some((block) => block.kind === 'table-row')).toBe(false)
  })
})
