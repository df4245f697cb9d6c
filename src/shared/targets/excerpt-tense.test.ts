import { describe, expect, it } from 'vitest'
import { extractFrom, factsOf, report } from './lexicon.test-helper.ts'

const other = factsOf('other', null)
const AHEAD = [
  '继续办好民生实事，力争新增托位800个。',
  '今年要进一步完善养老服务，着力建设助餐点60个，确保覆盖率达到85%。',
  '各位代表！我们必须坚持真抓实干，不断增进民生福祉。',
].join('\n')
const BEHIND = [
  '一年来，我们顺利完成了各项任务，成功举办了两届博览会。',
  '新增托位800个，同比增长12%，位居全市前列，获评先进县。',
  '建成了助餐点60个，覆盖率显著提升到85%，首次入选国家试点，连续3年被评为优秀。',
].join('\n')

const kinds = (text: string, facts = report): Set<string> => new Set(extractFrom(text, facts).map(({ kind }) => kind))

describe('excerpts of reports', () => {
  it('takes the second half of a report for work ahead', () => {
    expect(kinds(AHEAD)).toEqual(new Set(['target']))
  })

  it('takes an excerpt of the review for results, whether or not it says what it is from', () => {
    expect(kinds(BEHIND)).toEqual(new Set(['actual']))
    expect(kinds(BEHIND, other)).toEqual(new Set(['actual']))
  })

  it('turns where an excerpt of both parts turns', () => {
    const text = `${BEHIND}\n二、2025年工作安排\n${AHEAD}`
    const found = extractFrom(text, report).map(({ kind, value }) => `${kind} ${value}`)
    expect(found).toContain('actual 800')
    expect(found).toContain('target 800')
  })
})
