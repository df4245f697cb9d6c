import { describe, expect, it } from 'vitest'
import type { DocumentFacts } from '../outline/document-facts.ts'
import { extractFrom, factsOf, plan, testLexicon } from '../targets/lexicon.test-helper.ts'
import { type BaselineRole, type CheckedDocument, checkAgainst } from './check-against.ts'
import type { Finding } from './finding.ts'

const next = factsOf('five-year-plan', { from: 2026, to: 2030 })
const report = factsOf('government-report', { from: 2023, to: 2023 })

function read(text: string, facts: DocumentFacts): CheckedDocument {
  return { text, targets: extractFrom(text, facts), facts }
}
const planOf = (text: string, facts = plan): CheckedDocument => read(`第三章　主要目标\n${text}`, facts)
const reportOf = (text: string): CheckedDocument => {
  const [past, ahead] = text.includes('|') ? text.split('|') : ['', text]
  return read(`一、2022年工作回顾\n${past}\n二、2023年主要目标\n${ahead}`, report)
}

function check(role: BaselineRole, document: CheckedDocument, baseline: CheckedDocument): Finding[] {
  const found = checkAgainst(document, baseline, role, { lexicon: testLexicon })
  for (const { start, end, against = [] } of found) {
    expect(end).toBeGreaterThanOrEqual(start)
    expect(document.text.length).toBeGreaterThanOrEqual(end)
    expect(against.length).toBeGreaterThan(0)
    for (const range of against) expect(/\d/.test(baseline.text.slice(range.start, range.end))).toBe(true)
  }
  return found
}
const codes = (found: readonly Finding[]): string[] => found.map(({ code }) => code)

describe('a year on the path to the plan', () => {
  it.each([
    ['地区生产总值增长5%。', '地区生产总值年均增长6.5%。'],
    ['力争地区生产总值增长4%左右。', '地区生产总值年均增长6%左右。'],
    ['单位GDP能耗降低1.5%。', '单位GDP能耗累计降低14%。'],
    ['单位GDP能耗降低2%。', '单位GDP能耗年均降低3%。'],
    ['城镇新增就业1.2万人。', '五年城镇新增就业10万人。'],
    ['城镇新增就业3万人。', '城镇新增就业20万人以上。'],
    ['研发投入强度达到2.3%。|研发投入强度达到2.35%。', '研发投入强度达到3%。'],
    ['2022年城镇化率达到62%。|城镇化率达到62.2%。', '城镇化率达到68%。'],
    ['去年森林覆盖率达到50%。|森林覆盖率达到50.1%。', '森林覆盖率达到56%。'],
    ['地区生产总值达到700亿元。|地区生产总值达到710亿元。', '地区生产总值突破900亿元。'],
  ])('%s falls behind %s', (document, baseline) => {
    expect(codes(check('plan', reportOf(document), planOf(baseline)))).toEqual(['off-path'])
  })

  it.each([
    ['地区生产总值增长6.5%。', '地区生产总值年均增长6.5%。'],
    ['地区生产总值增长6.2%左右。', '地区生产总值年均增长6.5%左右。'],
    ['地区生产总值增长7%。', '地区生产总值年均增长6.5%。'],
    ['单位GDP能耗降低3%。', '单位GDP能耗累计降低14%。'],
    ['城镇新增就业2.1万人。', '城镇新增就业10万人。'],
    ['城镇新增就业1.8万人。', '城镇新增就业10万人。'],
    ['研发投入强度达到2.3%。|研发投入强度达到2.5%。', '研发投入强度达到3%。'],
    ['地区生产总值达到700亿元。|地区生产总值达到765亿元。', '地区生产总值突破900亿元。'],
    ['城镇调查失业率控制在5%以内。', '城镇调查失业率控制在5.5%以内。'],
    ['户籍人口城镇化率达到40%。', '常住人口城镇化率达到66%。'],
    ['森林覆盖率达到50.1%。', '粮食播种面积达到90万亩。'],
    ['新增停车位800个。', '新增绿道90公里。'],
  ])('%s is no matter beside %s', (document, baseline) => {
    expect(codes(check('plan', reportOf(document), planOf(baseline)))).toEqual([])
  })

  it('writes out what the years left would have to bring', () => {
    const [found] = check('plan', reportOf('地区生产总值增长5%。'), planOf('地区生产总值年均增长6.5%。'))
    expect(found?.message).toBe(
      '“地区生产总值”2023年 5%，规划年均 6.5%；若按此执行，其余 4 年需年均 ((1+6.5%)^5÷(1+5%))^(1/4)-1≈6.88%。',
    )
    expect(found).toMatchObject({ expected: 6.5, found: 5 })
  })

  it('shows where the path begins, in the document or in the plan', () => {
    const [found] = check(
      'plan',
      reportOf('研发投入强度达到2.3%。|研发投入强度达到2.35%。'),
      planOf('研发投入强度达到3%。'),
    )
    expect(found?.message).toContain('从 2022年 2.3% 到 2025年 3%，2023年应约 2.3+(3-2.3)×1÷3≈2.53%')
    expect(found?.related).toHaveLength(1)
  })
})

describe('values of the plan above', () => {
  it('are held against with the difference written out', () => {
    const [found] = check('upper', planOf('城镇化率达到66%。'), planOf('城镇化率达到68%。'))
    expect(found?.message).toMatch(/本文 66%，上级 68%，相差 68-66=2个百分点。$/)
  })

  it.each([
    ['城镇化率达到66%。', '城镇化率达到68%。'],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率控制在5%以内。'],
    ['研发投入强度达到2.6%。', '研发投入强度达到3%以上。'],
    ['单位GDP能耗降低12%。', '单位GDP能耗降低13.5%。'],
    ['森林覆盖率达到40%。', '森林覆盖率达到42%。'],
    ['地区生产总值年均增长5%。', '地区生产总值年均增长6%。'],
    ['每万人口高价值发明专利拥有量达到8件。', '每万人口高价值发明专利拥有量达到12件。'],
    ['常住人口城镇化率达到62%。', '常住人口城镇化率达到65%。'],
    ['研发经费占比达到2.4%。', '研发投入强度达到2.8%。'],
    ['城市化率达到60%左右。', '城镇化率达到65%。'],
  ])('%s does not meet %s', (document, baseline) => {
    expect(codes(check('upper', planOf(document), planOf(baseline)))).toEqual(['upper-unmet'])
  })

  it.each([
    ['城镇化率达到68%。', '城镇化率达到66%。'],
    ['城镇调查失业率控制在5%以内。', '城镇调查失业率控制在5.5%以内。'],
    ['地区生产总值突破850亿元。', '地区生产总值突破8万亿元。'],
    ['城镇新增就业5万人。', '城镇新增就业500万人。'],
    ['粮食播种面积88万亩。', '粮食播种面积1500万亩。'],
    ['户籍人口城镇化率达到50%。', '常住人口城镇化率达到68%。'],
    ['到2025年森林覆盖率达到40%。', '到2035年森林覆盖率达到45%。'],
    ['单位GDP能耗降低14%。', '单位GDP能耗降低13.5%。'],
    ['每万人口发明专利拥有量达到20件。', '每万人口高价值发明专利拥有量达到25件。'],
    ['研发投入强度达到3%以上。', '研发投入强度达到3%。'],
  ])('%s is no matter beside %s', (document, baseline) => {
    expect(codes(check('upper', planOf(document), planOf(baseline)))).toEqual([])
  })
})

describe('commitments without successor', () => {
  it.each([
    '城镇化率达到65%。',
    '城镇调查失业率控制在5.5%以内。',
    '研发投入强度达到2.6%。',
    '单位GDP能耗降低13%。',
    '森林覆盖率达到40%。',
    '粮食播种面积达到88万亩。',
    '每万人口发明专利拥有量达到15件。',
    '地区生产总值年均增长6%。',
    '户籍人口城镇化率达到48%。',
    '每万人口高价值发明专利拥有量达到9件。',
  ])('%s', (old) => {
    const document = planOf('新增停车位3万个，高标准农田达到60万亩。', next)
    expect(codes(check('previous', document, planOf(old)))).toEqual(['no-successor'])
  })

  it.each([
    ['城镇化率达到65%。', '城市化率达到70%。'],
    ['地区生产总值年均增长6%。', '地区生产总值突破900亿元。'],
    ['研发投入强度达到2.6%。', '研发经费占比达到3%。'],
    ['森林覆盖率达到40%。', '森林覆盖率保持稳定，绿化水平持续提高。'],
    ['单位GDP能耗降低13%。', '完成上级下达的单位GDP能耗任务。'],
    ['新增绿道90公里。', '新增停车位3万个。'],
    ['改造老旧小区120个。', '新增停车位3万个。'],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率控制在5%以内。'],
    ['粮食播种面积达到88万亩。', '粮食播种面积稳定在88万亩。'],
    ['每万人口发明专利拥有量达到15件。', '每万人口发明专利拥有量达到22件。'],
  ])('%s goes on in %s', (old, now) => {
    expect(codes(check('previous', planOf(now, next), planOf(old)))).toEqual([])
  })
})

it('a code that is switched off is not told', () => {
  const options = { lexicon: testLexicon, disabled: ['upper-unmet'] as const }
  expect(checkAgainst(planOf('城镇化率达到66%。'), planOf('城镇化率达到68%。'), 'upper', options)).toEqual([])
})
