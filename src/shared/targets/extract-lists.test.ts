import { describe, expect, it } from 'vitest'
import { extractFrom, factsOf, summary } from './lexicon.test-helper.ts'

const figures = (text: string): string[] =>
  extractFrom(`今年工作安排如下。\n${text}`).map((target) => `${target.indicator} ${target.value}${target.unit}`)

describe('names and verbs around a number', () => {
  it.each([
    ['改造完工老旧小区210个以上。', ['老旧小区 210个']],
    ['在700个小区设置回收机，为90个小区引入物业。', ['小区设置回收机 700个', '小区 90个']],
    ['全社会研发投入占比4%以上。', ['研发投入占比 4%']],
    ['生产安全事故死亡率控制在0.4人/百亿元以下。', ['生产安全事故死亡率 0.4人/百亿元']],
    ['加快130个城市更新、60个医养项目建设。', ['城市更新 130个', '医养项目建设 60个']],
    [
      '造船、轴承、齿轮及链条三大主导产业分别实现产值90亿元、60亿元、20亿元。',
      ['造船产值 90亿元', '轴承产值 60亿元', '齿轮及链条产值 20亿元'],
    ],
    ['淘汰落后产能40项。', ['落后产能 40项']],
    ['推进首批12个水乡风貌样板。', ['水乡风貌样板 12个']],
    ['新栽植油茶3万亩以上，种植总面积发展到9万亩。', ['油茶 3万亩', '种植总面积 9万亩']],
    ['新（改）建供水管网310公里，加装（更新）电梯60部。', ['供水管网 310公里', '电梯 60部']],
    ['实施好20项以上技改项目，失业人员实现再就业3万人。', ['技改项目 20项', '再就业 3万人']],
    ['筹集住房2万套（间），实现总量达到9万套（间）。', ['住房 2万套（间）', '住房 9万套（间）']],
    ['新上农产品加工企业1--2家。', ['农产品加工企业 1家']],
    ['专项债规模3.1万亿元、比上年年初预算增加900亿元。', ['专项债规模 3.1万亿元', '专项债规模 900亿元']],
    ['实施重点项目300个，完成投资700亿元。', ['重点项目 300个', '重点项目投资 700亿元']],
    ['尽快实现制造企业100%使用绿电。', ['制造企业 100%']],
    ['结合东港、新城建设等新建30座左右社区公园。', ['社区公园 30座']],
    ['本届任期内全面完成约60万平方米中心城区旧房改造任务。', ['中心城区旧房改造任务 60万平方米']],
    ['形成租赁住房供应12万套（包括间、床位）以上。', ['租赁住房供应 12万套']],
    ['志愿者注册人数达到常住人口的18%。', ['志愿者注册人数 18%']],
    ['力争投资3亿元的东港码头、投资2亿元的西港仓库和北港泊位改造12个项目投产。', ['项目 12个']],
    ['今明两年再安排40亩土地。', ['土地 40亩']],
    ['谋划投资超亿元项目不少于8个。', ['投资超亿元项目 8个']],
    ['累计净增森林面积9万亩。', ['森林面积 9万亩']],
    ['经济增长目标设定为5%左右。', ['经济增长 5%']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })

  it.each([
    '推动营收2亿元以上企业有研发机构、8亿元以上企业有创新联合体。',
    '打造一批超百亿、超千亿产业链，培育城区人口超60万县。',
    '推进钢铁、水泥、化工3个重点行业改造。',
    '实施优化营商环境36条改革举措。',
    '设置了经济发展、民生福祉两大类18个主要指标。',
    '重点面向全省两百多万高校师生开展活动。',
    '推进农业局下属2家、交通局下属1家企业改制。',
    '大气污染物全面稳定达到国2.5家二级标准。',
    '实施千座公园计划，推进百家龙头行动。',
    '力争东港集团20万吨粮食加工项目开工。',
    '完成南岭15万对肉鸽养殖、2000头原种猪场建设。',
  ])('%s', (text) => {
    expect(figures(text)).toEqual([])
  })

  it('goes on with the verb and its measure over commas', () => {
    const text = '新增科技型企业18家，高新企业6家。全年谋划过亿元项目不少于12个，其中，过十亿元项目不少于3个。'
    expect(summary(text).map((line) => line.split(' ')[3])).toEqual(['addition', 'addition', 'addition', 'addition'])
  })
})

describe('the time that holds for a number', () => {
  it('the end of a plan said inside a clause holds for that clause only', () => {
    const text = '实现“十四五”末总量达到8万套，新建停车位3万个。完成加装电梯900台。'
    const found = extractFrom(`二、2024年重点工作\n${text}`, factsOf('government-report', { from: 2024, to: 2024 }))
    expect(found.map((target) => target.period)).toEqual(['2025', '2024', '2024'])
  })

  it('a lead-in that only refers to the plan holds the year of the goals before', () => {
    const text = [
      '三、做好2026年工作',
      '今年主要预期目标是：地区生产总值增长5%。这些目标为实现“十五五”规划目标打基础。具体抓好以下工作：',
      '（一）扩大内需。新增商业网点40个。',
    ].join('\n')
    const periods = extractFrom(text, factsOf('government-report', { from: 2026, to: 2026 })).map((t) => t.period)
    expect(periods).toEqual(['2026', '2026'])
  })

  it('a yearly rate up to the end of the next plan begins with the report', () => {
    const text = '二、目标任务\n到2030年研发强度达到3%，力争工业增加值年均增长6%。'
    const periods = extractFrom(text, factsOf('government-report', { from: 2026, to: 2026 })).map((t) => t.period)
    expect(periods).toEqual(['2030', '2026-2030'])
  })
})
