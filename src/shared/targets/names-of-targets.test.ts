import { describe, expect, it } from 'vitest'
import { extractFrom, summary } from './lexicon.test-helper.ts'

describe('the name of a target', () => {
  it.each([
    ['先行试点建设50个康复中心。', '康复中心 50个 exact addition 2025'],
    ['利用边角地块等建设2万个停车位。', '停车位 2万个 exact addition 2025'],
    ['完成全县90所学校周边道路整治。', '学校周边道路整治 90所 exact addition 2025'],
    ['主导和参与制定行业标准12项以上。', '主导和参与制定行业标准 12项 at-least addition 2025'],
    ['改造12个老旧小区〔7〕，方便居民。', '老旧小区 12个 exact addition 2025'],
    ['新增规上工业企业不少于8家。', '规上工业企业 8家 at-least addition 2025'],
    ['争取2家省级实验室落户。', '省级实验室 2家 exact addition 2025'],
    ['每季度至少召开一次银企对接会。', '银企对接会 1次 at-least level 2025'],
    ['全年减轻企业负担近6亿元。', '企业负担 6亿元 around growth 2025'],
    ['新注册市场主体增幅在20%以上。', '新注册市场主体增幅 20% at-least growth 2025'],
    ['提高6万农村人口供水保障水平。', '农村人口供水保障水平 6万 exact addition 2025'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual([expected])
  })

  it.each([
    ['建成35个先导区、100个和美乡村。', ['先导区 35个', '和美乡村 100个']],
    ['培育超百亿元企业3家、超五十亿元企业8家。', ['超百亿元企业 3家', '超五十亿元企业 8家']],
    ['推进66个产粮重点县和豫东平原20万亩整治。', ['产粮重点县 66个', '豫东平原 20万亩']],
    [
      '汽车、索具、装备三大主导产业分别实现产值500亿元、300亿元、80亿元。',
      ['汽车产值 500亿元', '索具产值 300亿元', '装备产值 80亿元'],
    ],
    [
      '生产总值和财政收入分别达到430亿元、36亿元，力争达到700亿元、60亿元。',
      ['生产总值 430亿元', '财政收入 36亿元', '生产总值 700亿元', '财政收入 60亿元'],
    ],
    ['养老保险和医疗保险参保率分别达到98%和96%以上。', ['养老保险参保率 98%', '医疗保险参保率 96%']],
    ['生猪存栏60万头、出栏90万头以上。', ['生猪出栏 90万头']],
  ])('%s', (text, expected) => {
    expect(summary(text).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(expected)
  })

  it.each([
    '突破一批关键核心技术。',
    '关停10万千瓦及以下燃煤机组。',
    '实现两个翻一番目标。',
    '办好10大类民生实事。',
    '14亿中国人的饭碗端得更稳。',
    '实现零排放。',
    '推动政银企三方对接。',
  ])('no target: %s', (text) => {
    expect(summary(text)).toEqual([])
  })

  it('is never empty where a list number is all that stands before', () => {
    expect(summary('（3）为2万名农村妇女提供免费检查。')).toEqual(['农村妇女 2万名 exact addition 2025'])
  })
})

describe('notes behind a report', () => {
  it('explain words and commit to nothing', () => {
    const text = [
      '一、今年工作',
      '新增绿道40公里。',
      '名词解释',
      '“独角兽企业”：指成立十年以内、估值超过10亿美元的企业。',
      '生态园项目：计划车位260个。',
    ]
    expect(summary(text.join('\n')).map((line) => line.split(' ')[0])).toEqual(['绿道'])
  })
})

describe('attributes', () => {
  it('are said behind the figure they belong to, and of no other', () => {
    const targets = extractFrom('将单位GDP能耗累计降低14%作为约束性指标，森林覆盖率达到61%。')
    expect(targets.map((t) => [t.indicator, t.attribute])).toEqual([
      ['单位GDP能耗', 'binding'],
      ['森林覆盖率', null],
    ])
  })

  it('are said without a figure too', () => {
    expect(extractFrom('将研发投入强度作为预期性指标纳入考核。')).toMatchObject([
      { kind: 'qualitative', indicator: '研发投入强度', attribute: 'expected', value: null },
    ])
  })

  it('come from the table for what the prose states', () => {
    const text = '到2025年森林覆盖率达到61%。\n指标|单位|2025年|属性\n森林覆盖率|%|61|约束性'
    expect(extractFrom(text).map((t) => t.attribute)).toEqual(['binding', 'binding'])
  })
})
