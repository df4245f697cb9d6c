import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { extractFrom, factsOf, plan } from './lexicon.test-helper.ts'
import { paceTo, pointsOf } from './pace.ts'
import { writePaceSum } from './pace-sum.ts'
import { type IndicatorSeries, indicatorSeries, type SeriesDocument, seriesKey } from './series.ts'

function document(text: string, facts: DocumentFacts = plan): SeriesDocument {
  return { targets: extractFrom(`第三章　主要目标\n${text}`, facts), facts }
}
const next = factsOf('five-year-plan', { from: 2026, to: 2030 })
const yearly = factsOf('government-report', { from: 2026, to: 2026 })

/** name: a | b, one cell a document, 、 between several figures. */
function table(series: readonly IndicatorSeries[]): string[] {
  return series.map(({ indicator, targets }) => {
    const cells = targets.map((list) => list.map(({ value, unit }) => `${value}${unit}`).join('、'))
    return `${indicator}: ${cells.join(' | ')}`
  })
}

describe('indicatorSeries', () => {
  it('puts one indicator under several names in one row, over any number of documents', () => {
    const series = indicatorSeries([
      document('国内生产总值年均增长7%，研发投入强度达到2.4%。'),
      document('地区生产总值年均增长6%，研发经费占比达到3%。', next),
      document('GDP增长5%。', yearly),
    ])
    expect(table(series)).toEqual(['地区生产总值: 7% | 6% | 5%', '研发经费投入强度: 2.4% | 3% | '])
  })

  it('keeps total and growth, two bases, and two indicators of one head apart', () => {
    const series = indicatorSeries([
      document('地区生产总值突破850亿元，年均增长6%。常住人口城镇化率达到66%，户籍人口城镇化率达到50%。'),
      document('每万人口发明专利拥有量达到20件，每万人口高价值发明专利拥有量达到9件，户籍人口城镇化率达到55%。', next),
    ])
    expect(table(series)).toEqual([
      '地区生产总值: 850亿元 | ',
      '地区生产总值: 6% | ',
      '常住人口城镇化率: 66% | ',
      '户籍人口城镇化率: 50% | 55%',
      '每万人口发明专利拥有量:  | 20件',
      '每万人口高价值发明专利拥有量:  | 9件',
    ])
  })

  it('parts units that cannot be compared, and gives them keys of their own', () => {
    const series = indicatorSeries([document('改造供水管网120公里。'), document('改造供水管网3亿元。', next)])
    expect(series).toHaveLength(2)
    expect(new Set(series.map(seriesKey)).size).toBe(2)
  })

  it('gives the same rows for the same documents', () => {
    const documents = [document('城镇化率达到66%，新增绿道40公里。'), document('新增绿道60公里。', next)]
    expect(indicatorSeries(documents)).toEqual(indicatorSeries(documents))
  })
})

describe('the sum behind the growth still needed', () => {
  it.each([
    ['2020年地区生产总值达到620亿元。地区生产总值突破850亿元。', '(850÷620)^(1/5)-1≈6.51%'],
    ['2020年城镇化率达到60.5%。城镇化率达到66%。', '(66-60.5)÷5≈1.1个百分点'],
    ['2020年城镇调查失业率为5.5%。城镇调查失业率控制在5%以内。', '(5-5.5)÷5≈-0.1个百分点'],
    ['2024年粮食播种面积达到80万亩。粮食播种面积达到84万亩。', '84÷80-1≈5%'],
  ])('%s', (text, sum) => {
    const facts = text.startsWith('2024') ? factsOf('other', { from: 2025, to: 2025 }) : plan
    const documents = [document(text, facts)]
    const [series] = indicatorSeries(documents)
    const points = series === undefined ? [] : pointsOf(series, documents)
    const goal = points.find(({ kind }) => kind === 'target')
    const pace = goal === undefined || series === undefined ? null : paceTo(goal, points, series.unit, 'up')
    expect(pace === null ? null : writePaceSum(pace, series?.unit ?? '')).toBe(sum)
  })
})
