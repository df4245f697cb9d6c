import { describe, expect, it } from 'vitest'
import { extractFrom, plan, report, summary } from '../lexicon.test-helper.ts'

/** name value unit period attribute, results marked with =. */
function rows(lines: readonly string[], facts = plan): string[] {
  return extractFrom(lines.join('\n'), facts).map((t) => {
    const value = t.value === null ? t.kind : `${t.value}${t.max === null ? '' : `~${t.max}`}${t.unit}`
    return `${t.kind === 'actual' ? '=' : ''}${t.indicator} ${value} ${t.bound} ${t.measure} ${t.period} ${t.attribute}`
  })
}

describe('indicator tables in rows with bars', () => {
  it('read name, unit, attribute, the value before the plan and the value to reach', () => {
    expect(
      rows([
        '附表　主要指标',
        '指标 | 单位 | 2020年 | 2025年 | 属性',
        '地区生产总值 | 亿元 | 512 | 700以上 | 预期性',
        '森林覆盖率 | % | 58.1 | 60 | 约束性',
      ]),
    ).toEqual([
      '=地区生产总值 512亿元 exact level 2020 expected',
      '地区生产总值 700亿元 at-least level 2025 expected',
      '=森林覆盖率 58.1% exact level 2020 binding',
      '森林覆盖率 60% exact level 2025 binding',
    ])
  })

  it('take [ ] for five-year totals and a rate in its own column for growth', () => {
    expect(
      rows([
        '序号 | 指标名称 | 基期 | 目标 | 年均增长（%） | 指标属性',
        '1 | 地区生产总值（亿元） | 512 | 700 | 6.5左右 | 预期性',
        '2 | 单位GDP能耗降低（%） | [15] | [13.5] |  | 约束性',
        '3 | 城镇新增就业（万人） | [4.1] | [4] | - | 预期性',
      ]),
    ).toEqual([
      '=地区生产总值 512亿元 exact level 2020 expected',
      '地区生产总值 700亿元 exact level 2025 expected',
      '地区生产总值 6.5% around growth 2021-2025 expected',
      '=单位GDP能耗 15% exact growth 2016-2020 binding',
      '单位GDP能耗 13.5% exact growth 2021-2025 binding',
      '=城镇新增就业 4.1万人 exact addition 2016-2020 expected',
      '城镇新增就业 4万人 exact addition 2021-2025 expected',
    ])
  })

  it('read headings on two rows', () => {
    expect(
      rows([
        '指标 | 单位 | “十四五”目标 |  | 属性',
        ' |  | 2025年 | 年均增长（%） | ',
        '社会消费品零售总额 | 亿元 | 300 | 6 | 预期性',
      ]),
    ).toEqual([
      '社会消费品零售总额 300亿元 exact level 2025 expected',
      '社会消费品零售总额 6% exact growth 2021-2025 expected',
    ])
  })

  it('keep goals in words and the brackets of a name', () => {
    expect(
      rows([
        '指标|单位|2025年|属性',
        '居民人均可支配收入增长|%|与经济增长同步|预期性',
        '每千人口执业（助理）医师数|人|3.2|预期性',
      ]),
    ).toEqual([
      '居民人均可支配收入 qualitative exact level 2025 expected',
      '每千人口执业（助理）医师数 3.2人 exact level 2025 expected',
    ])
  })

  it('leave tables of projects alone', () => {
    expect(summary('项目名称 | 总投资（亿元） | 建设年限\n临江大桥 | 12 | 2021—2024', plan)).toEqual([])
  })

  it('take the year before a yearly plan for a result', () => {
    expect(rows(['指标|单位|2024年完成|2025年预期', '地区生产总值增长|%|5.8|6左右'], report)).toEqual([
      '=地区生产总值 5.8% exact growth 2024 null',
      '地区生产总值 6% around growth 2025 null',
    ])
  })
})

describe('indicator tables that lost their lines', () => {
  it('are read row by row with what was wrapped around a row', () => {
    expect(
      rows([
        '序号 指 标 单位 属性',
        '2025年 年均[累计]',
        '1 地区生产总值年均增长率 % 预期性 - 6左右',
        '万元/',
        '2 全员劳动生产率 预期性 16左右 -',
        '人',
        '数字经济增加值占地区',
        '3 % 预期性 >45 -',
        '生产总值比重2',
        '4 单位GDP能耗降低 % 约束性 - [14]',
      ]),
    ).toEqual([
      '地区生产总值年均增长率 6% around growth 2021-2025 expected',
      '全员劳动生产率 16万元/人 around level 2025 expected',
      '数字经济增加值占地区生产总值比重 45% at-least level 2025 expected',
      '单位GDP能耗 14% exact growth 2021-2025 binding',
    ])
  })

  it('are read cell by cell, several figures of one cell each with its name', () => {
    expect(
      rows(
        '序号/类别/主要指标/2020年现状/2025年目标/指标/属性/1/治理/防洪达标率（%）/80/95/约束性/2/监测/管网监测率（%）/——/中心城区≥30/其他城区≥15/预期性'.split(
          '/',
        ),
      ),
    ).toEqual([
      '=防洪达标率 80% exact level 2020 binding',
      '防洪达标率 95% exact level 2025 binding',
      '管网监测率（中心城区） 30% at-least level 2025 expected',
      '管网监测率（其他城区） 15% at-least level 2025 expected',
    ])
  })

  it('quote the row they come from', () => {
    const [target] = extractFrom('指标|单位|2025年|属性\n森林覆盖率|%|60|约束性', plan)
    expect(target?.quote).toBe('森林覆盖率|%|60|约束性')
    expect(target?.inTable).toBe(true)
  })
})
