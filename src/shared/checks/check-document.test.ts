import { describe, expect, it } from 'vitest'
import { parseOutline } from '../outline/parse.ts'
import { draft, extractFrom, plan } from '../targets/lexicon.test-helper.ts'
import { checkDocument } from './check-document.ts'
import type { Finding } from './finding.ts'

function findings(...lines: readonly string[]): Finding[] {
  const text = lines.join('\n')
  return checkDocument({ text, blocks: parseOutline(text), targets: extractFrom(text, draft), facts: draft })
}
const codes = (...lines: readonly string[]): string[] => findings(...lines).map((finding) => finding.code)

describe('counts announced and delivered', () => {
  it('finds eleven announced and two delivered, before the text breaks off', () => {
    const found = findings(
      '完成上述目标，要抓好以下11方面工作：',
      '（一）稳住工业',
      '狠抓技改。',
      '（二）扩大消费',
      '办好展会。',
    )
    expect(found).toMatchObject([{ code: 'count-mismatch', severity: 'error', expected: 11, found: 2 }])
    expect(found[0]?.related).toHaveLength(2)
  })

  it.each([
    ['重点抓好三个方面的大事：', '（一）兴产业。建园区。', '（二）优环境。减证明。', '（三）惠民生。办实事。'],
    [
      '要把握好以下三个方面：',
      '——必须更加注重创新。创新是动力。',
      '——必须更加注重绿色。绿色是底色。',
      '——必须更加注重民生。民生是根本。',
    ],
    ['做好三个方面工作：一是稳增长，二是调结构，三是惠民生。'],
    ['主要目标概括为六个方面：经济实力显著增强。产业结构持续优化。'],
    ['坚持“三个一批”，打造五大集群，办好十件实事。'],
    ['今年要办好两件大事。', '各位代表！', '全县上下要同心同德。'],
  ])('finds nothing wrong in %s', (...lines) => {
    expect(codes(...lines)).toEqual([])
  })

  it('counts 一是…二是 within a paragraph', () => {
    expect(findings('着力做好四个方面工作：一是稳增长，二是调结构，三是惠民生。')).toMatchObject([
      { expected: 4, found: 3 },
    ])
  })
})

describe('a text that breaks off', () => {
  it('takes the paper at its word', () => {
    expect(codes('新增停车位三百个，让出行更方便。', '（下转 3 版）')).toEqual(['truncated'])
  })

  it('sees a last paragraph without end where the others have one', () => {
    const full = '坚持把发展经济的着力点放在实体经济上，推动产业链供应链优化升级，加快建设先进制造业基地。'
    expect(
      codes(
        full,
        `${full.slice(0, -1)}！`,
        `今年${full}`,
        '坚持把发展经济的着力点放在实体经济上，推动产业链供应链优化升级，',
      ),
    ).toEqual(['truncated'])
  })

  it('says nothing of texts that write no full stops', () => {
    const line = '坚持把发展经济的着力点放在实体经济上，推动产业链供应链优化升级，加快建设先进制造业'
    expect(codes(`一${line}`, `二${line}`, `三${line}`, line)).toEqual([])
  })
})

describe('numbering', () => {
  it('sees a heading that is missing', () => {
    expect(
      findings('一、总体要求', '稳字当头。', '二、主要目标', '量质齐升。', '四、保障措施', '压实责任。'),
    ).toMatchObject([{ code: 'numbering-gap', expected: 3 }])
  })

  it('lets lists begin again', () => {
    expect(
      codes('一、工业', '（一）抓技改', '上设备。', '（二）抓招商', '引企业。', '二、农业', '（一）抓粮食', '稳面积。'),
    ).toEqual([])
  })
})

describe('one indicator with two values', () => {
  it('is found for the same period and measure', () => {
    const found = findings('今年主要预期目标是：地区生产总值增长6%。', '第二段。', '力争地区生产总值增长6.5%。')
    expect(found).toMatchObject([{ code: 'inconsistent-value', expected: 6, found: 6.5 }])
  })

  it.each([
    ['地区生产总值增长6%。', '常住人口城镇化率达到66%，户籍人口城镇化率达到50%。'],
    ['到2025年森林覆盖率达到61%。', '到2035年森林覆盖率达到63%。'],
    ['地区生产总值突破600亿元。', '地区生产总值增长6%。'],
  ])('%s %s are two things', (...lines) => {
    expect(codes(...lines)).toEqual([])
  })
})

describe('repeated paragraphs', () => {
  const paragraph = '坚持以人民为中心的发展思想，解决好群众急难愁盼问题，让发展成果更多更公平惠及全体居民群众。'
  it('are found once for a run of them', () => {
    const other = `${paragraph.slice(0, -1)}，不断增强获得感。`
    expect(codes(paragraph, other, '另起一段。', paragraph, other)).toEqual(['duplicate-block'])
  })

  it('are no matter for set phrases', () => {
    expect(codes('各位代表！', '今年工作开局良好。', '各位代表！')).toEqual([])
  })
})

function planFindings(...lines: readonly string[]): Finding[] {
  const text = lines.join('\n')
  return checkDocument({ text, blocks: parseOutline(text), targets: extractFrom(text, plan), facts: plan })
}

describe('base, growth and target', () => {
  const base = '2020年地区生产总值达到500亿元。'

  it('do not meet, and the sum is shown', () => {
    const found = planFindings(base, '地区生产总值年均增长5%左右，2025年突破700亿元。')
    expect(found).toMatchObject([{ code: 'growth-mismatch', severity: 'warning', expected: 638.1, found: 700 }])
    expect(found[0]?.message).toContain('500×(1+5%)^5≈638.1亿元')
    expect(found[0]?.related).toHaveLength(2)
  })

  it('are taken from the table too', () => {
    const rows = [
      '指标|单位|2020年|2025年|属性',
      '地区生产总值|亿元|500|700|预期性',
      '地区生产总值年均增长|%|6.1|5|预期性',
    ]
    expect(planFindings(...rows).map((finding) => finding.code)).toEqual(['growth-mismatch'])
  })

  it.each([
    ['地区生产总值年均增长7%左右，2025年达到700亿元。'],
    ['地区生产总值年均增长5%以上，2025年突破700亿元。'],
    ['地区生产总值年均增长5%左右，2025年达到640亿元。'],
    ['地区生产总值年均增长5%左右，2035年突破900亿元。'],
    ['地区生产总值年均增长5%左右，人均地区生产总值达到9万元。'],
    ['单位GDP能耗累计降低14%，地区生产总值突破700亿元。'],
  ])('%s: nothing to say', (line) => {
    expect(planFindings(base, line)).toEqual([])
  })
})

describe('prose and table', () => {
  const table = ['指标|单位|2025年|属性', '森林覆盖率|%|60|约束性']

  it('state one indicator with two values', () => {
    expect(planFindings('到2025年森林覆盖率达到62%。', ...table)).toMatchObject([
      { code: 'table-mismatch', expected: 60, found: 62 },
    ])
  })

  it('agree', () => {
    expect(planFindings('到2025年森林覆盖率达到60%，到2035年达到63%。', ...table)).toEqual([])
  })

  it('take 建成 for a level where the table has that number', () => {
    const lines = [
      '建成工业设计中心12家。',
      '到2025年工业设计中心达到15家。',
      '指标|单位|2025年|属性',
      '工业设计中心|家|12|预期性',
    ]
    expect(planFindings(...lines)).toMatchObject([{ code: 'inconsistent-value', expected: 12, found: 15 }])
  })
})

describe('actions announced by name', () => {
  const items = ['1.强链行动。培育企业3家。', '2.提质行动。创建品牌6个。', '3.绿色行动。建成工厂9家。']

  it('are counted by the items that have the word in their titles', () => {
    expect(findings('组织实施工业强县四大行动，逐项落实责任。', ...items)).toMatchObject([
      { code: 'count-mismatch', expected: 4, found: 3 },
    ])
  })

  it.each([
    ['组织实施工业强县三大行动，逐项落实责任。'],
    ['深入实施省里部署的十大工程，逐项落实责任。'],
    ['第四大行动要抓紧谋划。'],
  ])('%s', (line) => {
    expect(codes(line, ...items)).toEqual([])
  })
})
