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
