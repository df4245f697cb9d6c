import { describe, expect, it } from 'vitest'
import { extractFrom, plan, report, summary } from './lexicon.test-helper.ts'

describe('extractTargets: counted things by what becomes of them', () => {
  it.each([
    ['推动临河中心、春晖院等4家养老机构通过评定。', ['养老机构 4家 exact addition 2025']],
    ['加快东河、西河、南湖等13个航运项目进度。', ['航运项目进度 13个 exact addition 2025']],
    ['装配产业园3个入园项目上半年实现投产。', ['入园项目 3个 exact addition 2025']],
    ['剩余24个联建项目年内全部建成通车。', ['联建项目 24个 exact addition 2025']],
    ['力争将青山、绿水等6所幼儿园打造为市级示范园。', ['幼儿园 6所 exact addition 2025']],
    ['对老染厂、旧砖厂等59亩低效土地进行盘活利用。', ['低效土地 59亩 exact addition 2025']],
    ['将试点范围扩大到全县60%的村。', ['试点范围 60% exact level 2025']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it.each([
    ['投资2300万元启动实施管网改造工程。', ['管网改造工程投资 2300万元 exact level 2025']],
    ['全年谋划实施总投资320亿元的重点项目82项。', ['重点项目 82项 exact addition 2025']],
    [
      '全年谋划重点项目82项，年度计划投资41亿元。',
      ['重点项目 82项 exact addition 2025', '年度计划投资 41亿元 exact level 2025'],
    ],
    [
      '削减财政赤字45亿元，增加稳定调节基金12亿元。',
      ['财政赤字 45亿元 exact growth 2025', '稳定调节基金 12亿元 exact growth 2025'],
    ],
    [
      '全年减少企业税负35亿元左右、涉企收费约2亿元。',
      ['企业税负 35亿元 around growth 2025', '涉企收费 2亿元 around growth 2025'],
    ],
    [
      '市财政用于校舍建设的资金6800万元，比去年预算赤字减少200万元。',
      ['市财政用于校舍建设的资金 6800万元 exact level 2025', '市财政用于校舍建设的资金 200万元 exact growth 2025'],
    ],
    ['财政用于教育的投入，将由去年的10亿元增加到15亿元。', ['财政用于教育的投入 15亿元 exact level 2025']],
  ])('sums: %s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it.each([
    ['救助生活困难老人800名。', ['生活困难老人 800名 exact addition 2025']],
    [
      '建设村级养老站点100个、数字车间20个。',
      ['村级养老站点 100个 exact addition 2025', '数字车间 20个 exact addition 2025'],
    ],
    ['开发10类以上具有本地特色的旅游产品。', ['具有本地特色的旅游产品 10类 at-least addition 2025']],
    ['力争创新能力全省排名晋升8个位次以上。', ['创新能力全省排名 8个位次 at-least growth 2025']],
    ['五年累计城镇新增就业50万人。', ['城镇新增就业 50万人 exact addition 2025-2029']],
    [
      '城镇新增就业不少于2万人，下乡演出不少于80场。',
      ['城镇新增就业 2万人 at-least addition 2025', '下乡演出 80场 at-least addition 2025'],
    ],
    [
      '年内完成人工造林6万亩，封山育林2万亩。',
      ['人工造林 6万亩 exact addition 2025', '封山育林 2万亩 exact addition 2025'],
    ],
    [
      '谋划过亿元项目不少于15个，其中，过5亿元项目不少于5个，过10亿元项目不少于3个。',
      [
        '过亿元项目 15个 at-least addition 2025',
        '过5亿元项目 5个 at-least addition 2025',
        '过10亿元项目 3个 at-least addition 2025',
      ],
    ],
    ['完成甲厂、乙厂等7个项目土地征收384亩。', ['项目 7个 exact addition 2025', '土地征收 384亩 exact addition 2025']],
  ])('names and verbs: %s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it.each([
    '严格落实省10个常态化30项疫情防控措施。',
    '认真落实鼓励民间投资新36条。',
    '年产500万只蓄电池主车间完工。',
    '推进老城2平方公里宽带网络全覆盖。',
    '河道长695米，宽10-23米。',
    '日子一年比一年好起来。',
  ])('commits to nothing: %s', (text) => {
    expect(summary(text)).toEqual([])
  })

  it('reads 用两年时间 as the two years from the report on', () => {
    expect(summary('用两年时间将筹资标准由每人50元提高到100元。')).toEqual(['筹资标准 100元 exact level 2025-2026'])
  })

  it('takes 全年 in a review for the year reviewed', () => {
    const text = '一、2024年工作回顾\n全年新增企业300家。\n二、2025年工作安排\n全年新增企业400家。'
    expect(extractFrom(text, report).map((target) => `${target.kind} ${target.value} ${target.period}`)).toEqual([
      'actual 300 2024',
      'target 400 2025',
    ])
  })

  it('does not take the plan that a sentence refers to for the time of the next one', () => {
    expect(summary('主要是与“十四五”规划目标衔接。居民消费价格涨幅控制在3%左右。')).toEqual([
      '居民消费价格涨幅 3% around growth 2025',
    ])
  })
})

describe('extractTargets: scanned texts', () => {
  it('reads decimals parted by a dot in the middle and thousands by a wide comma', () => {
    expect(summary('人口总数控制在10 · 6亿人，招生9，120人，比1g80年增长4 · 2％。', plan)).toEqual([
      '人口总数 10.6亿人 exact level 2025',
      '招生 9120人 exact addition 2021-2025',
      '招生 4.2% exact growth 2021-2025',
    ])
  })

  it.each([
    ['三次产业比例调整到1：2.58。', []],
    ['职工人数，由1980年的80万人增加到91万人。', ['职工人数 91万人 exact level 2025']],
    ['新建45个多功能运动场。', ['多功能运动场 45个 exact addition 2025']],
    ['打造片区更新、社区更新2类15个示范样板。', ['示范样板 15个 exact addition 2025']],
    ['加大对10个试点县的支持力度。', ['试点县 10个 exact addition 2025']],
    [
      '实施省重点项目150个、年度计划投资70亿元。',
      ['省重点项目 150个 exact addition 2025', '年度计划投资 70亿元 exact level 2025'],
    ],
    ['国控断面优良水质比例100%。', ['国控断面优良水质比例 100% exact level 2025']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })
})

describe('extractTargets: who pays for what', () => {
  it.each([
    ['县财政安排800万元专项奖补资金，用于职工安置。', ['专项奖补资金 800万元 exact level 2025']],
    ['县财政将为此投入39万元。', ['县财政 39万元 exact level 2025']],
    ['新增贷款的10%以上用于农业。', ['贷款 10% at-least level 2025']],
    ['补助标准再增加40元，一半用于大病保险。', ['补助标准 40元 exact growth 2025', '大病保险 0.5 exact level 2025']],
    ['计划连续几年发行专项国债，今年先发行3亿元。', ['专项国债 3亿元 exact level 2025']],
    ['三是将18项收费的免征范围，从小微企业扩大到所有企业。', ['收费的免征范围 18项 exact addition 2025']],
    ['新增80万吨标准煤的节能能力。', ['节能能力 80万吨标准煤 exact addition 2025']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it.each([
    ['雨水管网清疏每年不得少于2次。', ['雨水管网清疏 2次 at-least level 2025']],
    ['改建、加固东桥、西桥和南桥3座危桥。', ['危桥 3座 exact addition 2025']],
    ['完成造林绿化37万亩。', ['造林绿化 37万亩 exact addition 2025']],
    ['建设132个深水泊位，争取建成54个。', ['深水泊位 132个 exact addition 2025', '深水泊位 54个 exact addition 2025']],
    [
      '城镇、农村居民人均可支配收入分别增长7%和8%。',
      ['城镇居民人均可支配收入 7% exact growth 2025', '农村居民人均可支配收入 8% exact growth 2025'],
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it.each([
    '小排量汽车购置税按7.5%征收。',
    '今年高校毕业生将达1200万人。',
    '特大城市指城区常住人口500万以上的城市。',
    '办好青年50人论坛。',
    '全国近3亿人领取养老金。',
  ])('commits to nothing: %s', (text) => {
    expect(summary(text)).toEqual([])
  })
})
