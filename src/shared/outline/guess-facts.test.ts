import { describe, expect, it } from 'vitest'
import { guessFacts } from './guess-facts.ts'
import { parseOutline } from './parse.ts'

const facts = (text: string, fileName?: string) => guessFacts(text, parseOutline(text), fileName)
const BODY =
  '现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见，同时感谢各方面的支持。'

describe('guessFacts', () => {
  it('reads a yearly report', () => {
    const found = facts(
      `云溪市2025年政府工作报告\n——2025年1月16日在云溪市第七届人民代表大会第四次会议上\n各位代表：\n${BODY}`,
    )
    expect(found).toMatchObject({
      kind: 'government-report',
      period: { from: 2025, to: 2025 },
      region: '云溪市',
      level: 'city',
      date: '2025-01-16',
      stage: null,
    })
  })

  it('reads a five-year plan and its stage', () => {
    const found = facts(`青柳县国民经济和社会发展第十四个五年规划纲要（征求意见稿）\n${BODY}`)
    expect(found).toMatchObject({
      kind: 'five-year-plan',
      period: { from: 2021, to: 2025 },
      region: '青柳县',
      level: 'county',
      stage: 'consultation',
    })
  })

  it('knows provinces, the nation and districts', () => {
    expect(facts(`浙江省国民经济和社会发展第十五个五年规划纲要\n${BODY}`)).toMatchObject({
      region: '浙江省',
      level: 'province',
      period: { from: 2026, to: 2030 },
    })
    expect(facts(`中华人民共和国国民经济和社会发展第十二个五年规划纲要\n${BODY}`)).toMatchObject({ level: 'nation' })
    expect(facts(`云溪市滨江区2024年国民经济和社会发展统计公报\n${BODY}`)).toMatchObject({
      kind: 'bulletin',
      region: '滨江区',
      level: 'county',
    })
  })

  it('knows laws, which have no period', () => {
    expect(facts('云溪市河道管理条例\n2019年3月2日云溪市人民代表大会常务委员会通过\n第一章 总则')).toMatchObject({
      kind: 'law',
      period: null,
      date: '2019-03-02',
    })
  })

  it('takes the year after the one a report looks back on', () => {
    expect(facts(`各位代表：\n${BODY}\n一、2023年工作回顾\n${BODY}`).period).toEqual({ from: 2024, to: 2024 })
  })

  it('takes year and stage from the file name when the text has none', () => {
    const found = facts(`政府工作报告\n各位代表：\n${BODY}`, '云溪市2026年政府工作报告（讨论稿）.docx')
    expect(found).toMatchObject({ period: { from: 2026, to: 2026 }, stage: 'discussion', region: '云溪市' })
    expect(found.evidence.find((one) => one.field === 'stage')).toEqual({
      field: 'stage',
      quote: '讨论稿',
      start: null,
      end: null,
    })
  })

  it('shows the words each guess was read from', () => {
    const text = `云溪市2025年政府工作报告\n——2025年1月16日在云溪市第七届人民代表大会第四次会议上\n各位代表：\n${BODY}`
    for (const { quote, start, end } of facts(text).evidence) expect(text.slice(start ?? 0, end ?? 0)).toBe(quote)
  })

  it.each([
    [
      '云溪市国民经济和社会发展第十四个五年规划纲要\n（2021年2月5日云溪市第七届人民代表大会第五次会议通过）',
      'five-year-plan',
      '2021-02-05',
      'issued',
    ],
    ['关于云溪市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告', 'other', null, null],
    ['云溪市人民政府关于进一步优化营商环境的实施意见', 'other', null, null],
    ['云溪市人民政府办公室\n关于印发云溪市“十四五”数字经济发展规划的通知', 'special-plan', null, null],
    ['云溪市2024年国民经济和社会发展统计公报\n（2025年3月20日）', 'bulletin', '2025-03-20', null],
    ['云溪市城市规划管理条例\n2019年3月2日通过\n2021年6月1日修正', 'law', '2021-06-01', null],
    ['关于《云溪市国民经济和社会发展第十四个五年规划纲要》的说明', 'other', null, null],
    ['标题：云溪市2008年政府工作报告\n发文时间：2008-03-15\n报告人：市长', 'government-report', '2008-03-15', null],
    ['云溪市政府工作报告（征求意见稿）', 'government-report', null, 'consultation'],
  ] as const)('tells what %s is', (head, kind, date, stage) => {
    const found = facts(`${head}\n一、总则\n${BODY}`)
    expect([found.kind, found.date]).toEqual([kind, date])
    if (stage !== null) expect(found.stage).toBe(stage)
  })

  it.each([
    ['2025年四川省政府工作报告', '四川省', 'province'],
    ['保定市清苑区2025年政府工作报告', '清苑区', 'county'],
    ['2025年阜平县政府工作报告', '阜平县', 'county'],
    ['义乌市2025年政府工作报告', '义乌市', 'county'],
    ['丽水市2025年政府工作报告', '丽水市', 'city'],
    ['湘西土家族苗族自治州2025年政府工作报告', '湘西土家族苗族自治州', 'city'],
    ['新疆维吾尔自治区阿克苏地区温宿县2025年政府工作报告', '温宿县', 'county'],
    ['浙江省城市内涝治理“十四五”规划', '浙江省', 'province'],
    ['北京市历史文化街区保护条例', '北京市', 'province'],
    ['国务院关于印发“十四五”数字经济发展规划的通知', '全国', 'nation'],
    ['关于加快推进重点工程建设的意见', null, null],
  ] as const)('reads the place of %s', (title, region, level) => {
    expect(facts(`${title}\n一、总则\n${BODY}`)).toMatchObject({ region, level })
  })

  it('believes the text over the name its owner gave the file', () => {
    const text = `政府工作报告\n各位代表：\n现在，我代表青柳县人民政府向大会报告工作。\n${BODY}`
    expect(facts(text, '青柳区-2003.txt').region).toBe('青柳县')
  })

  it('names no place that a letter only addresses or mentions', () => {
    const text = '关于加快涵洞建设的函\n滨江区政府：\n根据我市2023年用地计划，请抓紧办理。\n此函。\n2023年7月12日'
    expect(facts(text)).toMatchObject({ kind: 'other', region: null, period: null, date: '2023-07-12' })
  })

  it('knows an excerpt of a report by its words, and the place by how it speaks of itself', () => {
    const text = [
      `对云溪来说，机遇大于挑战。${BODY}`,
      '建议2021年经济社会发展主要预期目标是：地区生产总值增长7%左右。',
      '今年我市要办好十件实事，让云溪人民更有获得感，让云溪制造再上台阶。',
    ].join('\n')
    expect(facts(text)).toMatchObject({
      kind: 'government-report',
      period: { from: 2021, to: 2021 },
      region: '云溪市',
      level: 'city',
    })
  })

  it('takes a report given at the end of a year for the next', () => {
    const head = '政府工作报告\n——2024年12月27日在青柳县第六届人民代表大会第四次会议上\n各位代表：'
    expect(facts(`${head}\n${BODY}`).period).toEqual({ from: 2025, to: 2025 })
  })

  it('takes the year of the headings over one that a sentence begins with', () => {
    const text = `各位代表：\n2005年，成绩显著。${BODY}\n一、去年工作回顾\n${BODY}\n二、2006年主要任务\n${BODY}`
    expect(facts(text).period).toEqual({ from: 2006, to: 2006 })
  })

  it('takes neither stage nor date from a paragraph', () => {
    const text = `云溪市2021年政府工作报告\n各位代表：\n请连同《规划纲要（草案）》一并审议，2020年7月17日会议要求抓好落实。${BODY}`
    expect(facts(text)).toMatchObject({ stage: null, date: null })
  })

  it('takes no place from 全市地区生产总值', () => {
    expect(facts('今后五年的主要目标是：全市地区生产总值突破850亿元。').region).toBeNull()
    expect(facts('全县、各地区要抓好落实。').region).toBeNull()
  })

  it('invents nothing', () => {
    expect(facts('会议纪要\n大家讨论了有关事项。')).toEqual({
      kind: 'other',
      period: null,
      region: null,
      level: null,
      stage: null,
      date: null,
      evidence: [],
    })
  })
})
