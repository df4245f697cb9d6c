import { describe, expect, it } from 'vitest'
import { parseOutline } from '../outline/parse.ts'
import { draft } from '../targets/lexicon.test-helper.ts'
import { checkDocument } from './check-document.ts'
import type { Finding } from './finding.ts'
import { formatPhraseList, parsePhraseList } from './phrase-list.ts'

const LIST = [
  '规范提法,不规范提法,说明',
  '统筹发展和安全,统筹安全和发展|统筹发展与安全,',
  '供给侧结构性改革,供给侧改革|供给侧结构改革,',
  '稳中求进工作总基调,稳中求进总基调,见年度会议文件',
  '社会消费品零售总额,社会消费零售总额|社会消费品总额,',
  '“五位一体”总体布局,“五位一体”战略布局,',
  '县域副中心,副中心县域,',
  '研究与试验发展,研究与实验发展,',
  '不敢腐、不能腐、不想腐,"不敢腐，不能腐，不想腐",',
].join('\n')

function check(text: string): Finding[] {
  const { rules } = parsePhraseList(LIST)
  return checkDocument({ text, blocks: parseOutline(text), targets: [], facts: draft }, { phrases: rules })
}

describe('departures from the phrase list', () => {
  it.each([
    ['坚持统筹安全和发展，守牢底线。', '统筹安全和发展'],
    ['更好统筹发展与安全。', '统筹发展与安全'],
    ['深化供给侧改革。', '供给侧改革'],
    ['推进供给侧结构改革走深走实。', '供给侧结构改革'],
    ['坚持稳中求进总基调。', '稳中求进总基调'],
    ['社会消费零售总额增长6%。', '社会消费零售总额'],
    ['社会消费品总额增长6%。', '社会消费品总额'],
    ['统筹推进“五位一体”战略布局。', '“五位一体”战略布局'],
    ['培育三个副中心县域。', '副中心县域'],
    ['研究与实验发展经费增长8%。', '研究与实验发展'],
    ['一体推进不敢腐，不能腐，不想腐。', '不敢腐，不能腐，不想腐'],
  ])('%s', (text, quote) => {
    const found = check(text)
    expect(found.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([['phrase-departure', quote]])
    expect(found[0]?.message).toContain('应为')
  })

  it.each([
    '坚持统筹发展和安全，守牢底线。',
    '深化供给侧结构性改革。',
    '坚持稳中求进工作总基调。',
    '社会消费品零售总额增长6%。',
    '统筹推进“五位一体”总体布局。',
    '培育三个县域副中心。',
    '研究与试验发展经费增长8%。',
    '落实《关于深化供给侧改革的若干意见》。',
    '一体推进不敢腐、不能腐、不想腐。',
    '统筹城乡发展，保障生产安全。',
    '改革供给方式，优化结构。',
  ])('%s', (text) => {
    expect(check(text)).toEqual([])
  })

  it('looks at nothing without a list', () => {
    const text = '深化供给侧改革。'
    expect(checkDocument({ text, blocks: parseOutline(text), targets: [], facts: draft })).toEqual([])
  })
})

describe('the phrase list as CSV', () => {
  it('comes back as it was written', () => {
    const { rules } = parsePhraseList(LIST)
    expect(parsePhraseList(formatPhraseList(rules)).rules).toEqual(rules)
  })

  it('gives no spreadsheet a formula to run, and comes back without the apostrophe', () => {
    const rules = [{ preferred: '=县域副中心', avoid: ['-副中心县域'], note: '+见会议文件' }]
    const csv = formatPhraseList(rules)
    expect(csv.split('\n')[1]).toBe("'=县域副中心,'-副中心县域,'+见会议文件")
    expect(parsePhraseList(csv).rules).toEqual(rules)
  })

  it('tells the lines that say nothing to avoid', () => {
    const { rules, problems } = parsePhraseList('规范提法,不规范提法,说明\n乡村全面振兴,,\n,乡村振兴战略,\n县域,县城,')
    expect(rules).toHaveLength(1)
    expect(problems.map(({ line }) => line)).toEqual([2, 3])
  })
})

it('a check that is switched off finds nothing, the others go on', () => {
  const text = '三次产业结构调整为8:48:50。\n重点抓好以下三个方面工作：\n（一）兴产业。建园区。\n（二）优环境。减证明。'
  const source = { text, blocks: parseOutline(text), targets: [], facts: draft }
  const codes = (disabled: Finding['code'][]): string[] => checkDocument(source, { disabled }).map(({ code }) => code)
  expect(codes([])).toEqual(['sum-mismatch', 'count-mismatch'])
  expect(codes(['sum-mismatch'])).toEqual(['count-mismatch'])
  expect(codes(['count-mismatch'])).toEqual(['sum-mismatch'])
})
