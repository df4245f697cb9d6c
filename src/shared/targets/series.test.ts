import { describe, expect, it } from 'vitest'
import { extractFrom, factsOf, plan, testLexicon } from './lexicon.test-helper.ts'
import { neededGrowth, newestResult } from './needed-growth.ts'
import { indicatorSeries, type SeriesDocument, type SeriesRow } from './series.ts'

function document(id: string, text: string, facts = plan): SeriesDocument {
  return { id, targets: extractFrom(`第三章　主要目标\n${text}`, facts), facts }
}
const next = factsOf('five-year-plan', { from: 2026, to: 2030 })
const yearly = (year: number): ReturnType<typeof factsOf> => factsOf('government-report', { from: year, to: year })

/** name: a | b, one value a document, 、 between several. */
function table(rows: readonly SeriesRow[]): string[] {
  return rows.map(({ name, cells }) => {
    const values = cells.map(({ targets }) => targets.map(({ value, unit }) => `${value}${unit}`).join('、'))
    return `${name}: ${values.join(' | ')}`
  })
}

describe('indicatorSeries', () => {
  it('puts one indicator under several names in one row', () => {
    const rows = indicatorSeries(
      [
        document('a', '国内生产总值年均增长7%，研发投入强度达到2.4%。'),
        document('b', '地区生产总值年均增长6%，研发经费占比达到3%。', next),
        document('c', 'GDP增长5%。', yearly(2026)),
      ],
      testLexicon,
    )
    expect(table(rows)).toEqual(['地区生产总值: 7% | 6% | 5%', '研发经费投入强度: 2.4% | 3% | '])
    expect(rows[0]).toMatchObject({ category: '经济', polarity: 'up', unitKind: 'percent', measure: 'growth' })
  })

  it('keeps total and growth, and two bases, in rows of their own', () => {
    const rows = indicatorSeries(
      [
        document('a', '地区生产总值突破850亿元，年均增长6%。常住人口城镇化率达到66%，户籍人口城镇化率达到50%。'),
        document('b', '地区生产总值增长7%。户籍人口城镇化率达到55%。', next),
      ],
      testLexicon,
    )
    expect(table(rows)).toEqual([
      '地区生产总值: 850亿元 | ',
      '地区生产总值: 6% | 7%',
      '常住人口城镇化率: 66% | ',
      '户籍人口城镇化率: 50% | 55%',
    ])
  })

  it('finds unknown indicators by likeness, but never two of one document in one row', () => {
    const rows = indicatorSeries(
      [
        document('a', '新增城市绿道里程40公里，新增乡村绿道里程60公里。'),
        document('b', '新增城市绿道总里程55公里。', next),
      ],
      testLexicon,
    )
    expect(table(rows)).toEqual(['城市绿道里程: 40公里 | 55公里', '乡村绿道里程: 60公里 | '])
  })

  it('parts units that cannot be compared', () => {
    const rows = indicatorSeries(
      [document('a', '改造提升供水管网120公里。'), document('b', '改造提升供水管网3亿元。', next)],
      testLexicon,
    )
    expect(rows.map(({ unitKind }) => unitKind)).toEqual(['length', 'money'])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2)
  })

  it('gives the same rows for the same documents, and the same keys in any company', () => {
    const documents = [document('a', '城镇化率达到66%，新增绿道40公里。'), document('b', '新增绿道60公里。', next)]
    expect(indicatorSeries(documents, testLexicon)).toEqual(indicatorSeries(documents, testLexicon))
    const alone = indicatorSeries(documents.slice(1), testLexicon).map(({ key }) => key)
    const keys = indicatorSeries(documents, testLexicon).map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(alone))
  })

  it('keeps several values of one document, results and targets alike', () => {
    const text = '2020年城镇化率达到60%。到2025年城镇化率达到66%，到2035年城镇化率达到75%。'
    expect(table(indicatorSeries([document('a', text)], testLexicon))).toEqual(['城镇化率: 60%、66%、75%'])
  })
})

describe('the growth still needed', () => {
  const pair = (text: string, facts = plan): ReturnType<typeof neededGrowth> => {
    const targets = extractFrom(`第三章　主要目标\n${text}`, facts)
    const result = newestResult(targets, 2025)
    const goal = targets.find(({ kind }) => kind === 'target')
    return result === null || goal === undefined ? null : neededGrowth(result, goal)
  }

  it.each([
    ['2020年地区生产总值达到620亿元。地区生产总值突破850亿元。', 'rate', 6.51, '(850÷620)^(1/5)-1≈6.51%'],
    ['2020年地区生产总值达到6200000万元。地区生产总值突破850亿元。', 'rate', 6.51, '(850÷620)^(1/5)-1≈6.51%'],
    ['2020年城镇化率达到60.5%。城镇化率达到66%。', 'step', 1.1, '(66-60.5)÷5≈1.1个百分点'],
    ['2020年城镇调查失业率为5.5%。城镇调查失业率控制在5%以内。', 'step', -0.1, '(5-5.5)÷5≈-0.1个百分点'],
  ])('%s', (text, kind, value, sum) => {
    expect(pair(text)).toEqual({ kind, value, years: 5, sum })
  })

  it('is not told without a year between, without a base or against a growth', () => {
    expect(pair('地区生产总值突破850亿元。')).toBeNull()
    expect(pair('2020年地区生产总值达到620亿元。地区生产总值年均增长6%。')).toBeNull()
    expect(pair('2020年地区生产总值达到620亿元。到2020年地区生产总值达到700亿元。')).toBeNull()
  })

  it('begins with the newest result', () => {
    const targets = extractFrom('第三章\n2018年城镇化率达到58%。2020年城镇化率达到60%。2019年城镇化率达到59%。', plan)
    expect(newestResult(targets, 2025)?.value).toBe(60)
    expect(newestResult(targets, 2020)?.value).toBe(59)
  })
})
