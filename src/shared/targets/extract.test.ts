import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractFrom, factsOf, plan, report, summary } from './lexicon.test-helper.ts'

describe('extractTargets: forms', () => {
  it.each([
    ['全市地区生产总值突破620亿元。', ['地区生产总值 620亿元 at-least level 2025']],
    ['城镇调查失业率控制在5.3%以内。', ['城镇调查失业率 5.3% at-most level 2025']],
    ['城镇登记失业率3%以内。', ['城镇登记失业率 3% at-most level 2025']],
    ['研发投入强度达2.9%左右。', ['研发投入强度 2.9% around level 2025']],
    ['单位GDP能耗降低2.6%。', ['单位GDP能耗 2.6% exact growth 2025']],
    ['单位GDP能耗较上年下降2.6%。', ['单位GDP能耗 2.6% exact growth 2025']],
    ['粮食播种面积稳定在88万亩以上。', ['粮食播种面积 88万亩 at-least level 2025']],
    ['地区生产总值增长5%－5.5%。', ['地区生产总值 5~5.5% range growth 2025']],
    ['大病保险报销比例由55%提高到65%。', ['大病保险报销比例 65% exact level 2025']],
    ['危险废物填埋量实现零增长。', ['危险废物填埋量 0 exact growth 2025']],
    ['临江新区生产总值在2020年基础上翻一番。', ['临江新区生产总值 2倍 exact growth 2025']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it.each([
    ['新增省级绿色工厂12家。', ['省级绿色工厂 12家 exact addition 2025']],
    ['改造提升260个行政村文化礼堂。', ['行政村文化礼堂 260个 exact addition 2025']],
    ['新增80个以上项目纳入省重点盘子。', ['项目 80个 at-least addition 2025']],
    ['利用边角地块新改建口袋公园40个。', ['口袋公园 40个 exact addition 2025']],
    ['完成铁路投资120亿元。', ['铁路投资 120亿元 exact addition 2025']],
    ['安排专项资金30亿元。', ['专项资金 30亿元 exact level 2025']],
    ['提速建设总投资96亿元的14个市重点项目。', ['市重点项目 14个 exact addition 2025']],
    ['新（改、扩）建农村道路35公里以上。', ['农村道路 35公里 at-least addition 2025']],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual(expected)
  })

  it('shares verb and unit over a list', () => {
    expect(summary('新增“领航”企业8家、省级实验室3家以上和孵化器5家。')).toEqual([
      '“领航”企业 8家 exact addition 2025',
      '省级实验室 3家 at-least addition 2025',
      '孵化器 5家 exact addition 2025',
    ])
  })

  it('gives each name of 分别 its own number', () => {
    expect(summary('服务贸易、数字贸易、邮轮旅游收入分别增长4%、7%、11%。')).toEqual([
      '服务贸易 4% exact growth 2025',
      '数字贸易 7% exact growth 2025',
      '邮轮旅游收入 11% exact growth 2025',
    ])
  })

  it('takes the indicator of the number before where a clause names none', () => {
    expect(summary('人均预期寿命提高0.6岁，达到82岁。')).toEqual([
      '人均预期寿命 0.6岁 exact growth 2025',
      '人均预期寿命 82岁 exact level 2025',
    ])
  })
})

describe('extractTargets: what is no target', () => {
  it.each([
    '打造“2+3+8+N”平台体系，依托 G42 创新带，支持梅岭创建国家 5A 级景区。',
    '为全县65岁以上老年人提供健康体检。',
    '实施人才新政18条，推进“369”碧水工程。',
    '总投资4800万元的消防站尽快开工。',
    '打造“15分钟便民生活圈”。',
    '全面推行智能制造3.0，编制第15个五年规划。',
  ])('%s', (text) => {
    expect(summary(text)).toEqual([])
  })

  it('calls what was reached a result, by section and by tense', () => {
    const text = [
      '一、2024年工作回顾',
      '全县地区生产总值增长6.1%。',
      '二、2025年工作安排',
      '今年经济社会发展的主要预期目标是：地区生产总值增长6%以上。',
      '去年粮食播种面积达到91万亩。',
    ].join('\n')
    expect(extractFrom(text, report).map((target) => `${target.kind} ${target.value}`)).toEqual([
      'actual 6.1',
      'target 6',
      'actual 91',
    ])
  })
})

describe('extractTargets: periods', () => {
  it('keeps five-year goals and the goals of the year apart in one report', () => {
    const text = [
      '“十四五”时期经济社会发展的主要目标是：地区生产总值突破700亿元，研发经费占比达到2.8%以上。',
      '三、全力做好“十四五”开局工作',
      '2021年是“十四五”开局之年。',
      '建议2021年主要预期目标是：地区生产总值增长7%左右，研发经费占比达到2.2%。',
    ].join('\n')
    expect(summary(text, factsOf('other', null))).toEqual([
      '地区生产总值 700亿元 at-least level 2021-2025',
      '研发经费占比 2.8% at-least level 2021-2025',
      '地区生产总值 7% around growth 2021',
      '研发经费占比 2.2% exact level 2021',
    ])
  })

  it('gives a level of a plan its last year, growth and additions the whole plan', () => {
    const text = ['第三章　主要目标', '常住人口城镇化率达到66%，地区生产总值年均增长6.5%，新增停车位3万个。'].join('\n')
    expect(summary(text, plan)).toEqual([
      '常住人口城镇化率 66% exact level 2025',
      '地区生产总值 6.5% exact growth 2021-2025',
      '停车位 3万个 exact addition 2021-2025',
    ])
  })

  it('reads several dates of one indicator', () => {
    expect(summary('到2025年森林覆盖率达到61%，到2035年达到63%。', plan)).toEqual([
      '森林覆盖率 61% exact level 2025',
      '森林覆盖率 63% exact level 2035',
    ])
  })

  it('holds a lead-in for the sections below it, up to a heading of a higher rank', () => {
    const text = [
      '一、“十四五”工作',
      '“十四五”期间，我们要抓好两件大事：',
      '（一）建设产业新城。新增科创平台6家。',
      '（二）建设宜居新城。新增绿道90公里。',
      '二、做好今年工作',
      '新增绿道15公里。',
    ].join('\n')
    expect(
      summary(text, factsOf('government-report', { from: 2021, to: 2021 })).map((line) => line.split(' ').at(-1)),
    ).toEqual(['2021-2025', '2021-2025', '2021'])
  })
})

describe('extractTargets: goals without a number', () => {
  it('takes them from the list of main goals only', () => {
    const text =
      '今年主要预期目标是：地区生产总值增长6%，居民收入与经济增长基本同步，完成市下达的节能指标任务。\n坚持改革开放，推动各项事业持续进步。'
    expect(
      extractFrom(text)
        .filter((target) => target.kind === 'qualitative')
        .map((target) => target.indicator),
    ).toEqual(['居民收入', '节能指标任务'])
  })
})

describe('extractTargets: strength and scope', () => {
  it.each([
    ['确保粮食播种面积88万亩。', 'must'],
    ['粮食播种面积达到88万亩。', 'firm'],
    ['力争粮食播种面积达到88万亩。', 'aim'],
  ])('%s', (text, strength) => {
    expect(extractFrom(text)[0]?.strength).toBe(strength)
  })
})

describe('extractTargets: offsets', () => {
  const piece = fc.constantFrom(
    '地区生产总值',
    '增长',
    '5％',
    ' 6.5%左右',
    '，',
    '。',
    '新增',
    '企业',
    '40 家',
    '、',
    '百分之七',
    '“十四五”',
    '（',
    '）',
    '到2025年',
    '\n',
    '　',
    '翻一番',
    '——',
    '1+1',
    '𠮷',
  )
  it('slice back to their quotes whatever the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        for (const target of extractFrom(text)) {
          expect(text.slice(target.start, target.end)).toBe(target.quote)
          expect(target.end).toBeGreaterThan(target.start)
        }
      }),
      { numRuns: 300 },
    )
  })
})
