import { describe, expect, it } from 'vitest'
import type { Analysis } from '../comparison/comparison.ts'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { extractFrom, factsOf, testLexicon } from './lexicon.test-helper.ts'
import { targetsMatrix } from './matrix.ts'
import type { MatrixInput, MatrixRow } from './matrix-row.ts'

const city = { region: '临江市', level: 'city' } as const
const former = { ...factsOf('five-year-plan', { from: 2021, to: 2025 }), ...city }
const next = { ...factsOf('five-year-plan', { from: 2026, to: 2030 }), ...city }
const province = { ...next, region: '江南省', level: 'province' } as const
const yearly = (year: number, of: Pick<DocumentFacts, 'region' | 'level'> = city): DocumentFacts => ({
  ...factsOf('government-report', { from: year, to: year }),
  ...of,
})

function document(text: string, facts: DocumentFacts): Analysis {
  return { title: '', text, blocks: [], facts, targets: extractFrom(text, facts), findings: [] }
}
const plan = (words: string, facts: DocumentFacts) => document(`第三章　主要目标\n${words}`, facts)
const report = (year: number, [past, ahead]: readonly [string, string], of?: Pick<DocumentFacts, 'region' | 'level'>) =>
  document(`一、${year - 1}年工作回顾\n${past}\n二、${year}年主要目标\n${ahead}`, yearly(year, of))

function matrix(analyses: readonly Analysis[], more: Partial<MatrixInput> = {}): MatrixRow[] {
  return targetsMatrix({ analyses, baseline: null, draft: null, ...more }, testLexicon)
}
function row(rows: readonly MatrixRow[], name: string, measure = 'level'): MatrixRow {
  const found = rows.find((each) => each.indicator === name && each.measure === measure)
  if (!found) throw new Error(`no row ${name}`)
  return found
}
/** `off-path 1: 增长5% / 年均增长6.5%`: what was found, in which document, and the words of both. */
function findings({ findings: found }: MatrixRow): string[] {
  return found.map(
    ({ code, document: at, role, places }) =>
      `${code} ${role} ${at}: ${places.map(({ document: of, quote }) => `${of} ${quote}`).join(' / ')}`,
  )
}

describe('findings beside the other documents of the matrix', () => {
  it('a year off the path of its plan, with the words of both', () => {
    const rows = matrix([plan('地区生产总值年均增长6.5%。', former), report(2023, ['', '地区生产总值增长5%。'])])
    expect(findings(row(rows, '地区生产总值', 'growth'))).toEqual([
      'off-path plan 1: 1 地区生产总值增长5% / 0 地区生产总值年均增长6.5%',
    ])
  })

  it('a value of the plan above that is not met', () => {
    const rows = matrix([plan('城镇化率达到66%。', next), plan('城镇化率达到68%。', province)])
    expect(findings(row(rows, '城镇化率'))).toEqual(['upper-unmet upper 0: 0 城镇化率达到66% / 1 城镇化率达到68%'])
  })

  it('a commitment without successor, in the row of the old one, in the column where it is missing', () => {
    const rows = matrix([plan('森林覆盖率达到52%。', former), plan('城镇化率达到68%。', next)])
    expect(findings(row(rows, '森林覆盖率'))).toEqual(['no-successor previous 1: 0 森林覆盖率达到52%'])
    expect(row(rows, '城镇化率').findings).toEqual([])
  })

  it('of several stages of one plan the draft counts, and every stage is looked at', () => {
    const stages = [
      plan('城镇化率达到70%。', { ...next, stage: 'discussion' }),
      plan('城镇化率达到72%。', { ...next, stage: 'consultation' }),
    ]
    const rows = matrix([...stages, report(2030, ['', '城镇化率达到71%。'])], { baseline: 0, draft: 1 })
    expect(findings(row(rows, '城镇化率'))).toEqual(['off-path plan 2: 2 城镇化率达到71% / 1 城镇化率达到72%'])
    const upper = plan('城镇化率达到75%。', province)
    expect(findings(row(matrix([...stages, upper], { baseline: 0, draft: 1 }), '城镇化率'))).toEqual([
      'upper-unmet upper 0: 0 城镇化率达到70% / 2 城镇化率达到75%',
      'upper-unmet upper 1: 1 城镇化率达到72% / 2 城镇化率达到75%',
    ])
  })

  it('none between documents that do not answer to each other, nor of a kind that is switched off', () => {
    const other = plan('城镇化率达到75%。', { ...province, region: '海西省', level: 'city' })
    const own = plan('城镇化率达到66%。', next)
    expect(row(matrix([own, other]), '城镇化率').findings).toEqual([])
    const upper = plan('城镇化率达到75%。', province)
    expect(row(matrix([own, upper], { disabled: ['upper-unmet'] }), '城镇化率').findings).toEqual([])
  })
})

describe('the pace of an indicator', () => {
  it('is that of one place: the results of another are no part of it', () => {
    const rows = matrix(
      [
        report(2025, ['地区生产总值达到900亿元。', '粮食播种面积90万亩。']),
        report(2025, ['地区生产总值达到60000亿元。', '粮食播种面积90万亩。'], province),
        plan('地区生产总值突破1300亿元。', next),
      ],
      { draft: 2 },
    )
    expect(row(rows, '地区生产总值').pace).toMatchObject({ from: { value: 900 }, to: { value: 1300 } })
  })

  it('of a total is its progress, by the years that the documents look back on', () => {
    const rows = matrix([
      plan('五年城镇新增就业10万人。', former),
      report(2022, ['城镇新增就业1.8万人。', '城镇新增就业2万人。']),
      report(2023, ['城镇新增就业1.7万人。', '城镇新增就业2万人。']),
    ])
    const { pace, progress, points } = row(rows, '城镇新增就业', 'addition')
    expect(pace).toBeNull()
    expect(progress).toMatchObject({ done: 3.5, remaining: 6.5, years: 3, missing: [] })
    expect(progress?.parts.map(({ document: at }) => at)).toEqual([1, 2])
    // The total of five years is no point beside those of one.
    expect(points.map(({ value }) => value)).not.toContain(10)
  })

  it('of a total is not told when its years are gone by without a result', () => {
    const rows = matrix([plan('五年城镇新增就业10万人。', former), plan('五年城镇新增就业12万人。', next)], {
      draft: 0,
    })
    expect(row(rows, '城镇新增就业', 'addition').progress).toMatchObject({ years: 0, needed: null, remaining: null })
  })
})

it('a name that the lexicon learns to know later in the texts is one row with those it knows', () => {
  const rows = matrix([
    plan('国内生产总值突破800亿元。', former),
    report(2026, ['GDP达到900亿元。', '地区生产总值达到960亿元。']),
  ])
  expect(rows.filter(({ indicator }) => indicator === '地区生产总值')).toHaveLength(1)
})
