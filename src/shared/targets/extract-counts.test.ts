import { describe, expect, it } from 'vitest'
import { extractFrom, factsOf, plan, report, summary } from './lexicon.test-helper.ts'

describe('counts and shares of things', () => {
  it.each([
    ['完成1个“书香街区”〔7〕、1个“花园街道”〔8〕、3个零碳社区〔9〕创建。', ['1个', '1个', '3个']],
    ['确保45%以上的村集体收入达到8万元以上。', ['45%', '8万元']],
    ['年内完成40%以上保留村面貌提升。', ['40%']],
    ['实施约26公里海塘加固工程，推进8公里左右绿道连通工程。', ['26公里', '8公里']],
    ['兴建30座左右小型水库。', ['30座']],
    ['新建三座污水处理厂，建成四个省级园区。', ['3座', '4个']],
    ['新增四个省级园区，建设三大高地。', ['4个']],
    ['9种主要污染物排放总量比2020年削减6%以上。', ['6%']],
    ['打造3—5个百万级单品，10—20个十万级单品。', ['3个', '10个']],
    ['完成营造林6万亩，森林抚育2万亩。', ['6万亩', '2万亩']],
    ['培养出12名领军人才，80名青年骨干。', ['12名', '80名']],
    ['培育20家年产值1亿元以上的工业企业。', ['20家']],
    ['菌棒栽植达到5200万袋以上。', ['5200万袋']],
    ['工业废水处理率提高到91%，固体废物综合利用率达到42%、处置率上升到21%。', ['91%', '42%', '21%']],
    ['实现主城区45分钟可达周边县城。', ['45分钟']],
    ['全市装机容量达900万千瓦，年发电量300亿千瓦时。', ['900万千瓦', '300亿千瓦时']],
  ])('%s', (text, expected) => {
    const found = extractFrom(`今年工作安排如下。\n${text}`).map((target) => `${target.value}${target.unit}`)
    expect(found).toEqual(expected)
  })

  it.each([
    '严格落实12个常态化〔7〕、24项防控措施。',
    '打造三大高地，建设两个中心，做强四大产业。',
    '形成东港、西港两个物流基地。',
    '落实惠企20条政策措施。',
  ])('%s', (text) => {
    expect(extractFrom(`今年工作安排如下。\n${text}`)).toEqual([])
  })

  it('takes over what the number before adds up', () => {
    expect(summary('新增高新企业1家以上、科技型企业不少于15家。创建美丽乡村18个，其中精品村不少于2个。')).toEqual([
      '高新企业 1家 at-least addition 2025',
      '科技型企业 15家 at-least addition 2025',
      '美丽乡村 18个 exact addition 2025',
      '精品村 2个 at-least addition 2025',
    ])
  })

  it('keeps what is larger than the whole from being its part', () => {
    const text = '一、2024年工作回顾\n常住人口比上年增加420人，其中城镇常住人口96000人。'
    expect(extractFrom(text, report).map((target) => target.measure)).toEqual(['growth', 'level'])
  })

  it('names a flow by whose it is and a share by what it is of', () => {
    const text = '一、2024年工作回顾\n民营经济实现增加值88亿元，增长6%，占GDP的比重为61%。'
    expect(extractFrom(text, report).map((target) => target.indicator)).toEqual([
      '民营经济增加值',
      '民营经济增加值',
      '民营经济增加值占GDP的比重',
    ])
  })

  it('calls a natural growth rate a level', () => {
    expect(summary('人口自然增长率控制在6‰以下。')).toEqual(['人口自然增长率 6‰ at-most level 2025'])
  })
})

describe('what an excerpt says of itself', () => {
  it('an excerpt headed as a review only looks back', () => {
    const text = '2024年主要工作回顾\n新建农村公路31公里，绿地增加到12公顷，财政收入完成6亿元。'
    const kinds = extractFrom(text, factsOf('other', { from: 2024, to: 2024 })).map((target) => target.kind)
    expect(kinds).toEqual(['actual', 'actual', 'actual'])
  })

  it('a part of a plan that names its last year again and again spreads additions over five', () => {
    const text = '到2025年森林覆盖率达到40%。\n到2025年绿化率达到30%。\n到2025年新增绿地20公顷。\n更新管网50公里。'
    expect(summary(text, factsOf('other', null)).at(-1)).toBe('管网 50公里 exact addition 2021-2025')
    expect(summary(text, plan).at(-1)).toBe('管网 50公里 exact addition 2021-2025')
  })
})
