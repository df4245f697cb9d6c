import { describe, expect, it } from 'vitest'
import { findNumberingIssues, numberingWarnings } from './numbering-issues.ts'
import { parseOutline } from './parse.ts'

const BODY = '坚持稳中求进工作总基调，着力扩大内需、优化结构、提振信心，推动经济实现质的有效提升和量的合理增长。'

function messages(...lines: readonly string[]): string[] {
  const text = lines.join('\n')
  return findNumberingIssues(text, parseOutline(text)).map((issue) => issue.message)
}

describe('findNumberingIssues', () => {
  it('names the numbers on both sides, what is missing and the section', () => {
    const lines = ['三、重点任务', BODY, '（一）抓工业', BODY, '（三）抓农业', BODY, '（四）抓服务业', BODY]
    expect(messages(...lines)).toEqual([
      '编号不连续：“三、重点任务”之下，“（一）抓工业”之后是“（三）抓农业”，缺少“（二）”。',
    ])
  })

  it('gives the place of the number as a warning', () => {
    const text = ['一、总体要求', BODY, '三、保障措施', BODY].join('\n')
    const [warning] = numberingWarnings(text, parseOutline(text))
    expect(warning?.code).toBe('numbering-gap')
    expect(text.slice(warning?.start, warning?.end)).toBe('三、')
  })

  it('sees a number that comes twice', () => {
    expect(messages('一、总体要求', BODY, '二、主要目标', BODY, '二、重点任务', BODY)).toEqual([
      '编号重复：“二、主要目标”之后又是“二、重点任务”，两处都编作“二、”。',
    ])
  })

  it('follows chapters and articles through the parts of a law', () => {
    const article = (n: string) => `第${n}条 河道管理应当遵守本条例的规定，保障行洪安全。`
    const law = [
      '第一章 总则',
      article('一'),
      article('二'),
      '第二章 保护',
      article('四'),
      '第四章 附则',
      article('五'),
    ]
    expect(messages(...law)).toEqual([
      '编号不连续：“第二章 保护”之下，“第二条 河道管理应当遵守本条例的…”之后是“第四条 河道管理应当遵守本条例的…”，缺少“第三条”。',
      '编号不连续：“第二章 保护”之后是“第四章 附则”，缺少“第三章”。',
    ])
  })

  it('sees that the first section of a chapter is missing, where sections begin again in each', () => {
    const chapter = (n: string, ...sections: string[]) => [
      `第${n}章 任务`,
      ...sections.flatMap((s) => [`第${s}节 措施`, BODY]),
    ]
    expect(messages(...chapter('一', '一', '二'), ...chapter('二', '二'), ...chapter('三', '一'))).toEqual([
      '编号不连续：“第二章 任务”之后是“第二节 措施”，缺少“第一节”。',
    ])
  })

  it.each([
    ['a new parent', '一、工业', BODY, '（一）技改', BODY, '（二）招商', BODY, '二、农业', '（一）粮食', BODY],
    ['numbers that run on', '第一章 甲', '第一节 子', BODY, '第二章 乙', '第一节 丑', BODY, '第三章 丙', BODY],
    [
      'an attachment',
      '一、目标',
      BODY,
      '二、措施',
      BODY,
      '附件1　任务表',
      '一、工业',
      BODY,
      '附件2　名单',
      '一、农业',
      BODY,
    ],
    [
      'a list below a run-in heading',
      '（一）抓工业。办三件事。',
      '（一）建厂房。',
      '（二）上设备。',
      '（二）抓农业。修水渠。',
    ],
    ['an inserted article', '第五条 一。', '第五条之一 二。', '第六条 三。'],
    ['a number inside a line', '一、工业', `${BODY}二、农业`, '三、服务业', BODY],
    ['the page number glued to it', '一、工业', BODY, `15二、农业${BODY}`, '三、服务业', BODY],
    ['decimals of a table', '1.基数', '5.比例', '9.增速'],
  ])('says nothing of %s', (_, ...lines) => {
    expect(messages(...lines)).toEqual([])
  })

  it('says nothing of a table of contents', () => {
    const contents = ['目　录', '一、总体要求', '三、保障措施']
    expect(messages(...contents, '一、总体要求', BODY, '二、重点任务', BODY, '三、保障措施', BODY)).toEqual([])
  })

  it('does not take a citation for the missing chapter', () => {
    expect(messages('第一章 总则', '依照第二章的规定执行，确保各项任务落到实处。', '第三章 附则', BODY)).toHaveLength(1)
  })
})
